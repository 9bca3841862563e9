import { chainOf, findApplication, groupOf, STATES, tellOfAct } from "#src/life/index.ts";
import type { Caseload, HandedBy, HandedOver } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { recordPlaced } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { plural } from "#src/ui/index.ts";
import { interestsIn } from "../interests.ts";
import { reviewRights } from "../may.ts";
import { assignableAgents } from "./agents.ts";

/** States in which someone still has to follow a file. */
const moving = STATES.filter((state) => state !== "draft" && groupOf(state) !== "closed");

/** The files that agents have, for who takes a role back. */
export const caseload: Caseload = {
  roles: reviewRights.assign.roles,
  count: async (tx, person) => ({
    files: (await filesOf(tx, person).select("id").execute()).length,
    tasks: (await tasksOf(tx, person).select("id").execute()).length,
  }),
  held,
  receivers: assignableAgents,
  handOver,
};

/** Files that still move, and tasks that nobody did. */
async function held(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = await tx
    .selectFrom("application")
    .select((eb) => ["assigned_to as person", eb.fn.countAll<string>().as("count")])
    .where("assigned_to", "is not", null)
    .where("state", "in", moving)
    .groupBy("assigned_to")
    .execute();
  const tasks = await tx
    .selectFrom("task")
    .select((eb) => ["for_person as person", eb.fn.countAll<string>().as("count")])
    .where("for_person", "is not", null)
    .where("done_at", "is", null)
    .groupBy("for_person")
    .execute();
  const of = new Map<string, readonly string[]>();
  const add = (rows: typeof files, one: string) => {
    for (const { person, count } of rows)
      if (person !== null) of.set(person, [...(of.get(person) ?? []), plural(Number(count), one)]);
  };
  add(files, "dossier");
  add(tasks, "tâche");
  return of;
}

async function handOver(world: World, tx: Tx, from: string, to: string | null, by: HandedBy): Promise<HandedOver> {
  const files = await filesOf(tx, from)
    .select(["id", "organisation_id", "framework"])
    .orderBy("id")
    .forUpdate()
    .execute();
  const ids = files.map(({ id }) => id);
  const barred = to === null ? new Map() : await interestsIn(tx, ids, to);
  let given = 0;
  for (const file of files) {
    const receiver = barred.has(file.id) ? null : to;
    if (receiver !== null) given += 1;
    await tx
      .updateTable("application")
      .set((eb) => ({ assigned_to: receiver, version: eb("version", "+", 1), updated_at: by.at }))
      .where("id", "=", file.id)
      .execute();
    const details = { from, to: receiver };
    const position = await recordPlaced(tx, {
      chain: chainOf(file.id),
      at: by.at,
      actor: by.actor,
      organisation: file.organisation_id,
      act: "application-assigned",
      details,
      framework: file.framework,
      visibleToApplicant: false,
    });
    const application = await findApplication(tx, file.id);
    if (application === null) continue;
    const done = { application, fact: "application-assigned", side: "funder", actor: by.actor, at: by.at } as const;
    await tellOfAct(world, tx, { ...done, details, position });
  }
  const tasks = await handTasks(world, tx, from, to, by);
  return { given, left: files.length - given, tasks };
}

/** What was still to do goes with the files, or waits on its file for whoever takes it: nobody else would see it. */
async function handTasks(world: World, tx: Tx, from: string, to: string | null, by: HandedBy): Promise<number> {
  const tasks = await tx
    .updateTable("task")
    .set({ for_person: null })
    .where("for_person", "=", from)
    .where("done_at", "is", null)
    .returning(["id", "application_id", "body", "due_on"])
    .execute();
  const receiver = (await assignableAgents(tx)).find(({ id }) => id === to);
  if (receiver === undefined) return 0;
  const ids = tasks.map(({ application_id }) => application_id);
  const barred = await interestsIn(tx, ids, receiver.id);
  let given = 0;
  for (const { id, application_id, body, due_on } of tasks) {
    const application = barred.has(application_id) ? null : await findApplication(tx, application_id);
    if (application === null) continue;
    await tx.updateTable("task").set({ for_person: receiver.id }).where("id", "=", id).execute();
    const details = { body, dueOn: due_on, for: receiver.name, to: receiver.id };
    const position = await recordPlaced(tx, {
      chain: chainOf(application_id),
      at: by.at,
      actor: by.actor,
      organisation: application.organisationId,
      act: "task-added",
      details,
      framework: application.framework,
      visibleToApplicant: false,
    });
    const done = { application, fact: "task-added", side: "funder", actor: by.actor, at: by.at } as const;
    await tellOfAct(world, tx, { ...done, details, position });
    given += 1;
  }
  return given;
}

function tasksOf(tx: Tx, person: string) {
  return tx.selectFrom("task").where("for_person", "=", person).where("done_at", "is", null);
}

function filesOf(tx: Tx, person: string) {
  return tx.selectFrom("application").where("assigned_to", "=", person).where("state", "in", moving);
}
