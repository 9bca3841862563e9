import { cents, FUNDER, sayMoney } from "#policy/index.ts";
import type { Application } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { funderName } from "../rules.ts";
import type { Rules } from "../standing.ts";
import { listCommitted, lockEnvelopes } from "../store.ts";
import { type Ask, drawLine, type Envelope } from "./line.ts";

/** What the envelopes of a call still hold: neither reserved nor voted. */
export function leftOver(
  envelopes: readonly Envelope[],
  committed: Awaited<ReturnType<typeof listCommitted>>,
): readonly (Envelope & { readonly reserved: number; readonly voted: number; readonly left: number })[] {
  // Two lines of one call for one funder and year (running costs, investment) are one pot here.
  const pots = new Map<string, Envelope>();
  for (const one of envelopes) {
    const key = `${one.funder} ${one.year}`;
    pots.set(key, { ...one, amount: one.amount + (pots.get(key)?.amount ?? 0) });
  }
  return [...pots.values()].map((pot) => {
    const taken = committed.find(({ funder, year }) => funder === pot.funder && year === pot.year);
    const { reserved, voted } = taken ?? { reserved: 0, voted: 0 };
    return { ...pot, reserved, voted, left: pot.amount - reserved - voted };
  });
}

/** Once voted, the funder's own part of what a file took is what was voted: the rest goes back to its envelope. */
export async function keepCommitted(tx: Tx, applicationId: string, aid: number): Promise<void> {
  const own = await tx
    .selectFrom("commitment")
    .selectAll()
    .where("application_id", "=", applicationId)
    .where("funder", "=", FUNDER)
    .orderBy("year")
    .execute();
  let rest = aid;
  for (const { year, amount } of own) {
    const kept = Math.min(rest, amount);
    rest -= kept;
    const row = (query: "update" | "delete") => {
      const at = { application_id: applicationId, funder: FUNDER, year };
      return query === "update"
        ? tx
            .updateTable("commitment")
            .set({ amount: kept })
            .where((eb) => eb.and(at))
        : tx.deleteFrom("commitment").where((eb) => eb.and(at));
    };
    if (kept !== amount) await row(kept === 0 ? "delete" : "update").execute();
  }
}

/**
 * Reserves what a file asks on the envelopes of its call, or says what lacks. One at a time: two people who select at
 * once cannot spend the same euro.
 */
export async function reserve(
  tx: Tx,
  application: Pick<Application, "id" | "framework"> & { readonly call: { readonly id: string } },
  rules: Pick<Rules, "envelopes">,
  asks: readonly Ask[],
): Promise<string | null> {
  await lockEnvelopes(tx, application.call.id);
  await tx.deleteFrom("commitment").where("application_id", "=", application.id).execute();
  const left = leftOver(rules.envelopes, await listCommitted(tx, application.call.id));
  const { funded, stopped } = drawLine(
    [{ id: application.id, asks }],
    left.map((pot) => ({ ...pot, amount: pot.left })),
  );
  if (stopped !== null) {
    const funder = funderName(application.framework, stopped.funder);
    return `L’enveloppe ne suffit pas\u00a0: il manque ${sayMoney(cents(stopped.lacks))} (${funder}).`;
  }
  const takes = funded.flatMap((one) => one.takes).filter(({ amount }) => amount > 0);
  if (takes.length > 0) {
    await tx
      .insertInto("commitment")
      .values(takes.map((one) => ({ application_id: application.id, ...one })))
      .execute();
  }
  return null;
}
