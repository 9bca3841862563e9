import type { JSX } from "preact";
import { routeOf } from "#src/life/index.ts";
import { Button, formatDayShort, Icon, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Following } from "../around/file-around.tsx";
import { deadlineOf } from "../queue/columns/own-columns.tsx";
import { stateLook, verdictLookOf } from "../web/words.ts";
import { nextPoint } from "./file-next.ts";
import { ActFields, mayTakeStep, type ReviewedView } from "./file-view.tsx";

/** What stays in view over the whole page: which file, where it stands, until when, and the next act. */
export function ReviewedBar(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { application } = view.file;
  return (
    <div class="es-filehead">
      <FileList view={view} />
      <div class="es-filebar">
        <div class="es-filebar-name">
          <h1>
            {application.number ?? ""} <span>{application.organisationName}</span>
          </h1>
          <p>
            {[application.title, view.scheme.name, routeOf(application)?.word ?? ""]
              .filter((one) => one !== "")
              .join(" · ")}
          </p>
        </div>
        <div class="es-filebar-state">
          <StateTag {...stateLook(application.state)} />
          <StateTag quiet {...verdictLookOf(view.instruction)} />
          {deadlineOf(application, view.today)}
        </div>
        <NextAct view={view} />
      </div>
    </div>
  );
}

/** The list that one came from, the file before and the one after, and who follows this one. */
function FileList(props: { readonly view: ReviewedView }): JSX.Element {
  const { list } = props.view;
  return (
    <nav class="es-filenav" aria-label="Liste des dossiers">
      <a href={list.href} data-key="u">
        <Icon name="arrow-left" />
        {list.label}
      </a>
      {list.place !== null && <span>{list.place}</span>}
      {list.previous !== null && (
        <a href={list.previous} rel="prev" data-key="k">
          Précédent
        </a>
      )}
      {list.next !== null && (
        <a href={list.next} rel="next" data-key="j">
          Suivant
        </a>
      )}
      <div class="es-filenav-end">
        <NextTask view={props.view} />
        <Following view={props.view} />
        <a href={urls.reviewReport.href({ id: props.view.file.application.id })}>
          <Icon name="print" />
          Dossier en PDF
        </a>
      </div>
    </nav>
  );
}

/** The first thing to do on this file, where there is one. */
function NextTask(props: { readonly view: ReviewedView }): JSX.Element {
  const next = props.view.around.tasks.find(({ doneAt }) => doneAt === null);
  return (
    <a href="#taches">
      <Icon name="flag" />
      {next === undefined ? "Noter une tâche" : `${next.body}, ${formatDayShort(next.dueOn)}`}
    </a>
  );
}

const plainSteps = {
  "declare-complete": { label: "Déclarer le dossier complet", icon: "check" },
  "start-review": { label: "Commencer l’instruction", icon: "search" },
} as const;

/** The one act that the file waits for from this person, if any. */
function NextAct(props: { readonly view: ReviewedView }): JSX.Element | null {
  const { view } = props;
  const { id } = view.file.application;
  for (const step of ["declare-complete", "start-review"] as const) {
    if (!mayTakeStep(view, step)) continue;
    return (
      <form class="es-filebar-act" method="post" action={urls.reviewStep.href({ id, step })}>
        <ActFields view={view} />
        <Button icon={plainSteps[step].icon}>{plainSteps[step].label}</Button>
      </form>
    );
  }
  const next = nextPoint(view);
  if (next === null) return null;
  return (
    <p class="es-filebar-act">
      <a class="ds-button" href={next.href} data-key="n">
        {next.label}
        {next.left > 0 && <span class="es-left">{next.left} à voir</span>}
      </a>
    </p>
  );
}
