import type { ActRequest, Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { interestOf } from "../interests.ts";
import { reviewAct } from "../reviewing.ts";
import { assignableAgents } from "./agents.ts";

/** Gives one file to an agent, or to nobody; never to who has an interest in one of its parties. */
export function assign(world: World, visitor: SignedVisitor, request: ActRequest, to: string | null): Promise<Outcome> {
  return reviewAct(world, visitor, "assign", "application-assigned", request, async (tx, application) => {
    if (to !== null && !(await assignableAgents(tx)).some((agent) => agent.id === to)) {
      return { refusals: [{ path: "agent", message: "Cet agent ne peut pas recevoir de dossier." }] };
    }
    const interest = to === null ? null : await interestOf(tx, application.id, to);
    if (interest !== null) {
      const message = `Cet agent a un intérêt dans l’organisme ${interest.party}, partie à ce dossier.`;
      return { refusals: [{ path: "agent", message }] };
    }
    return { columns: { assignedTo: to }, details: { from: application.assignedTo, to } };
  });
}
