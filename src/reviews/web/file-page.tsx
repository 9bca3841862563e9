import type { JSX } from "preact";
import {
  Columns,
  Deadline,
  ErrorSummary,
  formatDateTime,
  formatDay,
  LinkButton,
  Money,
  Notice,
  PageHeader,
  Section,
  StateTag,
  type SummaryItem,
  SummaryList,
  TableOfContents,
  type TocItem,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { isPaper } from "../completion.ts";
import { concludedEligibility } from "../instruction.ts";
import { Actions, Opinions } from "./file-actions.tsx";
import { Answers, Papers } from "./file-answers.tsx";
import { Budget, History } from "./file-budget.tsx";
import { Checks } from "./file-checks.tsx";
import { Doubts } from "./file-doubts.tsx";
import { Journal, Letters, Messages, Notes, Requests } from "./file-exchange.tsx";
import { Grid } from "./file-grid.tsx";
import { errorsOf, type FileView } from "./file-view.tsx";
import { deadlineOf } from "./queue-page.tsx";
import { routeWord, stateLooks, verdictLooks } from "./words.ts";

/** The whole file on one page: what was answered, the rule that reads it beside, and the acts at the end. */
export function FilePage(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const { application } = view.file;
  const parts = sectionsOf(view);
  return (
    <>
      <ErrorSummary errors={errorsOf(view.typed)} />
      <PageHeader
        eyebrow={`${application.number ?? ""}, ${view.scheme.name}`}
        title={application.title === "" ? application.organisationName : application.title}
        lead={application.organisationName}
        actions={
          <LinkButton href={urls.reviewReport.href({ id: application.id })} variant="secondary" size="sm" icon="print">
            Dossier en PDF
          </LinkButton>
        }
        meta={
          <>
            <StateTag {...stateLooks[application.state]} />
            <StateTag {...verdictLooks[concludedEligibility(view.instruction.checks)]} />
            {deadlineOf(application, view.today)}
          </>
        }
      />
      <Columns side={<TableOfContents items={contents(view, parts)} />}>
        {parts.map(({ id, title, body }) => (
          <Section key={id} id={id} title={title}>
            {body}
          </Section>
        ))}
      </Columns>
    </>
  );
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly body: JSX.Element;
}

function sectionsOf(view: FileView): readonly Part[] {
  return [
    { id: "resume", title: "L’essentiel", body: <Summary view={view} /> },
    { id: "verifications", title: "Vérifications", body: <Checks view={view} /> },
    { id: "doutes", title: "Doutes de lecture du texte", body: <Doubts view={view} /> },
    { id: "grille", title: "Grille d’analyse", body: <Grid view={view} /> },
    { id: "reponses", title: "Réponses", body: <Answers view={view} /> },
    { id: "pieces", title: "Pièces", body: <Papers view={view} /> },
    { id: "budget", title: "Budget", body: <Budget view={view} /> },
    { id: "organisme", title: "Aides déjà reçues", body: <History view={view} /> },
    { id: "complements", title: "Compléments", body: <Requests view={view} /> },
    { id: "avis", title: "Avis", body: <Opinions view={view} /> },
    ...view.parts.flatMap((part) => part.sections),
    { id: "documents", title: "Documents émis", body: <Letters view={view} /> },
    { id: "messages", title: "Messages", body: <Messages view={view} /> },
    { id: "notes", title: "Notes internes", body: <Notes view={view} /> },
    { id: "journal", title: "Journal", body: <Journal view={view} /> },
    { id: "actions", title: "Que faire maintenant", body: <Actions view={view} /> },
  ];
}

function contents(view: FileView, parts: readonly Part[]): readonly TocItem[] {
  const { left } = view.instruction;
  const waiting = (kind: (typeof left)[number]["kind"]) => left.filter((one) => one.kind === kind).length;
  const marks: Readonly<Record<string, number>> = {
    verifications: waiting("criterion"),
    doutes: waiting("doubt"),
    grille: waiting("grid"),
    pieces: view.asked.filter((one) => isPaper(one.path) && one.isMissing).length,
    messages: view.file.messages.length,
  };
  return parts.map(({ id, title }) => {
    const count = marks[id] ?? 0;
    const mark =
      count === 0 ? undefined : id === "messages" ? (
        <span class="es-count">{count}</span>
      ) : (
        <StateTag quiet tone="honey" icon="scale" label={String(count)} />
      );
    return { href: `#${id}`, label: title, ...(mark === undefined ? {} : { mark }) };
  });
}

function Summary(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const { application, assignee } = view.file;
  const { accepted, ceiling } = view.instruction;
  const items: SummaryItem[] = [
    { label: "Organisme", value: `${application.organisationName} (SIREN ${application.organisationSiren})` },
    { label: "Voie", value: routeWord(application.route) },
    { label: "Commune", value: application.commune === null ? "" : view.placeName(application.commune) },
    { label: "Déposé", value: application.submittedAt === null ? "" : formatDateTime(application.submittedAt) },
    { label: "Affecté à", value: assignee ?? "Personne" },
    { label: "Aide demandée", value: money(application.requestedAid) },
    { label: "Coûts retenus", value: money(accepted.funding.eligibleCosts) },
    { label: "Aide que permettent les règles", value: money(ceiling) },
    ...(application.proposedAid === null ? [] : [{ label: "Aide proposée", value: money(application.proposedAid) }]),
    ...(application.decidedAid === null ? [] : [{ label: "Aide votée", value: money(application.decidedAid) }]),
    {
      label: "Texte appliqué",
      value: `Cadre d’intervention du ${formatDay(application.framework)}, règles ${view.scheme.ruleSetHash.slice(0, 12)}`,
    },
  ];
  return (
    <>
      {application.state === "completion-requested" && application.suspendedUntil !== null && (
        <Notice tone="info" title="Le délai de décision est suspendu">
          <Deadline day={application.suspendedUntil} today={view.today} /> pour la réponse du demandeur.
        </Notice>
      )}
      <SummaryList compact items={items} />
    </>
  );
}

function money(cents: number | null): JSX.Element | string {
  return cents === null ? "" : <Money cents={cents} />;
}
