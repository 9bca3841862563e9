import { randomUUID } from "node:crypto";
import { type ActRequest, type Application, findApplication, type Outcome } from "#src/life/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { interestOf } from "../interests.ts";
import { reviewAct, reviewStep } from "../reviewing.ts";
import { assignableAgents } from "./queue-store.ts";

/** How many files an act over several took, and those that it left as they were. */
export interface BatchResult {
  readonly done: number;
  readonly left: readonly LeftOut[];
}

/** A file that an act over several left as it was, and how the act ended on it. */
export interface LeftOut {
  readonly id: string;
  /** The file as it stood; null where it is not there for this agent. */
  readonly application: Application | null;
  readonly outcome: Exclude<Outcome, { readonly kind: "done" }>;
}

/** Gives files to an agent, or to nobody. Each file is its own act: one that cannot be given holds back no other. */
export async function assignFiles(
  world: World,
  visitor: SignedVisitor,
  ids: readonly string[],
  to: string | null,
): Promise<BatchResult> {
  const agents = await inTransaction(world.db, readerOf(visitor), assignableAgents);
  const isUnable = to !== null && !agents.some((agent) => agent.id === to);
  return each(world, visitor, ids, async (request) =>
    isUnable
      ? { kind: "refused", refusals: [{ message: "Cet agent ne peut pas recevoir de dossier." }] }
      : assign(world, visitor, request, to),
  );
}

/** Gives one file to an agent, or to nobody; never to who has an interest in one of its parties. */
export function assign(world: World, visitor: SignedVisitor, request: ActRequest, to: string | null): Promise<Outcome> {
  return reviewAct(world, visitor, "assign", "application-assigned", request, async (tx, application) => {
    const interest = to === null ? null : await interestOf(tx, application.id, to);
    if (interest !== null) {
      const message = `Cet agent a un intérêt dans l’organisme ${interest.party}, partie à ce dossier.`;
      return { refusals: [{ path: "agent", message }] };
    }
    return { columns: { assignedTo: to }, details: { from: application.assignedTo, to } };
  });
}

/** Declares files complete, each as its own step. */
export function declareComplete(world: World, visitor: SignedVisitor, ids: readonly string[]): Promise<BatchResult> {
  return each(world, visitor, ids, (request) =>
    reviewStep(world, visitor, "declare-complete", request, async () => ({})),
  );
}

async function each(
  world: World,
  visitor: SignedVisitor,
  ids: readonly string[],
  act: (request: ActRequest) => Promise<Outcome>,
): Promise<BatchResult> {
  const left: LeftOut[] = [];
  for (const id of ids) {
    const application = await inTransaction(world.db, readerOf(visitor), (tx) => findApplication(tx, id));
    const version = application?.version ?? null;
    const outcome: Outcome =
      application === null
        ? { kind: "absent" }
        : await act({ id, version, key: randomUUID(), location: urls.review.href({ id }) });
    if (outcome.kind !== "done") left.push({ id, application, outcome });
  }
  return { done: ids.length - left.length, left };
}
