import type { Tx } from "#src/platform/database/database.ts";

/** How an agent has the queue. */
export interface QueueSettings {
  /** Keys of columns in their order; none for those of the service. */
  readonly columns: readonly string[];
  /** The view that the queue opens on; null for what the role waits for. */
  readonly startView: string | null;
  /** Whether a key alone does something (WCAG 2.1.4: it can be turned off). */
  readonly keys: boolean;
}

const atFirst: QueueSettings = { columns: [], startView: null, keys: true };

export async function queueSettings(tx: Tx, person: string): Promise<QueueSettings> {
  const row = await tx
    .selectFrom("queue_setting")
    .select(["columns", "start_view", "keys"])
    .where("person_id", "=", person)
    .executeTakeFirst();
  return row === undefined ? atFirst : { columns: row.columns, startView: row.start_view, keys: row.keys };
}

/** Keeps what changes of a person's settings; the rest stays. */
export async function keepSettings(tx: Tx, person: string, change: Partial<QueueSettings>): Promise<void> {
  const columns = {
    ...(change.columns === undefined ? {} : { columns: [...change.columns] }),
    ...(change.startView === undefined ? {} : { start_view: change.startView }),
    ...(change.keys === undefined ? {} : { keys: change.keys }),
  };
  await tx
    .insertInto("queue_setting")
    .values({ person_id: person, ...columns })
    .onConflict((clash) => clash.column("person_id").doUpdateSet({ person_id: person, ...columns }))
    .execute();
}
