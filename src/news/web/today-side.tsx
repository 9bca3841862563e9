import type { JSX } from "preact";
import type { Refusal } from "#src/life/index.ts";
import {
  Button,
  capital,
  DayField,
  Deadline,
  Disclosure,
  ErrorSummary,
  plural,
  Section,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Due, OwnTask } from "../store.ts";

/** What one sees at a glance; more unfolds. */
const OPEN_DUE = 6;
const OPEN_TASKS = 4;
/** Nobody reads more in a morning; the list of their files has the rest. */
const MOST_DUE = 40;

export interface TodaySideProps {
  readonly reader: string;
  /** ISO day. */
  readonly day: string;
  readonly due: readonly Due[];
  readonly tasks: readonly OwnTask[];
  /** A key for each form that does something once; null where the reader keeps no tasks. */
  readonly newKey: (() => string) | null;
  /** What was typed of a task that was refused, and why. */
  readonly refused?: { readonly fields: Readonly<Record<string, string>>; readonly refusals: readonly Refusal[] };
}

/** What falls due on the files that the reader holds: the nearest open, the others folded. */
export function Deadlines({ due, day, reader }: TodaySideProps): JSX.Element {
  const later = due.length - MOST_DUE;
  const folded = due.slice(OPEN_DUE, MOST_DUE);
  return (
    <Section title="Échéances à sept jours" id="echeances">
      {due.length === 0 ? <p>Aucune sur vos dossiers.</p> : <DueList due={due.slice(0, OPEN_DUE)} day={day} />}
      {folded.length > 0 && (
        <Disclosure summary={plural(folded.length, "autre échéance", "autres échéances")}>
          <DueList due={folded} day={day} />
        </Disclosure>
      )}
      {later > 0 && (
        <p>
          Et {plural(later, "autre", "autres")} ensuite{"\u00a0"}:{" "}
          <a href={urls.queue.href({}, { vue: "tous", agent: [reader], tri: "delai" })}>vos dossiers par délai</a>.
        </p>
      )}
    </Section>
  );
}

function DueList({ due, day }: Pick<TodaySideProps, "due" | "day">): JSX.Element {
  return (
    <ul class="es-dues">
      {due.map((one) => (
        <li key={one.id}>
          <Deadline day={one.day} today={day} />
          <span>
            {capital(one.what)}
            <br />
            <OfFile one={one} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function OfFile({ one }: { readonly one: Due }): JSX.Element {
  return (
    <>
      <a href={urls.review.href({ id: one.id })}>{one.organisation}</a>{" "}
      {one.number !== null && <span class="es-hint es-number">{one.number}</span>}
    </>
  );
}

/** What the reader has to do: said done here, or noted here on a file that its number names. */
export function Tasks(props: TodaySideProps): JSX.Element {
  const { tasks } = props;
  const folded = tasks.slice(OPEN_TASKS);
  return (
    <Section title="Mes tâches" id="taches">
      {tasks.length === 0 ? <p>Aucune.</p> : <TaskList {...props} tasks={tasks.slice(0, OPEN_TASKS)} />}
      {folded.length > 0 && (
        <Disclosure summary={plural(folded.length, "autre tâche", "autres tâches")}>
          <TaskList {...props} tasks={folded} />
        </Disclosure>
      )}
      {props.newKey !== null && <NewTask {...props} newKey={props.newKey} />}
    </Section>
  );
}

function TaskList({ tasks, day, newKey }: TodaySideProps): JSX.Element {
  return (
    <ul class="es-dues">
      {tasks.map((one) => (
        <li key={one.task}>
          <Deadline day={one.day} today={day} />
          <span>
            {one.what}
            <br />
            <OfFile one={one} />
            {newKey !== null && (
              <form method="post" action={urls.todayTaskEnd.href({ task: one.task })}>
                <input type="hidden" name="cle" value={newKey()} />
                <Button variant="tertiary" size="sm" icon="check" context={one.what}>
                  Terminée
                </Button>
              </form>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function NewTask({ newKey, refused }: TodaySideProps & { readonly newKey: () => string }): JSX.Element {
  const field = (name: string) => ({
    name,
    value: refused?.fields[name] ?? "",
    error: refused?.refusals.find((one) => one.path === name)?.message,
  });
  return (
    <Disclosure summary="Noter une tâche" open={refused !== undefined}>
      <form class="es-form" method="post" action={urls.todayTasks.href()}>
        <ErrorSummary errors={(refused?.refusals ?? []).map(({ path = "", message }) => ({ name: path, message }))} />
        <input type="hidden" name="cle" value={newKey()} />
        <TextField {...field("tache")} label="À faire" maxLength={500} />
        <TextField {...field("dossier")} label="Numéro du dossier" hint="Par exemple AC-2026-00035" maxLength={40} />
        <DayField {...field("pour-le")} label="Pour le" />
        <Button variant="secondary" size="sm">
          Noter cette tâche
        </Button>
      </form>
    </Disclosure>
  );
}
