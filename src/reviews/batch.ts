import { randomUUID } from "node:crypto";
import { doAct, findApplication, takeStep } from "#src/applications/index.ts";
import { hasAgentRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { interestRefusal } from "./interests.ts";
import { reviewRights } from "./may.ts";
import { assignableAgents, forgetCounts } from "./queue-store.ts";

/** How many files an act over several took, and how many it left as they were. */
export interface BatchResult {
  readonly done: number;
  readonly left: number;
}

/** Gives files to an agent, or to nobody. Each file is its own act: one that cannot be given holds back no other. */
export async function assignFiles(
  world: World,
  visitor: SignedVisitor,
  ids: readonly string[],
  to: string | null,
): Promise<BatchResult> {
  const agents = await inTransaction(world.db, readerOf(visitor), assignableAgents);
  if (to !== null && !agents.some((agent) => agent.id === to)) return { done: 0, left: ids.length };
  return each(world, visitor, ids, async (id, version) => {
    const request = { id, version, key: randomUUID(), location: urls.review.href({ id }) };
    const outcome = await assign(world, visitor, request, to);
    return outcome.kind === "done";
  });
}

/** Gives one file to an agent, or to nobody. */
export function assign(
  world: World,
  visitor: SignedVisitor,
  request: Parameters<typeof doAct>[3],
  to: string | null,
): ReturnType<typeof doAct> {
  return doAct(
    world,
    visitor,
    "application-assigned",
    request,
    () => hasAgentRole(visitor, ...reviewRights.assign.roles),
    async (tx, application) =>
      (await interestRefusal(tx, visitor, application)) ?? {
        columns: { assignedTo: to },
        details: { from: application.assignedTo, to },
        visibleToApplicant: false,
      },
  );
}

/** Declares files complete, each as its own step. */
export async function declareComplete(
  world: World,
  visitor: SignedVisitor,
  ids: readonly string[],
): Promise<BatchResult> {
  const result = await each(world, visitor, ids, async (id, version) => {
    const request = { id, version, key: randomUUID(), location: urls.review.href({ id }) };
    const outcome = await takeStep(
      world,
      visitor,
      "declare-complete",
      request,
      async (tx, application) => (await interestRefusal(tx, visitor, application)) ?? {},
    );
    return outcome.kind === "done";
  });
  forgetCounts(world.db);
  return result;
}

async function each(
  world: World,
  visitor: SignedVisitor,
  ids: readonly string[],
  act: (id: string, version: number) => Promise<boolean>,
): Promise<BatchResult> {
  let done = 0;
  for (const id of ids) {
    const file = await inTransaction(world.db, readerOf(visitor), (tx) => findApplication(tx, id));
    if (file !== null && (await act(id, file.version))) done += 1;
  }
  return { done, left: ids.length - done };
}
