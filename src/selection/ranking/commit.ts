import { sql } from "kysely";
import { cents, FUNDER, sayMoney } from "#policy/index.ts";
import type { Application } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { shortName } from "../rules.ts";
import type { Rules } from "../standing.ts";
import { type Committed, listCommitted, lockEnvelopes } from "../store.ts";
import { type Ask, drawLine, type Envelope, keyOf } from "./line.ts";

/** An envelope with what was taken of it. */
export interface Held extends Envelope {
  readonly reserved: number;
  readonly voted: number;
  readonly left: number;
}

/** What the envelopes of a call still hold: neither reserved nor voted. */
export function leftOver(envelopes: readonly Envelope[], committed: readonly Committed[]): readonly Held[] {
  const pots = new Map<string, Envelope>();
  for (const one of envelopes) {
    const key = keyOf(one);
    pots.set(key, { ...one, amount: one.amount + (pots.get(key)?.amount ?? 0) });
  }
  const taken = new Map<string, Committed[]>();
  for (const one of committed) {
    // What was taken before the call divided its envelope counts on the first of that funder and year.
    const pot =
      pots.get(keyOf(one)) ?? [...pots.values()].find((it) => it.funder === one.funder && it.year === one.year);
    if (pot !== undefined) taken.set(keyOf(pot), [...(taken.get(keyOf(pot)) ?? []), one]);
  }
  return [...pots.entries()].map(([key, pot]) => {
    const of = taken.get(key) ?? [];
    const reserved = of.reduce((sum, one) => sum + one.reserved, 0);
    const voted = of.reduce((sum, one) => sum + one.voted, 0);
    return { ...pot, reserved, voted, left: pot.amount - reserved - voted };
  });
}

/**
 * Once voted, the funder's own part of what a file took is what was voted: the rest goes back to its envelopes, the last
 * year first, running costs and investments alike.
 */
export async function keepCommitted(tx: Tx, voted: ReadonlyMap<string, number>): Promise<void> {
  const rows = await tx
    .selectFrom("commitment")
    .select(["application_id", "year", "section", "amount"])
    .modifyFront(plannedOnce)
    .where("application_id", "=", sql<string>`ANY (${[...voted.keys()]}::uuid[])`)
    .where("funder", "=", FUNDER)
    .orderBy("section")
    .orderBy("year")
    .execute();
  const own = Map.groupBy(rows, ({ application_id }) => application_id);
  for (const [id, aid] of voted) await keepOwn(tx, id, keptOf(own.get(id) ?? [], aid));
}

async function keepOwn(
  tx: Tx,
  applicationId: string,
  rows: readonly (Row & { readonly year: number; readonly kept: number })[],
): Promise<void> {
  for (const { year, section, amount, kept } of rows) {
    if (kept === amount) continue;
    const at = { application_id: applicationId, funder: FUNDER, year, section };
    const row =
      kept === 0
        ? tx.deleteFrom("commitment").where((eb) => eb.and(at))
        : tx
            .updateTable("commitment")
            .set({ amount: kept })
            .where((eb) => eb.and(at));
    await row.execute();
  }
}

interface Row {
  readonly section: string;
  readonly amount: number;
}

/** What stays of each row when no more than `aid` of all is kept: each section in its proportion, its first rows first. */
export function keptOf<R extends Row>(rows: readonly R[], aid: number): readonly (R & { readonly kept: number })[] {
  let before = rows.reduce((sum, { amount }) => sum + amount, 0);
  let rest = Math.min(aid, before);
  return [...Map.groupBy(rows, ({ section }) => section).values()].flatMap((ofSection) => {
    const whole = ofSection.reduce((sum, { amount }) => sum + amount, 0);
    // Of what is left to share out, so that the last section takes the cent that rounding leaves.
    let share = before === 0 ? 0 : Math.round((rest * whole) / before);
    rest -= share;
    before -= whole;
    return ofSection.map((row) => {
      const kept = Math.min(share, row.amount);
      share -= kept;
      return { ...row, kept };
    });
  });
}

/**
 * Reserves what a file asks on the envelopes of its call, or says what lacks. One at a time: two people who select at
 * once cannot spend the same euro.
 */
export async function reserve(
  tx: Tx,
  { id, framework, call }: Pick<Application, "id" | "framework"> & { readonly call: { readonly id: string } },
  rules: Pick<Rules, "envelopes">,
  asks: readonly Ask[],
): Promise<string | null> {
  return (await reserveAll(tx, call.id, rules, [{ id, framework, asks }])).get(id) ?? null;
}

/** The same for several files of one call, in their order: what one takes, the next ones lack. By file, what lacks. */
export async function reserveAll(
  tx: Tx,
  callId: string,
  { envelopes }: Pick<Rules, "envelopes">,
  files: readonly (Pick<Application, "id" | "framework"> & { readonly asks: readonly Ask[] })[],
): Promise<ReadonlyMap<string, string>> {
  await lockEnvelopes(tx, callId);
  const ids = files.map(({ id }) => id);
  await sql`${plannedOnce} DELETE FROM commitment WHERE application_id = ANY (${ids}::uuid[])`.execute(tx);
  let pots = leftOver(envelopes, await listCommitted(tx, callId)).map((pot) => ({ ...pot, amount: pot.left }));
  const lacking = new Map<string, string>();
  const rows: Committing[] = [];
  for (const { id, framework, asks } of files) {
    const { funded, stopped, envelopes: drawn } = drawLine([{ id, asks }], pots);
    if (stopped !== null) {
      const whose = shortName(framework, stopped);
      const message = `L’enveloppe ne suffit pas\u00a0: il manque ${sayMoney(cents(stopped.lacks))} (${whose}).`;
      lacking.set(id, message);
      continue;
    }
    const left = new Map(drawn.map((pot) => [keyOf(pot), pot.left]));
    pots = pots.map((pot) => ({ ...pot, amount: left.get(keyOf(pot)) ?? pot.amount }));
    const takes = funded.flatMap((one) => one.takes).filter(({ amount }) => amount > 0);
    rows.push(...takes.map((one) => ({ application_id: id, ...one, section: one.section ?? "" })));
  }
  if (rows.length > 0) await tx.insertInto("commitment").modifyEnd(plannedOnce).values(rows).execute();
  return lacking;
}

interface Committing {
  readonly application_id: string;
  readonly funder: string;
  readonly year: number;
  readonly section: string;
  readonly amount: number;
}
