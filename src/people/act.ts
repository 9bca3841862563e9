import type { Temporal } from "temporal-polyfill";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import type { SignedVisitor } from "./visitor.ts";

/** A fact for the journal. */
export interface Fact {
  /** What it happened to: "actor:<id>", "practice:<id>". */
  readonly chain: string;
  readonly act: string;
  readonly organisation: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
  /** False for what the funder's side keeps to itself. */
  readonly visible?: boolean;
}

export interface Scene {
  readonly tx: Tx;
  readonly at: Temporal.Instant;
  note(fact: Fact): Promise<void>;
}

/** One act of a person, in one transaction with its line of the journal. The caller has asked the permission table. */
export function act<T>(world: World, visitor: SignedVisitor, work: (scene: Scene) => Promise<T>): Promise<T> {
  return asService(world, visitor.person.id, work);
}

/** The same for what the service does by itself. */
export function asService<T>(world: World, actor: string | null, work: (scene: Scene) => Promise<T>): Promise<T> {
  return inTransaction(world.db, "system", (tx) => {
    const at = world.clock.now();
    const note = ({ chain, act: fact, organisation, details, visible }: Fact) =>
      record(tx, {
        chain,
        at,
        actor,
        organisation,
        act: fact,
        details: details ?? {},
        visibleToApplicant: visible ?? true,
      });
    return work({ tx, at, note });
  });
}
