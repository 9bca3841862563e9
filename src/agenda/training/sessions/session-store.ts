import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { Occasion } from "../../occasions/occasion.ts";
import { occasionOf, occasions } from "../../occasions/store.ts";

export interface Session {
  readonly occasion: Occasion;
  readonly courseId: string;
  readonly minimum: number;
  /** ISO day on which it is confirmed, or not. */
  readonly confirmOn: string | null;
  readonly confirmedAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
}

export async function addSession(
  tx: Tx,
  occasionId: string,
  session: { readonly courseId: string; readonly minimum: number; readonly confirmOn: string | null },
): Promise<void> {
  await tx
    .insertInto("training_session")
    .values({
      occasion_id: occasionId,
      course_id: session.courseId,
      minimum: session.minimum,
      confirm_on: session.confirmOn,
    })
    .execute();
}

const SESSION = ["occasion_id", "course_id", "minimum", "confirm_on", "confirmed_at", "closed_at"] as const;

/** The session that an occasion is; null for an event. */
export async function findSession(tx: Tx, occasion: Occasion): Promise<Session | null> {
  const row = await tx
    .selectFrom("training_session")
    .select(SESSION)
    .where("occasion_id", "=", occasion.id)
    .executeTakeFirst();
  return row === undefined ? null : sessionOf(row, occasion);
}

/** Sessions of these courses that the reader may see, by the hour when they begin. */
export async function listSessions(tx: Tx, courseIds: readonly string[]): Promise<readonly Session[]> {
  if (courseIds.length === 0) return [];
  const rows = await tx
    .selectFrom("training_session")
    .select(SESSION)
    .where("course_id", "in", [...courseIds])
    .execute();
  if (rows.length === 0) return [];
  const found = await occasions(tx)
    .where(
      "id",
      "in",
      rows.map((row) => row.occasion_id),
    )
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
  const byId = new Map(rows.map((row) => [row.occasion_id, row]));
  return found.flatMap((row) => {
    const session = byId.get(row.id);
    return session === undefined ? [] : [sessionOf(session, occasionOf(row))];
  });
}

function sessionOf(
  row: {
    readonly course_id: string;
    readonly minimum: number;
    readonly confirm_on: string | null;
    readonly confirmed_at: Temporal.Instant | null;
    readonly closed_at: Temporal.Instant | null;
  },
  occasion: Occasion,
): Session {
  return {
    occasion,
    courseId: row.course_id,
    minimum: row.minimum,
    confirmOn: row.confirm_on,
    confirmedAt: row.confirmed_at,
    closedAt: row.closed_at,
  };
}
