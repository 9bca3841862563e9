import { sql } from "kysely";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { mayOnOccasion, type OccasionAct, type OccasionPart, partsOf } from "./may.ts";
import type { Occasion } from "./occasion.ts";
import { findOccasion, lockOccasion, namedParts } from "./store.ts";

/** Why an act was not done: not there or not theirs to see, seen but not theirs to do, or the page was out of date. */
export type NotDone = "absent" | "forbidden" | "stale";

export interface Scene {
  readonly tx: Tx;
  readonly occasion: Occasion;
  readonly parts: readonly OccasionPart[];
  /** One line of the occasion's journal, in the visitor's name. */
  note(act: string, details?: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Reads an occasion in the visitor's name with the parts they have in it; null where it is not theirs to see. */
export function seeOccasion(
  world: World,
  visitor: SignedVisitor,
  by: { readonly id: string } | { readonly slug: string },
): Promise<{ readonly occasion: Occasion; readonly parts: readonly OccasionPart[] } | null> {
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const occasion = await findOccasion(tx, by);
    if (occasion === null) return null;
    const parts = partsOf(visitor, occasion, await namedParts(tx, occasion.id, visitor.person.email));
    return mayOnOccasion(parts, "see") ? { occasion, parts } : null;
  });
}

/**
 * Acts on an occasion in the visitor's name: its row locked, the right asked, the version compared with the one that the
 * page showed (null where the act does not depend on what it said).
 */
export function actOnOccasion<T>(
  world: World,
  visitor: SignedVisitor,
  id: string,
  act: OccasionAct,
  version: number | null,
  work: (scene: Scene) => Promise<T>,
): Promise<T | { readonly notDone: NotDone }> {
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const seen = await findOccasion(tx, { id });
    if (seen === null) return { notDone: "absent" as const };
    const parts = partsOf(visitor, seen, await namedParts(tx, id, visitor.person.email));
    if (!mayOnOccasion(parts, "see")) return { notDone: "absent" as const };
    if (!mayOnOccasion(parts, act)) return { notDone: "forbidden" as const };
    const occasion = await asService(tx, () => lockOccasion(tx, id));
    if (occasion === null) return { notDone: "absent" as const };
    if (version !== null && occasion.version !== version) return { notDone: "stale" as const };
    const note: Scene["note"] = (what, details = {}) =>
      record(tx, {
        chain: `occasion:${id}`,
        at: world.clock.now(),
        actor: visitor.person.id,
        organisation: occasion.organisationId,
        act: what,
        details,
        visibleToApplicant: false,
      });
    return work({ tx, occasion, parts, note });
  });
}

/** Whether an act was not done, and why. */
export function isNotDone(outcome: unknown): outcome is { readonly notDone: NotDone } {
  return typeof outcome === "object" && outcome !== null && "notDone" in outcome;
}

/** What follows from an act and touches rows that its author may not: done as the service, in the same transaction. */
export async function asService<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{
    reader: string | null;
  }>`SELECT current_setting('essaim.reader', true) AS reader`.execute(tx);
  await sql`SELECT set_config('essaim.reader', 'system', true)`.execute(tx);
  const done = await work();
  await sql`SELECT set_config('essaim.reader', ${rows[0]?.reader ?? ""}, true)`.execute(tx);
  return done;
}
