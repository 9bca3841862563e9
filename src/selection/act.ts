import type { Temporal } from "temporal-polyfill";
import { type Call, findCall } from "#src/calls/index.ts";
import { act, type SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { maySelect, type SelectionAct } from "./may.ts";

/** How an act on a selection ends: done, not this person's, or refused with the field and the reason. */
export type SelectionOutcome =
  | { readonly done: true }
  | { readonly done: false; readonly field: string; readonly why: string }
  | "absent"
  | "forbidden";

export function refused(field: string, why: string): SelectionOutcome {
  return { done: false, field, why };
}

export interface Act {
  readonly tx: Tx;
  readonly at: Temporal.Instant;
  readonly call: Call;
  readonly note: (fact: string, details: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** One act on the selection of a call, in one transaction with its line of the journal: the right first, then the call. */
export function actOnCall<O = SelectionOutcome>(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  right: SelectionAct,
  work: (scene: Act) => Promise<O | "absent">,
): Promise<O | "absent" | "forbidden"> {
  if (!maySelect(visitor, "see")) return Promise.resolve("absent");
  if (!maySelect(visitor, right)) return Promise.resolve("forbidden");
  return act(world, visitor, async ({ tx, at, note }) => {
    const call = await findCall(tx, { id: callId });
    if (call === null) return "absent";
    return work({
      tx,
      at,
      call,
      note: (fact, details) =>
        note({ chain: `call:${callId}`, act: fact, organisation: null, details, visible: false }),
    });
  });
}
