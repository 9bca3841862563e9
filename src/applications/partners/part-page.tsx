import type { JSX } from "preact";
import type { Group, Item } from "#policy/index.ts";
import {
  AutosaveStatus,
  Button,
  ButtonBar,
  type Content,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  LiveRegion,
  Notice,
  PageHeader,
  RequiredNote,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { FormItem } from "../draft/form-items.tsx";
import { buttons } from "../draft/form-question.tsx";
import type { FormState } from "../draft/form-state.ts";
import { EnterSaves } from "../draft/section-page.tsx";
import { titleOf } from "./mails.ts";
import type { SharedProject } from "./project.ts";

export interface PartPageProps {
  readonly project: SharedProject;
  readonly group: Group;
  readonly state: FormState;
  readonly summary: readonly { readonly name: string; readonly message: string }[];
  readonly page: string;
  readonly savedText: string;
  readonly conflict: boolean;
  readonly lastAuthor: Content;
}

/** A partner's own part, as its people write it. */
export function PartPage(props: PartPageProps): JSX.Element {
  const { project, group, state } = props;
  const { application, own, partner, consortium } = project;
  const action = urls.partnershipPart.href({ partner: partner.id });
  const isTheirs = (item: Item) => consortium.writes.includes(item.id);
  return (
    <>
      <PageHeader
        eyebrow={`${titleOf(application)} · ${application.organisationName}`}
        title="Votre partie du projet"
        lead="Ce que vous écrivez ici entre dans le projet. Vous le confirmez ensuite, une fois relu."
      />
      {props.conflict && (
        <Notice tone="warning" title="Les mêmes champs ont été modifiés ailleurs" headingLevel={2}>
          Sous chacun de ces champs, choisissez la valeur à garder, puis enregistrez. Vos autres réponses sont
          enregistrées.
        </Notice>
      )}
      {own.state === "confirmed" && (
        <Notice tone="info" title="Cette partie est confirmée">
          Si vous la changez, il faudra la confirmer de nouveau.
        </Notice>
      )}
      <ErrorSummary errors={props.summary} />
      <Form id="formulaire" action={action} autosaveUrl={action} live label="Votre partie du projet">
        <EnterSaves />
        <HiddenField name="base" value={String(application.rawVersion)} />
        <HiddenField name="page" value={props.page} />
        <HiddenField name="partie" value={own.part.path} />
        <RequiredNote />
        {props.lastAuthor}
        <LiveRegion id="partie" fields>
          {group.items.filter(isTheirs).map((item) => (
            <FormItem key={item.id} state={state} item={item} base={own.part.path} at={[own.part.place]} />
          ))}
        </LiveRegion>
        <ButtonBar>
          <Button variant="secondary" size="sm" name={buttons.go} value="ici">
            Enregistrer
          </Button>
        </ButtonBar>
        <ButtonBar sticky>
          <LinkButton href={urls.partnership.href({ partner: partner.id })} variant="tertiary" icon="arrow-left">
            <span class="es-on-wide">Le projet</span>
          </LinkButton>
          <AutosaveStatus savedText={props.savedText} />
          <Button name={buttons.go} value="relire" icon="arrow-right" iconAt="end">
            Enregistrer<span class="es-on-wide"> et relire</span>
          </Button>
        </ButtonBar>
      </Form>
    </>
  );
}
