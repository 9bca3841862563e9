import type { ActRequest, Outcome, Step } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { refused } from "../checks/refused.ts";
import { instructionOf, loadLocked } from "../file/instruction-of.ts";
import { reviewStep } from "../reviewing.ts";
import { giveOpinion, type OpinionInput } from "./opinion.ts";

/** Proposes to the Permanent Commission; a supervisor then validates. */
export function propose(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: OpinionInput,
): Promise<Outcome> {
  const step = input.sense === "defavorable" ? "propose-unfavourable" : "propose-favourable";
  return reviewStep(world, visitor, step, request, async (tx, application, at) => {
    const given = giveOpinion(input, instructionOf(await loadLocked(tx, application, visitor)));
    if ("refusals" in given) return refused(given.refusals);
    const { favourable, proposedAid, grounds, body, reason } = given.ok;
    await tx
      .insertInto("opinion")
      .values({
        application_id: application.id,
        revision: application.revision,
        favourable,
        proposed_aid: proposedAid,
        grounds: [...grounds],
        body,
        reason,
        given_by: visitor.person.id,
        given_at: at,
      })
      .execute();
    return { columns: { proposedAid }, details: { favourable, proposedAid, grounds } };
  });
}

/** The supervisor's word on an opinion: valid, or sent back with a reason. */
export function validateOpinion(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  word: { readonly valid: boolean; readonly favourable: boolean; readonly reason: string },
): Promise<Outcome> {
  const step: Step = !word.valid ? "send-back" : word.favourable ? "validate-favourable" : "validate-unfavourable";
  return reviewStep(world, visitor, step, request, async () => {
    if (!word.valid && word.reason === "") {
      return refused([{ field: "motif", message: "Dites à l’instructeur ce qui est à revoir." }]);
    }
    return {
      ...(word.valid ? {} : { columns: { proposedAid: null } }),
      details: word.reason === "" ? {} : { reason: word.reason },
    };
  });
}
