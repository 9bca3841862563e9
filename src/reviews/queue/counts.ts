import { sql } from "kysely";
import { type Group, groupOf, readState, type State } from "#src/life/index.ts";
import { type Database, inTransaction, type Tx } from "#src/platform/database/database.ts";
import { conditions, type Reading, sayWords } from "./filters/conditions.ts";
import type { Facet, QueueReader } from "./filters/facet.ts";
import { type QueueFilter, statesOf } from "./filters/filter.ts";

/** How many files stand in each state. */
export type StateCounts = ReadonlyMap<State, number>;

export function countsByGroup(counts: StateCounts): Readonly<Record<Group, number>> {
  const groups: Record<Group, number> = { "to-do": 0, completion: 0, opinion: 0, agreement: 0, closed: 0 };
  for (const [state, files] of counts) {
    const group = groupOf(state);
    if (group !== null) groups[group] += files;
  }
  return groups;
}

export function totalOf(counts: StateCounts): number {
  return [...counts.values()].reduce((sum, files) => sum + files, 0);
}

/** What a filter finds, state by state, in every tab. Past the bound it says that there are more, and no number. */
export interface Found {
  readonly counts: StateCounts;
  readonly isMore: boolean;
}

/** Past this many, a person only needs to know that there are many. */
export const COUNT_BOUND = 1000;

export async function countFound(tx: Tx, reading: Reading, bound = COUNT_BOUND): Promise<Found> {
  const everywhere = { ...reading, filter: { ...reading.filter, group: null } };
  await sayWords(tx, reading.filter.search);
  const { rows } = await sql<{ state: string; files: number }>`
    SELECT state, count(*)::int AS files FROM (
      SELECT a.state FROM application a JOIN organisation o ON o.id = a.organisation_id
      WHERE ${conditions(everywhere, null, false)} LIMIT ${bound + 1}) AS shown GROUP BY state`.execute(tx);
  const counts = new Map(rows.map(({ state, files }) => [readState(state), files]));
  return { counts, isMore: totalOf(counts) > bound };
}

/**
 * Every file by the one value that it has of each facet that can be counted, files of the same values together: how many
 * each value would show follows from it, whatever else is chosen of these facets.
 */
export interface Tally {
  readonly states: StateCounts;
  readonly rows: readonly { readonly values: Readonly<Record<string, string | null>>; readonly files: number }[];
}

interface Kept {
  readonly until: number;
  readonly tally: Promise<Tally>;
}

const kept = new WeakMap<Database, Kept>();
const KEPT_SECONDS = 20;

/**
 * The counts of the tabs and filters. Agents all see the same files, so that one count serves them all for some seconds:
 * with 100 000 files, counting at each page would cost more than the page.
 */
export function tallyOf(db: Database, facets: readonly Facet[]): Promise<Tally> {
  const found = kept.get(db);
  if (found !== undefined && found.until > performance.now()) return found.tally;
  const tally = count(db, facets);
  kept.set(db, { until: performance.now() + KEPT_SECONDS * 1000, tally });
  tally.catch(() => kept.delete(db));
  return tally;
}

/** An act that moves files makes the counts of this process right at once. */
export function forgetCounts(db: Database): void {
  kept.delete(db);
}

function count(db: Database, facets: readonly Facet[]): Promise<Tally> {
  const counted = facets.flatMap(({ name, counted: by }) => (by === undefined ? [] : [{ name, by }]));
  return inTransaction(db, "system", async (tx) => {
    const { rows } = await sql<Readonly<Record<string, string | null>> & { files: number; state: string }>`
      SELECT a.state, ${sql.join(counted.map(({ name, by }) => sql`${by()} AS ${sql.id(name)}`))}, count(*)::int AS files
      FROM application a WHERE a.state <> 'draft' AND a.submitted_at IS NOT NULL
      GROUP BY ${sql.join(Array.from({ length: counted.length + 1 }, (_, at) => sql.raw(String(at + 1))))}`.execute(tx);
    const states = new Map<State, number>();
    for (const { state, files } of rows) {
      const known = readState(state);
      states.set(known, (states.get(known) ?? 0) + files);
    }
    return { states, rows: rows.map(({ state: _state, files, ...values }) => ({ values, files })) };
  });
}

/**
 * How many files each value of a facet would show beside what else is chosen; null where the filter asks what is not
 * counted beforehand (words, amounts, labels).
 */
export function countsOfFacet(
  tally: Tally,
  facet: Facet,
  filter: QueueFilter,
  facets: readonly Facet[],
  { me }: Pick<QueueReader, "me">,
): ReadonlyMap<string, number> | null {
  if (facet.counted === undefined || filter.search !== "" || filter.atLeast !== null || filter.atMost !== null)
    return null;
  const others = Object.entries(filter.values).filter(([name]) => name !== facet.name);
  const isKnown = others.every(([name]) => facets.some((one) => one.name === name && one.counted !== undefined));
  if (!isKnown) return null;
  const asked = others.map(
    ([name, values]) => [name, new Set(values.map((value) => (value === "moi" ? me : value)))] as const,
  );
  const states = filter.group === null || facet.name === "etat" ? null : new Set<string>(statesOf(filter.group));
  const counts = new Map<string, number>();
  for (const { values, files } of tally.rows) {
    if (states !== null && !states.has(values.etat ?? "")) continue;
    if (!asked.every(([name, set]) => set.has(values[name] ?? ""))) continue;
    const value = values[facet.name];
    if (value === null || value === undefined) continue;
    counts.set(value, (counts.get(value) ?? 0) + files);
    if (facet.name === "agent" && value === me) counts.set("moi", (counts.get("moi") ?? 0) + files);
  }
  return counts;
}
