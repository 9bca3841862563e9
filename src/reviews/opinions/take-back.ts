import type { ActRequest, Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { reviewStep } from "../reviewing.ts";

/** Takes back one's own opinion while nobody has validated it: the file is under review again, the opinion to amend. */
export function takeBack(world: World, visitor: SignedVisitor, request: ActRequest): Promise<Outcome> {
  return reviewStep(world, visitor, "take-back", request, async (tx, application) => {
    const last = await tx
      .selectFrom("opinion")
      .select("given_by")
      .where("application_id", "=", application.id)
      .orderBy("given_at", "desc")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    if (last?.given_by !== visitor.person.id) {
      return { refusals: [{ message: "Seul l’agent qui a donné cet avis peut le reprendre." }] };
    }
    return { columns: { proposedAid: null } };
  });
}
