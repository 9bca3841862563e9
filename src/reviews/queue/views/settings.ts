import type { Tx } from "#src/platform/database/database.ts";
import { type QueueFilter, SORTS } from "../filters/filter.ts";

/** How an agent has the queue. */
export interface QueueSettings {
  /** Keys of columns in their order; none for those of the service. */
  readonly columns: readonly string[];
  /** The view that the queue opens on; null for what the role waits for. */
  readonly startView: string | null;
  /** The order that the agent gave to the list last; null where they gave none. */
  readonly order: Pick<QueueFilter, "sort" | "descending"> | null;
  /** Whether a key alone does something (WCAG 2.1.4: it can be turned off). */
  readonly keys: boolean;
}

const atFirst: QueueSettings = { columns: [], startView: null, order: null, keys: true };

export async function queueSettings(tx: Tx, person: string): Promise<QueueSettings> {
  const row = await tx
    .selectFrom("queue_setting")
    .select(["columns", "start_view", "sort", "descending", "keys"])
    .where("person_id", "=", person)
    .executeTakeFirst();
  if (row === undefined) return atFirst;
  const sort = SORTS.find((one) => one === row.sort);
  const order = sort === undefined ? null : { sort, descending: row.descending };
  return { columns: row.columns, startView: row.start_view, order, keys: row.keys };
}

/** Keeps what changes of a person's settings; the rest stays. */
export async function keepSettings(tx: Tx, person: string, change: Partial<QueueSettings>): Promise<void> {
  const columns = {
    ...(change.columns === undefined ? {} : { columns: [...change.columns] }),
    ...(change.startView === undefined ? {} : { start_view: change.startView }),
    ...(change.order === undefined
      ? {}
      : { sort: change.order?.sort ?? null, descending: change.order?.descending ?? false }),
    ...(change.keys === undefined ? {} : { keys: change.keys }),
  };
  await tx
    .insertInto("queue_setting")
    .values({ person_id: person, ...columns })
    .onConflict((clash) => clash.column("person_id").doUpdateSet({ person_id: person, ...columns }))
    .execute();
}
