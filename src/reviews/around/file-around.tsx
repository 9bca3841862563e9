import type { JSX } from "preact";
import { Button, DayField, formatDay, Icon, LongTextField, SelectField, TextField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { errorOf, idIn, KeyField, may, type ReviewedView, typedIn } from "../file/file-view.tsx";
import type { LikenessRow, TaskRow } from "./around-store.ts";

/** Follows the file, or leaves it, from its head; who else does is said. */
export function Following(props: { readonly view: ReviewedView }): JSX.Element | null {
  const { view } = props;
  const { followers } = view.around;
  const mine = followers.some(({ id }) => id === view.visitor.person.id);
  const names = followers.map(({ name }) => name).join(", ");
  if (!may(view, "follow")) return followers.length === 0 ? null : <span>Suivi par {names}</span>;
  return (
    <form method="post" action={urls.reviewFollowing.href({ id: view.file.application.id })}>
      <KeyField view={view} />
      <button type="submit" class="es-linkish" name="action" value={mine ? "laisser" : "suivre"} title={names}>
        <Icon name="eye" />
        {mine ? "Ne plus suivre" : "Suivre"}
        {followers.length > 0 && (
          <>
            {" "}
            <span class="es-count">{followers.length}</span>
          </>
        )}
      </button>
    </form>
  );
}

/** What is to do on this file, by whom and until when; what is done stays readable. */
export function Tasks(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { tasks, followers } = view.around;
  return (
    <>
      {followers.length > 0 && (
        <p class="es-hint">Ce dossier est suivi par {followers.map(({ name }) => name).join(", ")}.</p>
      )}
      {tasks.length === 0 ? (
        <p class="es-hint">Aucune tâche.</p>
      ) : (
        <ul class="es-tasks">
          {tasks.map((task) => (
            <TaskItem key={task.id} view={view} task={task} />
          ))}
        </ul>
      )}
      {may(view, "task") && <TaskForm view={view} />}
    </>
  );
}

function TaskItem(props: { readonly view: ReviewedView; readonly task: TaskRow }): JSX.Element {
  const { view, task } = props;
  const { id } = view.file.application;
  const isLate = task.doneAt === null && task.dueOn < view.today;
  return (
    <li data-done={task.doneAt === null ? undefined : ""}>
      <div>
        <strong>{task.body}</strong>{" "}
        <span data-color={isLate ? "danger" : undefined}>
          {isLate ? "en retard, " : ""}pour le {formatDay(task.dueOn)}, {task.forName ?? "personne"}
        </span>
        {task.doneAt !== null && <span>, terminée par {task.doneBy ?? "un agent"}</span>}
      </div>
      {task.doneAt === null && may(view, "task") && (
        <form method="post" action={urls.reviewTaskEnd.href({ id, task: task.id })}>
          <KeyField view={view} />
          <Button variant="tertiary" size="sm" icon="check" context={task.body}>
            Terminée
          </Button>
        </form>
      )}
    </li>
  );
}

function TaskForm(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const form = "taches";
  const me = view.visitor.person.id;
  const people = view.agents.some(({ id }) => id === me)
    ? view.agents
    : [{ id: me, name: view.visitor.person.name }, ...view.agents];
  return (
    <form class="es-form es-inline-form" method="post" action={urls.reviewTasks.href({ id: view.file.application.id })}>
      <KeyField view={view} />
      <TextField
        name="tache"
        id={idIn(form, "tache")}
        label="À faire"
        maxLength={500}
        value={typedIn(view, form, "tache")}
        error={errorOf(view, form, "tache")}
      />
      <DayField
        name="pour-le"
        id={idIn(form, "pour-le")}
        label="Pour le"
        value={typedIn(view, form, "pour-le")}
        error={errorOf(view, form, "pour-le")}
      />
      <SelectField
        name="pour-qui"
        id={idIn(form, "pour-qui")}
        label="Pour qui"
        options={people.map(({ id, name }) => ({ value: id, label: id === me ? "moi" : name }))}
        value={typedIn(view, form, "pour-qui", me)}
        error={errorOf(view, form, "pour-qui")}
      />
      <Button variant="secondary" size="sm">
        Noter cette tâche
      </Button>
    </form>
  );
}

const hows = {
  organisation: "même organisme et même dispositif",
  title: "titre voisin",
  paper: "une pièce identique, octet pour octet",
} as const;

/** Files that look like this one: a person says whether they are one project. */
export function Likenesses(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { likenesses } = view.around;
  if (likenesses.length === 0) return <p class="es-hint">Aucun autre dossier ne ressemble à celui-ci.</p>;
  return (
    <ul class="es-tasks">
      {likenesses.map((one) => (
        <LikenessItem key={one.id} view={view} one={one} />
      ))}
    </ul>
  );
}

function LikenessItem(props: { readonly view: ReviewedView; readonly one: LikenessRow }): JSX.Element {
  const { view, one } = props;
  return (
    <li>
      <div>
        <a href={urls.review.href({ id: one.id })}>{one.number}</a> {one.organisation}, « {one.title} » :{" "}
        {one.how.map((how) => hows[how]).join(", ")}.
        {one.isSame !== null && (
          <p>
            <strong>{one.isSame ? "Même projet" : "Projets distincts"}</strong>, dit par {one.saidBy ?? "un agent"}
            {one.reason !== "" && <> : {one.reason}</>}
          </p>
        )}
      </div>
      {may(view, "find") && (
        <form method="post" action={urls.reviewLikeness.href({ id: view.file.application.id })}>
          <KeyField view={view} />
          <input type="hidden" name="autre" value={one.id} />
          <LongTextField
            name="raison"
            id={idIn(`doublon-${one.id}`, "raison")}
            label={`Pourquoi, à propos de ${one.number}`}
            rows={1}
            required={false}
            value={one.reason}
          />
          <div class="es-button-bar">
            <Button variant="secondary" size="sm" name="action" value="distincts" context={`: ${one.number}`}>
              Projets distincts
            </Button>
            <Button variant="secondary" size="sm" name="action" value="meme" context={`: ${one.number}`}>
              Même projet
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}
