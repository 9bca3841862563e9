import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { type Day, sayDay } from "#policy/index.ts";
import type { ActRequest, Application, Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { lengthOf } from "#text/index.ts";
import type { Refusal } from "../checks/finding.ts";
import { refused } from "../checks/refused.ts";
import { reviewRights } from "../may.ts";
import { agentsWho } from "../queue/agents.ts";
import { reviewAddition } from "../reviewing.ts";

type Addition = Omit<ActRequest, "version">;

/** Follows a file, or leaves it: whoever follows is told what happens to it. */
export function follow(world: World, visitor: SignedVisitor, request: Addition, following: boolean): Promise<Outcome> {
  const fact = following ? "file-followed" : "file-left";
  return reviewAddition(world, visitor, "follow", fact, request, async (tx, application, at) => {
    const mine = { application_id: application.id, person_id: visitor.person.id };
    if (following) {
      await tx
        .insertInto("follower")
        .values({ ...mine, since: at })
        .onConflict((clash) => clash.doNothing())
        .execute();
      return {};
    }
    await tx
      .deleteFrom("follower")
      .where("application_id", "=", mine.application_id)
      .where("person_id", "=", mine.person_id)
      .execute();
    return {};
  });
}

export interface TaskInput {
  readonly body: string;
  readonly dueOn: Day | null;
  /** Whom it is for. */
  readonly person: string;
}

const LONGEST_TASK = 500;

/** Leaves a task inside an act that calls for one. */
export async function leaveTask(
  tx: Tx,
  { id }: Pick<Application, "id">,
  { body, dueOn, person }: { readonly body: string; readonly dueOn: string; readonly person: string },
  { person: author }: SignedVisitor,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto("task")
    .values({ application_id: id, body, due_on: dueOn, for_person: person, made_by: author.id, made_at: at })
    .execute();
}

/** Ends, inside the act that does what they ask, the tasks of a file whose words begin so. */
export async function endTasks(
  tx: Tx,
  { id }: Pick<Application, "id">,
  beginning: string,
  { person }: SignedVisitor,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable("task")
    .set({ done_at: at, done_by: person.id })
    .where("application_id", "=", id)
    .where("done_at", "is", null)
    .where(sql<boolean>`starts_with(body, ${beginning})`)
    .execute();
}

/** Leaves something to do by a day, to oneself or to a colleague. */
export function addTask(world: World, visitor: SignedVisitor, request: Addition, input: TaskInput): Promise<Outcome> {
  return reviewAddition(world, visitor, "task", "task-added", request, async (tx, application, at) => {
    const agents = await agentsWho(tx, reviewRights.task.roles);
    const who = agents.find(({ id }) => id === input.person);
    const refusals: Refusal[] = [];
    if (input.body === "") refusals.push({ field: "tache", message: "Dites ce qu’il y a à faire." });
    if (lengthOf(input.body) > LONGEST_TASK)
      refusals.push({ field: "tache", message: `Raccourcissez\u00a0: ${LONGEST_TASK} caractères au plus.` });
    if (input.dueOn === null) refusals.push({ field: "pour-le", message: "Indiquez le jour, par exemple 03/03/2026." });
    else if (input.dueOn < legalDay(at).toString())
      refusals.push({
        field: "pour-le",
        message: `Ce jour est passé (${sayDay(input.dueOn)}) : choisissez un jour à venir.`,
      });
    if (who === undefined) refusals.push({ field: "pour-qui", message: "Cet agent ne peut pas recevoir de tâche." });
    if (refusals.length > 0 || input.dueOn === null) return refused(refusals);
    await leaveTask(tx, application, { ...input, dueOn: input.dueOn }, visitor, at);
    const details = { body: input.body, dueOn: input.dueOn, for: who?.name ?? "", to: input.person };
    return { details, excerpt: `${input.body} (${sayDay(input.dueOn)})` };
  });
}

/** Says that a task is done; one that is done already stays so. */
export function endTask(world: World, visitor: SignedVisitor, request: Addition, task: string): Promise<Outcome> {
  return reviewAddition(world, visitor, "task", "task-done", request, async (tx, application, at) => {
    const done = await tx
      .updateTable("task")
      .set({ done_at: at, done_by: visitor.person.id })
      .where("id", "=", task)
      .where("application_id", "=", application.id)
      .where("done_at", "is", null)
      .returning(["body", "made_by"])
      .executeTakeFirst();
    return done === undefined
      ? { refusals: [{ message: "Cette tâche est déjà terminée, ou n’est pas de ce dossier." }] }
      : { details: { body: done.body, to: done.made_by }, excerpt: done.body };
  });
}

/** Says of two files that look alike whether they are one project or two; the last word stands on both. */
export function sayLikeness(
  world: World,
  visitor: SignedVisitor,
  request: Addition,
  input: { readonly other: string; readonly isSame: boolean; readonly reason: string },
): Promise<Outcome> {
  return reviewAddition(world, visitor, "find", "likeness-said", request, async (tx, application, at) => {
    const other = await tx
      .selectFrom("application")
      .select(["id", "number"])
      .where("id", "=", input.other)
      .where("submitted_at", "is not", null)
      .executeTakeFirst();
    if (other === undefined || other.id === application.id) {
      return { refusals: [{ message: "Ce dossier n’existe pas." }] };
    }
    if (lengthOf(input.reason) > 1000) return refused([{ field: "raison", message: "1 000 caractères au plus." }]);
    const [first, second] = [application.id, other.id].sort();
    const said = { is_same: input.isSame, reason: input.reason, said_by: visitor.person.id, said_at: at };
    await tx
      .insertInto("likeness")
      .values({ application_id: first ?? "", other_id: second ?? "", ...said })
      .onConflict((clash) => clash.columns(["application_id", "other_id"]).doUpdateSet(said))
      .execute();
    return { details: { other: other.number ?? "", isSame: input.isSame, reason: input.reason } };
  });
}
