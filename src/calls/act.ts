import type { Temporal } from "temporal-polyfill";
import type { SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { type Call, chainOfCall, type VersionCause } from "./call.ts";
import { type CallAct, mayOnCalls } from "./may.ts";
import { type CallChange, keepVersion, lockCall, saveCall } from "./store.ts";

/** Why an act was not done. */
export type NotDone = "absent" | "forbidden" | "stale" | "impossible";
export type Outcome = "done" | NotDone;

interface Change extends CallChange {
  readonly cause: VersionCause;
  readonly reason?: string;
}

interface Scene {
  readonly tx: Tx;
  readonly at: Temporal.Instant;
  readonly call: Call;
}

/** One act on a call: its row locked, the right asked, the version compared, a version kept, a line in the journal. */
export async function actOnCall(
  world: World,
  visitor: SignedVisitor,
  id: string,
  act: CallAct,
  version: number,
  decide: (scene: Scene) => Promise<Change | NotDone>,
): Promise<Outcome> {
  if (!mayOnCalls(visitor, "see-desk")) return "absent";
  if (!mayOnCalls(visitor, act)) return "forbidden";
  return inTransaction(world.db, "system", async (tx) => {
    const call = await lockCall(tx, id);
    if (call === null) return "absent";
    if (call.version !== version) return "stale";
    const at = world.clock.now();
    const change = await decide({ tx, at, call });
    if (typeof change === "string") return change;
    const { cause, reason = "" } = change;
    await saveCall(tx, at, call, change);
    await keepVersion(tx, at, id, { cause, reason, by: visitor.person.id });
    await note(tx, at, visitor, call, `call-${cause}`, reason);
    return "done";
  });
}

export function note(
  tx: Tx,
  at: Temporal.Instant,
  visitor: SignedVisitor,
  call: Pick<Call, "id" | "framework">,
  act: string,
  reason = "",
): Promise<void> {
  return record(tx, {
    chain: chainOfCall(call.id),
    at,
    actor: visitor.person.id,
    organisation: null,
    act,
    details: reason === "" ? {} : { reason },
    framework: call.framework,
    visibleToApplicant: false,
  });
}
