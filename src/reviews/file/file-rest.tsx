import type { JSX } from "preact";
import { Icon, type IconName, plural } from "#src/ui/index.ts";
import { Answers } from "../answers/file-answers.tsx";
import { Likenesses, Tasks } from "../around/file-around.tsx";
import { History } from "../costs/file-history.tsx";
import { RegimeAids } from "../costs/file-regime.tsx";
import { Letters, Messages, Notes, Requests } from "../exchange/file-exchange.tsx";
import { Journal } from "../journal/file-journal.tsx";
import { isOpenAtFirst } from "./file-sections.ts";
import type { ReviewedView } from "./file-view.tsx";

interface Fold {
  readonly id: string;
  readonly icon: IconName;
  readonly title: string;
  /** What it holds, in a few words: one need not open it to know. */
  readonly told: string;
  readonly body: JSX.Element;
}

/** All that is read now and then: folded, each with what it holds in its title. */
export function Rest(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  return (
    <section class="es-rest" aria-label="Le reste du dossier">
      {foldsOf(view).map(({ id, icon, title, told, body }) => (
        <details key={id} id={id} open={isOpenAtFirst(view, id)}>
          <summary>
            <Icon name={icon} />
            <h2>{title}</h2> <span>{told}</span>
            <Icon name="chevron-down" />
          </summary>
          <div class="es-stack">{body}</div>
        </details>
      ))}
    </section>
  );
}

function answersTold({ asked, file, changed }: ReviewedView): string {
  const all = `${plural(asked.length, "réponse")}, version ${file.revision.number}`;
  return changed.size === 0 ? all : `${all}, ${plural(changed.size, "réponse changée", "réponses changées")}`;
}

function foldsOf(view: ReviewedView): readonly Fold[] {
  const { file } = view;
  const last = file.messages.at(-1);
  const unread = file.messages.filter(({ side, readAt }) => side === "applicant" && readAt === null).length;
  const { tasks, likenesses } = view.around;
  const waiting = tasks.filter(({ doneAt }) => doneAt === null);
  const doubted = likenesses.filter(({ isSame }) => isSame === null).length;
  const parts = view.parts
    .flatMap((part) => part.sections)
    .filter(({ id }) => !isOpenAtFirst(view, id))
    .map(({ id, title, body }): Fold => ({ id, icon: "flag", title, told: "", body }));
  return [
    {
      id: "reponses",
      icon: "file",
      title: "Réponses complètes",
      told: answersTold(view),
      body: <Answers view={view} />,
    },
    {
      id: "messages",
      icon: "message",
      title: "Messages",
      told:
        unread > 0
          ? plural(unread, "non lu", "non lus")
          : last === undefined
            ? "aucun"
            : `${file.messages.length}, le dernier ${last.side === "applicant" ? "du demandeur" : "du service"}`,
      body: <Messages view={view} />,
    },
    {
      id: "organisme",
      icon: "euro",
      title: "Aides déjà reçues",
      told: "",
      body: (
        <>
          <History view={view} />
          <RegimeAids view={view} />
        </>
      ),
    },
    {
      id: "taches",
      icon: "flag",
      title: "Tâches et suivi",
      told: waiting.length === 0 ? "aucune tâche" : `${waiting.length} à faire`,
      body: <Tasks view={view} />,
    },
    {
      id: "doublons",
      icon: "copy",
      title: "Dossiers ressemblants",
      told: likenesses.length === 0 ? "aucun" : doubted === 0 ? "comparés" : `${doubted} à comparer`,
      body: <Likenesses view={view} />,
    },
    {
      id: "complements",
      icon: "undo",
      title: "Compléments",
      told: count(file.requests.length),
      body: <Requests view={view} />,
    },
    { id: "notes", icon: "pen", title: "Notes internes", told: count(file.notes.length), body: <Notes view={view} /> },
    {
      id: "documents",
      icon: "print",
      title: "Documents émis",
      told: count(file.documents.length),
      body: <Letters view={view} />,
    },
    ...parts,
    {
      id: "journal",
      icon: "clock",
      title: "Journal",
      told: plural(file.journal.length, "acte"),
      body: <Journal view={view} />,
    },
  ];
}

function count(of: number): string {
  return of === 0 ? "aucun" : String(of);
}
