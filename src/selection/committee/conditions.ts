import { type ActRequest, doAct, type Outcome, tellApplicant } from "#src/life/index.ts";
import { memberRole, type SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { maySelect } from "../may.ts";

/** States in which the committee may ask something before the vote. */
const OPEN = ["ranked", "selected", "in-reserve"];

/** A condition before the vote: the applicant is told at once, and the vote waits until it is lifted. */
export function setCondition(
  world: World,
  visitor: SignedVisitor,
  request: Omit<ActRequest, "version">,
  words: string,
): Promise<Outcome> {
  const may = () => maySelect(visitor, "set-condition");
  return doAct(world, visitor, "condition-set", { ...request, version: null }, may, async (tx, application, at) => {
    if (!OPEN.includes(application.state)) return { refusals: [{ message: "Ce dossier n’est pas devant le comité." }] };
    if (words === "") return { refusals: [{ path: "words", message: "Écrivez la condition." }] };
    if (words.length > 2_000) return { refusals: [{ path: "words", message: "2\u202f000 caractères au plus." }] };
    await tx
      .insertInto("selection_condition")
      .values({ application_id: application.id, words, set_by: visitor.person.id, set_at: at })
      .execute();
    await tellApplicant(world, tx, application, at, {
      subject: "Une condition avant le vote de votre projet",
      lines: [
        "Le comité de sélection demande ceci avant le vote de l’aide\u00a0:",
        words,
        `Répondez depuis votre espace\u00a0: ${world.origin}${urls.applicationConditions.href({ id: application.id })}`,
      ],
    });
    return { details: { words }, visibleToApplicant: true };
  });
}

/** The applicant's answer. */
export function answerCondition(
  world: World,
  visitor: SignedVisitor,
  request: Omit<ActRequest, "version">,
  conditionId: string,
  answer: string,
): Promise<Outcome> {
  const may = ({ organisationId }: { readonly organisationId: string }) => {
    const role = memberRole(visitor, organisationId);
    return role === "owner" || role === "editor";
  };
  return doAct(
    world,
    visitor,
    "condition-answered",
    { ...request, version: null },
    may,
    async (tx, application, at) => {
      if (answer === "") return { refusals: [{ path: "answer", message: "Écrivez votre réponse." }] };
      if (answer.length > 4_000) return { refusals: [{ path: "answer", message: "4\u202f000 caractères au plus." }] };
      const { numUpdatedRows } = await tx
        .updateTable("selection_condition")
        .set({ answer, answered_at: at })
        .where("id", "=", conditionId)
        .where("application_id", "=", application.id)
        .where("lifted_at", "is", null)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return { refusals: [{ message: "Cette condition n’attend plus de réponse." }] };
      return { details: { condition: conditionId } };
    },
  );
}

/** The officer finds a condition fulfilled, on the applicant's answer. */
export function liftCondition(
  world: World,
  visitor: SignedVisitor,
  request: Omit<ActRequest, "version">,
  conditionId: string,
): Promise<Outcome> {
  const may = () => maySelect(visitor, "set-condition");
  return doAct(world, visitor, "condition-lifted", { ...request, version: null }, may, async (tx, application, at) => {
    const { numUpdatedRows } = await tx
      .updateTable("selection_condition")
      .set({ lifted_at: at, lifted_by: visitor.person.id })
      .where("id", "=", conditionId)
      .where("application_id", "=", application.id)
      .where("lifted_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return { refusals: [{ message: "Cette condition est déjà levée." }] };
    return { details: { condition: conditionId }, visibleToApplicant: true };
  });
}
