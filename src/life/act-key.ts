import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";

/** An act under its key: a key is one person's, for one act on one thing. */
export interface ActClaim {
  readonly key: string;
  readonly person: string;
  readonly act: string;
}

export type Claimed =
  | { readonly kind: "new" }
  | { readonly kind: "done"; readonly location: string }
  | { readonly kind: "foreign" };

/** Takes a key. A second call waits for the first one to commit, then learns where it led. */
export async function claimKey(tx: Tx, claim: ActClaim, at: Temporal.Instant): Promise<Claimed> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("act_key")
    .modifyEnd(plannedOnce)
    .values({ ...claim, done_at: at, location: "" })
    .onConflict((clash) => clash.column("key").doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return { kind: "new" };
  const done = await tx.selectFrom("act_key").selectAll().where("key", "=", claim.key).executeTakeFirstOrThrow();
  if (done.person !== claim.person || done.act !== claim.act) return { kind: "foreign" };
  return { kind: "done", location: done.location };
}

export async function keepLocation(tx: Tx, key: string, location: string): Promise<void> {
  await tx.updateTable("act_key").modifyEnd(plannedOnce).set({ location }).where("key", "=", key).execute();
}

/** What is known of the keys of an act on several files, each of its own: those that led somewhere, by key. */
export async function doneUnder(
  tx: Tx,
  claims: readonly ActClaim[],
): Promise<ReadonlyMap<string, Exclude<Claimed, { kind: "new" }>>> {
  const rows = await tx
    .selectFrom("act_key")
    .selectAll()
    .where(
      "key",
      "in",
      claims.map(({ key }) => key),
    )
    .execute();
  const claimed = new Map(claims.map((claim) => [claim.key, claim]));
  return new Map(
    rows.map(({ key, person, act, location }) => {
      const own = claimed.get(key);
      const isOwn = own?.person === person && own.act === act;
      return [key, isOwn ? { kind: "done", location } : { kind: "foreign" }] as const;
    }),
  );
}

/** Takes many keys at once, with where each led. A key that somebody took meanwhile throws. */
export async function takeKeys(
  tx: Tx,
  claims: readonly (ActClaim & { readonly location: string })[],
  at: Temporal.Instant,
): Promise<void> {
  if (claims.length === 0) return;
  await tx
    .insertInto("act_key")
    .values(claims.map((claim) => ({ ...claim, done_at: at })))
    .execute();
}
