import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import type { AdoptedDecision } from "#src/committees/index.ts";
import {
  ActionForm,
  Button,
  DataTable,
  ErrorSummary,
  formatDateTime,
  LinkButton,
  Notice,
  PageHeader,
  plural,
  Section,
  StateTag,
  Timeline,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Call, type CallVersion, isPublished, phaseOf, schemeOfCall, type VersionCause } from "../call.ts";
import type { DraftsStanding } from "../extend.ts";
import { callForm, weighedLines } from "../form.ts";
import type { Blocking } from "../missing.ts";
import type { CallNote } from "../notes.ts";
import type { CallQuestion } from "../questions.ts";
import { callLook } from "../words.ts";
import { ExtensionForm, NoteForms, QuestionForms, ReasonForm, type Typed, VoteForm } from "./desk-forms.tsx";

export interface DeskCallPageProps {
  readonly call: Call;
  readonly now: Temporal.Instant;
  readonly blocking: readonly Blocking[];
  readonly versions: readonly CallVersion[];
  readonly questions: readonly CallQuestion[];
  /** How far the drafts that answer this call are: their number, never what they say. Null before it is published. */
  readonly standing: DraftsStanding | null;
  readonly notes: readonly CallNote[];
  /** What committees of selection adopted: the vote of the grid may be one of these. */
  readonly adopted: readonly AdoptedDecision[];
  /** Those whose meeting this reader may open. */
  readonly opened: ReadonlySet<string>;
  /** For an outage, once it has closed; null before it is published. */
  readonly lastDayToExtend: Temporal.PlainDate | null;
  readonly may: Readonly<
    Record<"edit" | "propose" | "vote" | "sendBack" | "publish" | "withdraw" | "extend" | "copy" | "answer", boolean>
  >;
  readonly typed: Typed;
  readonly errors: Typed;
}

/** One call at the funder's desk: what it lacks, its parts, who does the next step, what it was. */
export function DeskCallPage(props: DeskCallPageProps): JSX.Element {
  const { call, now, blocking, may, errors } = props;
  const { id } = call;
  const published = isPublished(call) ? call : null;
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow={`Appel à projets · ${schemeOfCall(call).name}`}
        title={call.title}
        meta={<StateTag {...callLook(call, now)} />}
        actions={
          <>
            {published === null ? (
              <>
                <LinkButton variant="secondary" icon="eye" href={urls.deskCallPreview.href({ id })}>
                  Voir comme un candidat
                </LinkButton>
                <LinkButton variant="secondary" icon="pen" href={urls.deskCallTrial.href({ id })}>
                  Essayer un dépôt
                </LinkButton>
              </>
            ) : (
              <LinkButton variant="secondary" icon="eye" href={urls.call.href({ slug: call.slug })}>
                Page publique
              </LinkButton>
            )}
            {may.copy && <Step call={call} step="copie" label="Recopier" variant="secondary" />}
          </>
        }
      />
      {call.sentBack !== "" && call.state === "draft" && (
        <Notice tone="warning" title="Renvoyé pour correction">
          {call.sentBack}
        </Notice>
      )}
      {published === null && <NextStep {...props} blocking={blocking} />}
      <Section title="Les parties de l’appel">
        <PartsTable {...props} />
      </Section>
      {published === null && may.vote && weighedLines(schemeOfCall(call)).length > 0 && <VoteForm {...props} />}
      {published !== null && phaseOf(published, now) === "to-come" && may.withdraw && (
        <ReasonForm
          call={call}
          step="retrait"
          title="Retirer pour corriger"
          intro="Tant que l’appel n’est pas ouvert, il peut encore être corrigé."
          label="Retirer"
          typed={props.typed}
          errors={errors}
        />
      )}
      {published !== null && may.extend && <ExtensionForm {...props} call={published} />}
      {props.standing !== null && <Drafts standing={props.standing} />}
      {props.questions.length > 0 && <QuestionForms {...props} />}
      {props.notes.length > 0 && <NoteForms {...props} />}
      <Section title="Versions">
        <Timeline
          events={props.versions.map(({ number, cause, reason, madeBy, madeAt, closesAt }) => ({
            id: String(number),
            at: madeAt,
            title: `Version ${number}, ${causeWords[cause]}`,
            who: madeBy ?? undefined,
            children:
              cause === "extended" && closesAt !== null
                ? `Jusqu’au ${formatDateTime(closesAt)}. ${reason}`
                : reason === ""
                  ? undefined
                  : reason,
          }))}
          label="Versions de l’appel"
        />
      </Section>
    </>
  );
}

