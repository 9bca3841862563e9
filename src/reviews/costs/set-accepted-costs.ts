import type { ActRequest, Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { json } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { refused } from "../checks/refused.ts";
import { loadLocked } from "../file/instruction-of.ts";
import { reviewAct } from "../reviewing.ts";
import { schemeOf } from "../scheme.ts";
import { acceptCosts, budgetLines, type CostInput, withAsked } from "./accepted-costs.ts";

/** Sets what is accepted of each line of the budget, in place of what was set before. */
export function setAcceptedCosts(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  inputs: readonly CostInput[],
): Promise<Outcome> {
  return reviewAct(world, visitor, "accept-costs", "costs-accepted", request, async (tx, application, at) => {
    const file = await loadLocked(tx, application, visitor);
    const scheme = schemeOf(application);
    const lines = budgetLines(scheme, file.answers);
    const accepted = acceptCosts(scheme, lines, inputs);
    if ("refusals" in accepted) return refused(accepted.refusals);
    await tx.deleteFrom("accepted_cost").where("application_id", "=", application.id).execute();
    if (accepted.ok.length > 0) {
      await tx
        .insertInto("accepted_cost")
        .values(
          accepted.ok.map((cost) => ({
            application_id: application.id,
            line: cost.line,
            accepted: json(cost.values),
            reason: cost.reason,
            set_by: visitor.person.id,
            set_at: at,
          })),
        )
        .execute();
    }
    return { details: { lines: accepted.ok.map((cost) => withAsked(scheme, cost, lines)) } };
  });
}
