import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { Call } from "./call.ts";
import { mayPublish } from "./may.ts";
import { listCalls } from "./store.ts";

/** The calls that wait for this visitor to publish them: whole, proposed by somebody else. */
export async function callsToPublish(tx: Tx, visitor: SignedVisitor): Promise<readonly Pick<Call, "id" | "title">[]> {
  return (await listCalls(tx)).filter((call) => call.state === "proposed" && mayPublish(visitor, call));
}
