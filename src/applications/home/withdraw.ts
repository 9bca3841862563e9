import { type ActRequest, type Outcome, takeStep } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { lengthOf } from "#text/index.ts";

/** Withdraws a request before the decision; the reason goes to the journal and to the funder. */
export function withdrawApplication(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  reason: string,
): Promise<Outcome> {
  return takeStep(world, visitor, "withdraw", request, async () => {
    if (reason === "")
      return { refusals: [{ path: "motif", message: "Dites en une phrase pourquoi vous retirez cette demande." }] };
    if (lengthOf(reason) > 1000)
      return { refusals: [{ path: "motif", message: "Raccourcissez ce motif\u00a0: 1\u202f000 caractères au plus." }] };
    return { details: { reason }, notice: [`Motif donné : « ${reason} »`] };
  });
}
