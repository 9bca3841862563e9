import { randomUUID } from "node:crypto";
import type { Outcome as CallOutcome } from "#src/calls/act.ts";
import { type ActRequest, findApplication, type Outcome } from "#src/life/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";

/** What the form of an act would carry now. */
export async function asked(world: World, id: string): Promise<ActRequest> {
  const application = await inTransaction(world.db, "system", (tx) => findApplication(tx, id));
  if (application === null) throw new Error(`no request ${id}`);
  return { id, key: randomUUID(), version: application.version, location: "/" };
}

/** The demonstration only does what may be done: anything else is a bug of its own. */
export async function act(performed: Promise<Outcome>): Promise<void> {
  const outcome = await performed;
  if (outcome.kind === "refused") throw new Error(outcome.refusals.map(({ message }) => message).join(" "));
  if (outcome.kind !== "done") throw new Error(`the act ended as ${outcome.kind}`);
}

/** The same of an act on a call. */
export async function actOnCall(performed: Promise<CallOutcome>): Promise<void> {
  const outcome = await performed;
  if (outcome !== "done") throw new Error(`the act on a call ended as ${outcome}`);
}
