import type { ActRequest, Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { refused } from "../checks/refused.ts";
import { declareInterest, partiesOf } from "../interests.ts";
import { reviewAddition } from "../reviewing.ts";

/**
 * Declares an interest in parties to the file, by SIREN (in the applicant where none is named). It is not taken back.
 */
export function stateInterest(
  world: World,
  visitor: SignedVisitor,
  request: Omit<ActRequest, "version">,
  reason: string,
  sirens: readonly string[],
): Promise<Outcome> {
  return reviewAddition(
    world,
    visitor,
    "declare-interest",
    "interest-declared",
    request,
    async (tx, application, at) => {
      if (reason === "") return refused([{ field: "motif", message: "Dites en quoi consiste cet intérêt." }]);
      if (reason.length > 1000) return refused([{ field: "motif", message: "1 000 caractères au plus." }]);
      const parties = await partiesOf(tx, application.id);
      const meant = parties.filter(({ siren, part }) =>
        sirens.length > 0 ? sirens.includes(siren) : part === "applicant",
      );
      if (meant.length === 0) return refused([{ field: "organisme", message: "Choisissez un organisme du dossier." }]);
      await declareInterest(tx, visitor, meant, reason, at);
      if (application.assignedTo === visitor.person.id) {
        await tx.updateTable("application").set({ assigned_to: null }).where("id", "=", application.id).execute();
      }
      return { details: { reason, organisations: meant.map(({ siren, name }) => ({ siren, name })) } };
    },
  );
}
