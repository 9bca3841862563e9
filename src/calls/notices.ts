import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { type PublishedCall, phaseOf } from "./call.ts";
import { listPublished } from "./store.ts";

/** How long before it closes a call is told of again. */
const CLOSING_HOURS = 24 * 10;

export interface CallNotice {
  readonly call: PublishedCall;
  readonly kind: "opened" | "closing";
}

/** What is due to be told of calls, each once: marked in this transaction, which also posts the mails. */
export async function takeCallNotices(tx: Tx, world: Pick<World, "clock">): Promise<readonly CallNotice[]> {
  const now = world.clock.now();
  const due: CallNotice[] = [];
  for (const call of await listPublished(tx)) {
    if (phaseOf(call, now) !== "open") continue;
    const closesSoon = now.epochMilliseconds >= call.closesAt.subtract({ hours: CLOSING_HOURS }).epochMilliseconds;
    for (const kind of closesSoon ? (["opened", "closing"] as const) : (["opened"] as const)) {
      const marked = await tx
        .insertInto("call_notice")
        .values({ call_id: call.id, kind, told_at: now.toString() })
        .onConflict((clash) => clash.columns(["call_id", "kind"]).doNothing())
        .returning("kind")
        .executeTakeFirst();
      if (marked !== undefined) due.push({ call, kind });
    }
  }
  return due;
}
