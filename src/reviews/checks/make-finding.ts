import { gridLines } from "#policy/index.ts";
import type { ActRequest, Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { instructionOf, loadLocked } from "../file/instruction-of.ts";
import { reviewAct } from "../reviewing.ts";
import { schemeOf } from "../scheme.ts";
import { conclude, type FindingInput, kindOf } from "./finding.ts";
import { refused } from "./refused.ts";

/** Concludes on a check, a doubt or a line of the grid; earlier findings stay. */
export function makeFinding(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: FindingInput,
): Promise<Outcome> {
  return reviewAct(world, visitor, "find", "finding-made", request, async (tx, application, at) => {
    const scheme = schemeOf(application);
    const kind = kindOf(input.subject, {
      criteria: scheme.criteria.map((one) => one.id),
      doubts: scheme.doubts,
      grid: gridLines(scheme.grid).map((one) => one.id),
    });
    const instruction = instructionOf(await loadLocked(tx, application, visitor));
    const check = instruction.checks.find(({ result, about }) => result.id === input.subject && about === input.about);
    if (kind === null || (kind === "criterion" && check === undefined)) {
      return { refusals: [{ message: "Ce point n’est pas dans le dossier." }] };
    }
    const about = kind === "criterion" ? input.about : "";
    const machineStatus = kind === "criterion" ? (check?.result.status ?? null) : null;
    const concluded = conclude(input, kind, machineStatus);
    if ("refusals" in concluded) return refused(concluded.refusals);
    await tx
      .insertInto("finding")
      .values({
        application_id: application.id,
        revision: application.revision,
        subject: input.subject,
        about,
        machine_status: machineStatus,
        conclusion: concluded.ok,
        reason: input.reason,
        made_by: visitor.person.id,
        made_at: at,
      })
      .execute();
    return {
      details: {
        subject: input.subject,
        about,
        machine: machineStatus,
        conclusion: concluded.ok,
        reason: input.reason,
      },
    };
  });
}
