import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import { leftOf, type Message, missingPapers, type OpenApplication, progressOf, textOf } from "#src/life/index.ts";
import { applicantStateLook, Messages, whatIsLeft } from "#src/life/web/index.ts";
import {
  ButtonBar,
  Columns,
  Confirm,
  formatDateTime,
  LinkButton,
  PageHeader,
  Progress,
  Prose,
  plural,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Standing } from "../belonging/belonging.ts";
import { BelongingNotice, organisationOf } from "../belonging/notice.tsx";
import { sayWaited } from "../partners/waiting.ts";
import { Budget } from "../web/budget.tsx";
import { CallClock } from "./call-clock.tsx";
import { OlderFramework } from "./draft-notices.tsx";
import { DraftSteps } from "./sidebar.tsx";
import { UnmetConditions } from "./unmet.tsx";

export interface DraftPageProps {
  readonly file: OpenApplication;
  /** Where it was born, and how to say it; null where nothing is known. */
  readonly origin: JSX.Element | null;
  readonly now: Temporal.Instant;
  readonly mayEdit: boolean;
  readonly mayDelete: boolean;
  /** Whether something shows that they act for the organisation; null for who files nothing. */
  readonly standing: Standing | null;
  readonly messages: readonly Message[];
  readonly mayWrite: boolean;
  readonly refused?: { readonly message?: string; readonly body?: string } | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/** A draft at a glance: what is done, where to go on, how to give it up. */
export function DraftPage(props: DraftPageProps): JSX.Element {
  const { file } = props;
  const { application, reading } = file;
  const sections = progressOf(reading);
  const papers = missingPapers(reading).length;
  const done = sections.filter((one) => one.state === "done").length + (papers === 0 ? 1 : 0);
  const title = textOf(reading.raw, "title");
  const left = whatIsLeft(leftOf(reading));
  const waited = sayWaited(file);
  return (
    <Columns side={<DraftSteps file={file} current="" />}>
      <PageHeader
        eyebrow={`${reading.scheme.name} · ${application.organisationName}`}
        title={title === "" ? "Votre demande" : title}
        meta={<StateTag {...applicantStateLook("draft")} />}
        lead={`Enregistrée le ${formatDateTime(application.rawSavedAt)}. Rien n’est transmis avant le dépôt.`}
      />
      <OlderFramework file={file} />
      <CallClock file={file} now={props.now} />
      <Progress
        done={done}
        total={sections.length + 1}
        label={`${plural(done, "étape complète", "étapes complètes")} sur ${sections.length + 1}`}
      />
      <Prose>
        <p>
          {left !== null
            ? `${left}.`
            : reading.unmet.length > 0
              ? "Tout est rempli, mais l’aide n’est pas possible en l’état."
              : waited !== null
                ? `Tout est rempli. Avant le dépôt\u00a0: ${waited}.`
                : "Tout y est : il reste à relire, à cocher les déclarations et à déposer."}
        </p>
      </Prose>
      <ButtonBar>
        <LinkButton href={nextPlace(file)} icon="arrow-right" iconAt="end">
          {left === null && waited === null ? "Relire et déposer" : props.mayEdit ? "Continuer" : "Lire"}
        </LinkButton>
      </ButtonBar>
      {props.standing !== null && <BelongingNotice standing={props.standing} organisation={organisationOf(file)} />}
      <UnmetConditions file={file} />
      <Budget reading={reading} id="budget" />
      {props.origin}
      <Messages
        file={file}
        messages={props.messages}
        may={{ write: props.mayWrite }}
        fields={{ message: props.fields }}
        refused={props.refused}
        note="Le service lit votre question et y répond ici. Il ne voit pas votre brouillon."
      />
      {props.mayDelete && (
        <Confirm
          id="suppression"
          action={urls.applicationDeletion.href({ id: application.id })}
          fields={props.fields}
          label="Supprimer ce brouillon"
          title="Supprimer ce brouillon ?"
          confirmLabel="Supprimer"
          danger
          icon="trash"
        >
          <p>Ses réponses et ses pièces seront effacées. Personne ne pourra les retrouver.</p>
        </Confirm>
      )}
    </Columns>
  );
}

/** Where the work goes on: the first section that misses something, then the papers, then the filing. */
export function nextPlace(file: OpenApplication): string {
  const { id } = file.application;
  const section = progressOf(file.reading).find((one) => one.state !== "done");
  if (section !== undefined) return urls.applicationSection.href({ id, section: section.id });
  if (missingPapers(file.reading).length > 0) return urls.applicationAttachments.href({ id });
  return sayWaited(file) === null ? urls.applicationSubmission.href({ id }) : urls.applicationPartners.href({ id });
}
