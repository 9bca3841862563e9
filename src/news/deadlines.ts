import { findApplication, type NewsKind, tellNews } from "#src/life/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { formatDay } from "#src/ui/index.ts";

/** Tells holders of the tacit refusals that come near, of the answers that did not come, and agents of their tasks. Once each. */
export async function tellDeadlines(world: World): Promise<number> {
  const day = today(world.clock);
  const horizon = day.add({ days: world.config.funder.delays.deadlineAlert }).toString();
  return inTransaction(world.db, "system", async (tx) => {
    const near = await held(tx)
      .select("implicit_refusal_on as day")
      .where("suspended_on", "is", null)
      .where("implicit_refusal_on", "<=", horizon)
      .execute();
    const late = await held(tx)
      .select("suspended_until as day")
      .where("suspended_on", "is not", null)
      .where("suspended_until", "<", day.toString())
      .execute();
    for (const row of near)
      await tell(world, tx, "deadline", row, (on) => `Décision tacite de rejet le ${formatDay(on)}.`);
    for (const row of late) await tell(world, tx, "answer-late", row, (on) => `Réponse attendue le ${formatDay(on)}.`);
    return near.length + late.length + (await tellTasks(world, tx, day.toString()));
  });
}

/** Tells whom a task is for that its day has come. */
async function tellTasks(world: World, tx: Tx, day: string): Promise<number> {
  const tasks = await tx
    .selectFrom("task")
    .select(["id", "application_id", "body", "due_on", "for_person"])
    .where("done_at", "is", null)
    .where("for_person", "is not", null)
    .where("due_on", "<=", day)
    .orderBy("id")
    .execute();
  for (const { id, application_id: file, body, due_on: due, for_person: person } of tasks) {
    const application = await findApplication(tx, file);
    if (application === null || person === null) continue;
    const about = `task:${id}!due`;
    const news = { kind: "task-due", to: [person], actor: null, at: world.clock.now(), about, application } as const;
    await tellNews(world, tx, { ...news, excerpt: `${body} (${formatDay(due)})` });
  }
  return tasks.length;
}

function held(tx: Tx) {
  return tx
    .selectFrom("application")
    .select(["id", "assigned_to"])
    .where("assigned_to", "is not", null)
    .where("implicit_refusal_on", "is not", null)
    .orderBy("id");
}

async function tell(
  world: World,
  tx: Tx,
  kind: NewsKind,
  {
    id,
    assigned_to: holder,
    day,
  }: { readonly id: string; readonly assigned_to: string | null; readonly day: string | null },
  say: (day: string) => string,
): Promise<void> {
  const application = await findApplication(tx, id);
  if (application === null || holder === null || day === null) return;
  await tellNews(world, tx, {
    kind,
    to: [holder],
    actor: null,
    at: world.clock.now(),
    about: `application:${id}!${kind}:${day}`,
    application,
    excerpt: say(day),
  });
}
