import type { ActRequest, Application, Fact, Outcome, Step } from "#src/life/index.ts";
import { hasAgentRole, type SignedVisitor } from "#src/people/index.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { type FindingInput, keyOfSubject, type Refusal } from "../checks/finding.ts";
import { type AcceptedCost, budgetLines, type CostInput, withAsked } from "../costs/accepted-costs.ts";
import type { ReviewedApplication } from "../file/file-store.ts";
import { filingDay } from "../instruction/filing-day.ts";
import { loadLocked } from "../instruction/instruction-of.ts";
import { reviewAct, reviewStep } from "../reviewing.ts";
import { schemeOf } from "../scheme.ts";
import { type Concluded, type Judgement, type JudgementInput, judgementOf } from "./judgement.ts";
import type { Opinion, OpinionInput } from "./opinion.ts";

/**
 * Keeps all that one sending of the judgement says, in one transaction: conclusions, accepted amounts and, where one is
 * given, the opinion that goes to the supervisor. Refused, nothing of it is kept and every reason is said at once.
 */
export function judge(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: JudgementInput,
): Promise<Outcome> {
  const { opinion } = input;
  if (opinion === null) {
    return reviewAct(world, visitor, "find", "judgement-kept", request, async (tx, application, at) => {
      const judged = await read(tx, visitor, application, at.toString(), input);
      if ("refusals" in judged) return refused(judged.refusals);
      const facts = await write(tx, visitor, application, at.toString(), judged.ok);
      return facts.length === 0 ? refused([{ field: "", message: NOTHING }]) : { facts };
    });
  }
  const step: Step = opinion.sense === "defavorable" ? "propose-unfavourable" : "propose-favourable";
  return reviewStep(world, visitor, step, request, async (tx, application, at) => {
    const judged = await read(tx, visitor, application, at.toString(), input);
    if ("refusals" in judged) return refused(judged.refusals);
    const facts = await write(tx, visitor, application, at.toString(), judged.ok);
    const given = judged.ok.opinion;
    if (given === null) throw new Error("an opinion that is asked for is given or refused");
    await addOpinion(tx, visitor, application, at.toString(), given);
    const { favourable, proposedAid, grounds } = given;
    return { facts, columns: { proposedAid }, details: { favourable, proposedAid, grounds } };
  });
}

/** Concludes on one check, doubt or line of the grid; earlier findings stay. */
export function makeFinding(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  { subject, about, conclusion, reason }: FindingInput,
): Promise<Outcome> {
  return judge(world, visitor, request, {
    ...nothing,
    points: [{ key: keyOfSubject(subject, about), conclusion, reason }],
  });
}

/** Sets what is accepted of each line of the budget, in place of what was set before. */
export function setAcceptedCosts(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  costs: readonly CostInput[],
): Promise<Outcome> {
  return judge(world, visitor, request, { ...nothing, costs });
}

/** Proposes to the Permanent Commission on what was concluded before; a supervisor then validates. */
export function propose(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  opinion: OpinionInput,
): Promise<Outcome> {
  return judge(world, visitor, request, { ...nothing, opinion: { ...opinion, all: false, groundsHere: false } });
}

const nothing: JudgementInput = { points: [], sharedReason: "", restIsSatisfying: false, costs: null, opinion: null };

const NOTHING = "Rien n’a changé depuis le dernier enregistrement.";

/** Reasons that lead to fields, as the acts of a file say them. */
function refused(refusals: readonly Refusal[]) {
  return {
    refusals: refusals.map(({ field, message }) => (field === "" ? { message } : { path: field, message })),
  };
}

async function read(tx: Tx, visitor: SignedVisitor, application: Application, at: string, input: JudgementInput) {
  const file = await loadLocked(tx, application, visitor);
  const { answers, findings, costs, history } = file;
  const judged = {
    scheme: schemeOf(application),
    answers,
    filedOn: filingDay(application),
    findings,
    costs,
    history,
    retained: application.retainedCosts,
  };
  const made = judgementOf(input, judged, {
    name: visitor.person.name,
    at,
    revision: application.revision,
    mayDepart: hasAgentRole(visitor, "supervisor"),
  });
  return "refusals" in made ? made : { ok: { ...made.ok, file } };
}

/** Writes what is new; the facts that tell it. */
async function write(
  tx: Tx,
  visitor: SignedVisitor,
  application: Application,
  at: string,
  judged: Judgement & { readonly file: ReviewedApplication },
): Promise<readonly Fact[]> {
  const by = {
    application_id: application.id,
    made_by: visitor.person.id,
    made_at: at,
    revision: application.revision,
  };
  if (judged.findings.length > 0) {
    await tx
      .insertInto("finding")
      .values(
        judged.findings.map(({ subject, about, machineStatus, conclusion, reason }) => ({
          ...by,
          subject,
          about,
          machine_status: machineStatus,
          conclusion,
          reason,
        })),
      )
      .execute();
  }
  if (judged.costs !== null) await replaceCosts(tx, visitor, application.id, at, judged.costs);
  return [...judged.findings.map(told), ...(judged.costs === null ? [] : [costsFact(judged.file, judged.costs)])];
}

function told({ subject, about, machineStatus, conclusion, reason }: Concluded): Fact {
  return { act: "finding-made", details: { subject, about, machine: machineStatus, conclusion, reason } };
}

function costsFact({ application, answers }: ReviewedApplication, costs: readonly AcceptedCost[]): Fact {
  const scheme = schemeOf(application);
  const lines = budgetLines(scheme, answers);
  return { act: "costs-accepted", details: { lines: costs.map((cost) => withAsked(scheme, cost, lines)) } };
}

async function replaceCosts(
  tx: Tx,
  visitor: SignedVisitor,
  id: string,
  at: string,
  costs: readonly AcceptedCost[],
): Promise<void> {
  await tx.deleteFrom("accepted_cost").where("application_id", "=", id).execute();
  if (costs.length === 0) return;
  await tx
    .insertInto("accepted_cost")
    .values(
      costs.map(({ line, values, reason }) => ({
        application_id: id,
        line,
        accepted: json(values),
        reason,
        set_by: visitor.person.id,
        set_at: at,
      })),
    )
    .execute();
}

async function addOpinion(tx: Tx, visitor: SignedVisitor, application: Application, at: string, opinion: Opinion) {
  const { favourable, proposedAid, grounds, body, reason } = opinion;
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
}
