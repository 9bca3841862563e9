import { type ActRequest, closeCompletionRequest, type Outcome, type Step } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import type { Refusal } from "../checks/finding.ts";
import { refused } from "../checks/refused.ts";
import { reviewStep } from "../reviewing.ts";

/** Name of the button that also starts the review of a file declared complete. */
export const AND_START = "commencer";

/** Steps that need no more than a word: complete, in review, without follow-up. */
export function takePlainStep(
  world: World,
  visitor: SignedVisitor,
  step: Extract<Step, "declare-complete" | "start-review">,
  request: ActRequest,
): Promise<Outcome> {
  return reviewStep(world, visitor, step, request, async (_tx, application) => ({
    // Who starts a review holds the file, unless somebody already does.
    ...(step === "start-review" && application.assignedTo === null
      ? { columns: { assignedTo: visitor.person.id } }
      : {}),
  }));
}

/** Declares a file complete and, where it is asked, starts its review: two facts, one press. */
export async function declareComplete(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  andStart: boolean,
): Promise<Outcome> {
  const declared = await takePlainStep(world, visitor, "declare-complete", request);
  if (declared.kind !== "done" || !andStart) return declared;
  const version = request.version === null ? null : request.version + 1;
  return takePlainStep(world, visitor, "start-review", { ...request, key: `${request.key}:${AND_START}`, version });
}

/** Closes a file without follow-up: the delay given must be over, and the applicant is told why. */
export function abandon(world: World, visitor: SignedVisitor, request: ActRequest, reason: string): Promise<Outcome> {
  return reviewStep(world, visitor, "abandon", request, async (tx, application, at) => {
    const refusals: Refusal[] = [];
    if (reason === "")
      refusals.push({ field: "motif", message: "Dites pourquoi le dossier est classé : le demandeur le lira." });
    const until = application.suspendedUntil;
    if (application.state === "completion-requested" && until !== null && legalDay(at).toString() <= until) {
      refusals.push({ field: "motif", message: "Le délai donné au demandeur pour répondre n’est pas écoulé." });
    }
    if (refusals.length > 0) return refused(refusals);
    await closeCompletionRequest(tx, application.id, at);
    return { details: { reason }, notice: [`Motif : ${reason}`] };
  });
}
