import type { JSX } from "preact";
import type { CriterionResult } from "#policy/index.ts";
import type { CompletionRequest, OpenApplication } from "#src/life/index.ts";
import {
  AutosaveStatus,
  Button,
  ButtonBar,
  Card,
  CheckField,
  Columns,
  type Content,
  Deadline,
  ErrorSummary,
  Form,
  type FormError,
  HiddenField,
  LiveRegion,
  Money,
  Notice,
  PageHeader,
  Section,
  VerdictList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { buttons, FormQuestion } from "../draft/form-question.tsx";
import type { FormState } from "../draft/form-state.ts";
import { KNOWINGLY } from "../filing/submission-page.tsx";
import { type PaperError, Slots } from "../papers/attachments-page.tsx";
import { paperAsked, type ReopenedPapers } from "./completion.ts";
import { type Consequences, isWorse } from "./consequences.ts";

export interface CompletionPageProps {
  readonly file: OpenApplication;
  readonly request: CompletionRequest;
  readonly state: FormState;
  /** Paths that may be changed: what is asked, and what an answer has made missing. */
  readonly reopened: ReadonlySet<string>;
  readonly papers: ReopenedPapers;
  /** What the answers, as they are kept, change to what was filed. */
  readonly consequences: Consequences | null;
  readonly errors: readonly FormError[];
  readonly paperError: PaperError | null;
  readonly page: string;
  readonly savedText: string;
  readonly mayEdit: boolean;
  readonly today: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The answer to a request for more: only what is asked, each with the officer's words beside. */
export function CompletionPage(props: CompletionPageProps): JSX.Element {
  const { file, request } = props;
  const { application } = file;
  return (
    <>
      <PageHeader
        eyebrow={application.number ?? ""}
        title="Répondre à la demande de compléments"
        lead="Seuls les champs et les pièces ci-dessous sont rouverts. Le reste de votre demande ne change pas."
      />
      <ErrorSummary errors={props.errors} />
      <Columns sideAt="end" side={<Delay {...props} />}>
        {request.note !== "" && (
          <Notice tone="info" title="Le message du service">
            {request.note}
          </Notice>
        )}
        <Fields {...props} />
        <Papers {...props} />
        {props.mayEdit ? <Send {...props} /> : <ReadersNote />}
      </Columns>
    </>
  );
}

function Delay(props: CompletionPageProps): JSX.Element {
  return (
    <Card level={2} title="Votre délai" variant="tinted">
      <p>
        <Deadline day={props.request.dueOn} today={props.today} />
      </p>
      {props.today > props.request.dueOn && (
        <p>Vous pouvez encore répondre tant que le service n’a pas clos sa demande : faites-le au plus vite.</p>
      )}
      <p>
        Le délai d’instruction est suspendu jusqu’à votre réponse, et au plus tard jusqu’à cette date. Dès votre envoi,
        l’instruction reprend.
      </p>
    </Card>
  );
}

function Fields(props: CompletionPageProps): JSX.Element | null {
  const { file, state } = props;
  const asked = file.reading.questions.filter((one) => props.reopened.has(one.path));
  if (asked.length === 0) return null;
  const action = urls.applicationCompletion.href({ id: file.application.id });
  return (
    <Section title="Les réponses à revoir">
      <Form id="complements" action={action} autosaveUrl={action} live label="Réponses à revoir">
        <HiddenField name="base" value={String(file.application.rawVersion)} />
        <HiddenField name="page" value={props.page} />
        {asked.map(({ question, path, situation }) => (
          <div key={path}>
            {situation !== "" && <p class="es-eyebrow">{situation}</p>}
            <FormQuestion state={state} question={question} path={path} />
          </div>
        ))}
        <AutosaveStatus savedText={props.savedText} />
        {props.mayEdit && (
          <Button variant="secondary" name={buttons.go} value="ici">
            Enregistrer
          </Button>
        )}
      </Form>
    </Section>
  );
}

function Papers(props: CompletionPageProps): JSX.Element | null {
  const { reading } = props.file;
  const asked = new Map(
    props.request.items.flatMap((item) => {
      const key = paperAsked(item);
      return key === null ? [] : [[key, item.message] as const];
    }),
  );
  const documents = reading.documents.filter((one) => props.papers.has(one.key));
  if (documents.length === 0) return null;
  return (
    <Section title="Les pièces à joindre">
      {[...asked].map(([key, message]) => (
        <Notice key={key} tone="warning" title={documents.find((one) => one.key === key)?.label ?? "Pièce demandée"}>
          {message}
        </Notice>
      ))}
      <Slots
        file={props.file}
        mayEdit={props.mayEdit}
        error={props.paperError}
        documents={documents}
        askedAt={props.request.askedAt}
      />
    </Section>
  );
}

function Send(props: CompletionPageProps): JSX.Element {
  return (
    <Section
      title="Envoyer vos réponses"
      intro="Elles formeront une nouvelle version de votre dossier ; l’ancienne est conservée."
    >
      <Form action={urls.applicationCompletion.href({ id: props.file.application.id })} label="Envoyer">
        {Object.entries(props.fields).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <LiveRegion id="consequences">
          <WhatChanges {...props} />
        </LiveRegion>
        <ButtonBar>
          <Button icon="send" name={buttons.go} value="envoyer">
            Envoyer mes réponses
          </Button>
        </ButtonBar>
      </Form>
    </Section>
  );
}

/** Said before it is sent: conditions that would not be met any more, and the aid that follows. */
function WhatChanges(props: CompletionPageProps): JSX.Element | null {
  const { consequences } = props;
  if (consequences === null) return null;
  const { lost, before, after } = consequences;
  const name = `declarations.${KNOWINGLY}`;
  return (
    <>
      <Notice
        tone={isWorse(consequences) ? "warning" : "info"}
        title={
          lost.length > 0
            ? "Avec ces réponses, une condition n’est plus remplie"
            : "Ces réponses changent l’aide calculée"
        }
        headingLevel={3}
      >
        {lost.length > 0 && <VerdictList items={lost.map(lostItem)} />}
        {lost.length > 0 ? (
          <p data-announce>Avec elles, l’aide n’est pas possible en l’état : aucun montant n’est annoncé.</p>
        ) : (
          <p data-announce>
            Aide calculée avant ces réponses : <strong>{said(before)}</strong>. Aide calculée avec elles :{" "}
            <strong>{said(after)}</strong>.
          </p>
        )}
        <p>Une personne décide, jamais la machine. Si une réponse est inexacte, corrigez-la avant d’envoyer.</p>
      </Notice>
      {isWorse(consequences) && (
        <CheckField
          name={name}
          label="J’ai lu ce que mes nouvelles réponses changent. Je les envoie quand même."
          error={props.state.errors.get(name)}
        />
      )}
    </>
  );
}

function lostItem(one: CriterionResult) {
  const { id, status, title, reason } = one;
  return { id: `perdu-${id}-${one.party ?? 0}`, status, title, reason };
}

function said(aid: number | null): Content {
  return aid === null ? "aucun montant annoncé" : <Money cents={aid} />;
}

function ReadersNote(): JSX.Element {
  return (
    <Notice tone="info" title="Vous consultez cette demande">
      Un responsable ou un rédacteur de la structure peut répondre.
    </Notice>
  );
}
