import type { JSX } from "preact";
import {
  Columns,
  ErrorSummary,
  FoldedSection,
  LinkButton,
  PageHeader,
  StateTag,
  TableOfContents,
  type TocItem,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Checks } from "../checks/file-checks.tsx";
import { Doubts } from "../checks/file-doubts.tsx";
import { Grid } from "../checks/file-grid.tsx";
import { isPaper } from "../completion/completion.ts";
import { Budget, History } from "../costs/file-budget.tsx";
import { Opinions, SentBack } from "../opinions/file-opinion.tsx";
import { deadlineOf } from "../queue/queue-page.tsx";
import { stateLook, verdictLookOf } from "../web/words.ts";
import { Answers, Papers } from "./file-answers.tsx";
import { Letters, Messages, Notes, Requests } from "./file-exchange.tsx";
import { Head } from "./file-head.tsx";
import { Journal } from "./file-journal.tsx";
import { isOpenAtFirst } from "./file-sections.ts";
import { errorsOf, type FileView } from "./file-view.tsx";

/** The whole file on one page: what to do now first, then what was answered and the rule that reads it. */
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
            <StateTag {...stateLook(application.state)} />
            <StateTag {...verdictLookOf(view.instruction)} />
            {deadlineOf(application, view.today)}
          </>
        }
      />
      <SentBack view={view} />
      <Head view={view} />
      <Columns side={<TableOfContents items={contents(view, parts)} />}>
        {parts.map(({ id, title, body }) => (
          <FoldedSection key={id} id={id} title={title} open={isOpenAtFirst(view, id)}>
            {body}
          </FoldedSection>
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
  const head = [
    { href: "#actions", label: "Que faire maintenant" },
    { href: "#resume", label: "L’essentiel" },
  ];
  const items = parts.map(({ id, title }) => {
    const count = marks[id] ?? 0;
    const mark =
      count === 0 ? undefined : id === "messages" ? (
        <span class="es-count">{count}</span>
      ) : (
        <StateTag quiet tone="honey" icon="scale" label={String(count)} />
      );
    return { href: `#${id}`, label: title, ...(mark === undefined ? {} : { mark }) };
  });
  return [...head, ...items];
}
