import {
  type ActRequest,
  doAct,
  type Outcome,
  type Step,
  type StepWritten,
  takeStep,
  takeSteps,
  type Work,
  type WorkOnMany,
  type Written,
} from "#src/life/index.ts";
import { hasAgentRole, type SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { interestRefusal, interestsIn, refusalOf } from "./interests.ts";
import { type ReviewAct, reviewRights } from "./may.ts";
import { forgetCounts } from "./queue/counts.ts";

/** A step of the funder's side: whoever has an interest in the organisation takes none. */
export async function reviewStep(
  world: World,
  visitor: SignedVisitor,
  step: Step,
  request: ActRequest,
  work: Work<StepWritten>,
): Promise<Outcome> {
  const outcome = await takeStep(
    world,
    visitor,
    step,
    request,
    async (tx, application, at) =>
      (await interestRefusal(tx, visitor, application)) ?? (await work(tx, application, at)),
  );
  forgetCounts(world.db);
  return outcome;
}

/** One step of the funder's side on several files: whoever has an interest in one of them leaves it as it is. */
export async function reviewSteps(
  world: World,
  visitor: SignedVisitor,
  step: Step,
  requests: readonly ActRequest[],
  work: WorkOnMany,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = await takeSteps(world, visitor, step, requests, async (tx, applications, at) => {
    const ids = applications.map(({ id }) => id);
    const interests = await interestsIn(tx, ids, visitor.person.id);
    const impartial = applications.filter(({ id }) => !interests.has(id));
    const refused = [...interests].map(([id, interest]) => [id, refusalOf(interest)] as const);
    return new Map([...refused, ...(impartial.length === 0 ? [] : await work(tx, impartial, at))]);
  });
  forgetCounts(world.db);
  return outcomes;
}

/** An act around a file, by the permission table of the review. Kept from the applicant's history unless `work` says so. */
export function reviewAct(
  world: World,
  visitor: SignedVisitor,
  act: ReviewAct,
  fact: string,
  request: ActRequest,
  work: Work<Written>,
): Promise<Outcome> {
  const rule = reviewRights[act];
  return doAct(
    world,
    visitor,
    fact,
    request,
    () => hasAgentRole(visitor, ...rule.roles),
    async (tx, application, at) => {
      const refused = rule.impartial === false ? null : await interestRefusal(tx, visitor, application);
      if (refused !== null) return refused;
      if (rule.states !== undefined && !rule.states.includes(application.state)) {
        return { refusals: [{ message: "L’état du dossier ne le permet plus." }] };
      }
      const written = await work(tx, application, at);
      return "refusals" in written ? written : { visibleToApplicant: false, ...written };
    },
  );
}

/** An act that only adds (a message, a note) does not fear what others did meanwhile: it takes the file as it is. */
export function reviewAddition(
  world: World,
  visitor: SignedVisitor,
  act: ReviewAct,
  fact: string,
  request: Omit<ActRequest, "version">,
  work: Work<Written>,
): Promise<Outcome> {
  return reviewAct(world, visitor, act, fact, { ...request, version: null }, work);
}
