import type { ActRequest, Outcome, Step } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { refused } from "../checks/refused.ts";
import { reviewStep } from "../reviewing.ts";

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
