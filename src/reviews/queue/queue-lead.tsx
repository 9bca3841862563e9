import { Fragment, type JSX } from "preact";
import type { State } from "#src/life/index.ts";
import { GROUPS } from "#src/life/index.ts";
import { formatMoney, plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { groupWords } from "../web/words.ts";
import { countsByGroup, totalOf } from "./counts.ts";
import { isPlain, queryOf, STATE, statesOf, valuesOf, withoutFilters, withValues } from "./filters/filter.ts";
import type { QueueView } from "./queue-view.ts";

/** What the amount of a state's files is, so that no sum is taken for another. */
const votedWords: Readonly<Partial<Record<State, string>>> = {
  awarded: "Aide votée, à notifier",
  notified: "Aide votée et notifiée",
  "agreement-to-sign": "Aide des conventions à signer",
  signed: "Aide des conventions signées",
};

/** One line over the list: what waits for this reader, or what was found and where it stands. */
export function Lead(view: QueueView): JSX.Element {
  const { voted } = view;
  const state = stateShown(view);
  const word = state === null ? undefined : votedWords[state];
  const amount = state === null ? undefined : voted.get(state);
  // Where what waits is told with its amounts, the sum of the list is one of them.
  const isTold = voted.size > 1;
  return (
    <p class="es-lead es-queue-lead" role="status">
      {whatWaits(view)}
      {!isTold && word !== undefined && amount !== undefined && amount > 0 && ` ${word} : ${formatMoney(amount)}.`}
    </p>
  );
}

/** The state of the list, where it shows one. */
function stateShown({ filter }: QueueView): State | null {
  const [only, ...others] = valuesOf(filter, STATE);
  return others.length > 0 ? null : ((only as State | undefined) ?? null);
}

/** A number of files that wait; where they hold a vote, its amount, and the way to them. */
function waiting(
  { counts, voted, filter }: QueueView,
  { states, one, many, href }: QueueView["waits"][number],
): JSX.Element {
  const files = states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const words = plural(files, one, many);
  if (href !== undefined && files > 0) return <a href={href}>{words}</a>;
  const [state] = states;
  const amount = state === undefined ? undefined : voted.get(state);
  if (state === undefined || amount === undefined) return <>{words}</>;
  const only = withValues({ ...withoutFilters(filter), group: null }, STATE, [state]);
  return (
    <>
      <a href={urls.queue.href({}, queryOf(only))}>{words}</a>
      {amount > 0 && ` (${formatMoney(amount)})`}
    </>
  );
}

function whatWaits(view: QueueView): JSX.Element | string {
  const { counts, filter, waits } = view;
  // A state chosen alone is what a home opens on: its count is said by what waits.
  const state = stateShown(view);
  const isHome =
    isPlain(withValues(filter, STATE, [])) && waits.some((one) => one.states.some((each) => each === state));
  if (view.found !== null && !isHome) return whatIsFound(view);
  if (waits.length > 0) {
    return (
      <>
        {waits.map((wait, at) => (
          <Fragment key={wait.one}>
            {at > 0 && (at === waits.length - 1 ? " et " : ", ")}
            {waiting(view, wait)}
          </Fragment>
        ))}
        .
      </>
    );
  }
  return `${plural(totalOf(counts), "dossier déposé", "dossiers déposés")}.`;
}

/** How many, and where they stand: « 3 dossiers correspondent : 2 à instruire, 1 clos ». */
function whatIsFound({ found, filter }: QueueView): string {
  if (found === null || found.isMore) return "Plus de 1 000 dossiers correspondent à ces critères.";
  const states = filter.group === null ? null : new Set(statesOf(filter.group));
  const here = [...found.counts].reduce((sum, [state, files]) => sum + (states?.has(state) === false ? 0 : files), 0);
  const elsewhere = totalOf(found.counts) - here;
  const groups = countsByGroup(found.counts);
  const where = GROUPS.filter((group) => groups[group] > 0).map((group) => `${groupWords[group]} ${groups[group]}`);
  const told =
    here === 0
      ? "Aucun dossier ne correspond à ces critères"
      : `${plural(here, "dossier")} ${here < 2 ? "correspond" : "correspondent"} à ces critères`;
  if (elsewhere > 0) return `${told} dans cet onglet, ${elsewhere} dans les autres.`;
  return where.length > 1 ? `${told} : ${where.join(", ")}.` : `${told}.`;
}