const causeWords: Readonly<Record<VersionCause, string>> = {
  created: "commencée",
  saved: "enregistrée",
  copied: "recopiée",
  voted: "grille votée",
  proposed: "proposée à la publication",
  "sent-back": "renvoyée",
  published: "publiée",
  withdrawn: "retirée",
  extended: "prolongée",
};

function NextStep(props: DeskCallPageProps): JSX.Element {
  const { call, blocking, may } = props;
  const { id } = call;
  if (blocking.length > 0) {
    return (
      <Notice tone="warning" title={`${plural(blocking.length, "point")} à régler avant d’ouvrir`}>
        <ul>
          {blocking.map(({ path, section, label, message }) => (
            <li key={path}>
              <a href={section === "vote" ? "#vote" : urls.deskCallPart.href({ id, part: section })}>{label}</a>
              {` : ${message}`}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (call.state === "draft") {
    return (
      <Notice tone="success" title="Rien ne manque">
        <p>L’appel peut être proposé à la publication.</p>
        {may.propose && <Step call={call} step="proposition" label="Proposer à la publication" />}
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="info" title="Attend sa publication">
        <p>Une fois ouvert, ce qui engage les candidats ne change plus : l’appel peut seulement être prolongé.</p>
        {may.publish ? (
          <Step call={call} step="publication" label="Publier l’appel" />
        ) : (
          <p>Un responsable de service qui ne l’a ni écrit ni proposé le publie.</p>
        )}
      </Notice>
      {may.sendBack && (
        <ReasonForm
          call={call}
          step="renvoi"
          title="Renvoyer pour correction"
          label="Renvoyer"
          typed={props.typed}
          errors={props.errors}
        />
      )}
    </>
  );
}

function Step(props: {
  readonly call: Call;
  readonly step: string;
  readonly label: string;
  readonly variant?: "primary" | "secondary";
}): JSX.Element {
  const { call, step, label, variant } = props;
  return (
    <ActionForm action={urls.deskCallStep.href({ id: call.id, step })} fields={{ version: String(call.version) }}>
      <Button variant={variant}>{label}</Button>
    </ActionForm>
  );
}

/** Where the drafts are, so that one knows what holds applicants back. */
function Drafts(props: { readonly standing: DraftsStanding }): JSX.Element {
  const { count, ready, bySection } = props.standing;
  const rows = [...bySection, ...(ready === 0 ? [] : [{ title: "Prêts à être déposés", count: ready }])];
  return (
    <Section
      id="brouillons"
      title="Brouillons en cours"
      intro={`${plural(count, "brouillon")} pour cet appel. Leur contenu n’est lu par personne ici.`}
    >
      {rows.length > 0 && (
        <DataTable
          caption="Première partie où il manque quelque chose"
          rows={rows}
          rowKey={({ title }) => title}
          columns={[
            { key: "title", header: "Partie du dossier", rowHeader: true, cell: ({ title }) => title },
            { key: "count", header: "Brouillons", numeric: true, cell: (row) => row.count },
          ]}
        />
      )}
    </Section>
  );
}

function PartsTable(props: DeskCallPageProps): JSX.Element {
  const { call, blocking, may } = props;
  return (
    <DataTable
      caption="Parties de l’appel"
      captionHidden
      rows={callForm(schemeOfCall(call)).sections}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: "Partie",
          rowHeader: true,
          cell: ({ id, title }) =>
            may.edit && call.state !== "published" ? (
              <a href={urls.deskCallPart.href({ id: call.id, part: id })}>{title}</a>
            ) : (
              title
            ),
        },
        {
          key: "state",
          header: "État",
          cell: ({ id }) => {
            const count = blocking.filter(({ section }) => section === id).length;
            return count === 0 ? (
              <StateTag tone="success" icon="check" label="Complète" quiet />
            ) : (
              <StateTag tone="warning" icon="warning" label={`${plural(count, "point")} à régler`} quiet />
            );
          },
        },
      ]}
    />
  );
}
