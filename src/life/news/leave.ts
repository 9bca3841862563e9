import type { Temporal } from "temporal-polyfill";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import type { Application } from "../application.ts";
import { lifecycle, type Step } from "../lifecycle.ts";

/** Someone away, and who stands in for them. Days are ISO text, both included. */
export interface Leave {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly deputyId: string;
  readonly deputyName: string;
  readonly from: string;
  readonly until: string;
}

function leaves(tx: Tx) {
  return tx
    .selectFrom("leave as l")
    .innerJoin("person as p", "p.id", "l.person_id")
    .innerJoin("person as d", "d.id", "l.deputy_id")
    .select(["l.id", "l.person_id", "l.deputy_id", "l.from_day", "l.until_day", "p.name", "d.name as deputy_name"])
    .where("l.ended_at", "is", null);
}

/** Those that are not over by a day, the soonest first. */
export async function listLeaves(tx: Tx, day: string): Promise<readonly Leave[]> {
  const rows = await leaves(tx)
    .modifyFront(plannedOnce)
    .where("l.until_day", ">=", day)
    .orderBy("l.from_day")
    .orderBy("l.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: row.name,
    deputyId: row.deputy_id,
    deputyName: row.deputy_name,
    from: row.from_day,
    until: row.until_day,
  }));
}

/** Who is away on a day, with their deputies. */
export async function awayOn(tx: Tx, day: string): Promise<readonly Leave[]> {
  return (await listLeaves(tx, day)).filter(({ from }) => from <= day);
}

type Held = Pick<Application, "assignedTo">;

/**
 * In whose place an agent acts on a file: that of its holder, or of who alone would take this step, where they are away
 * and this agent is their deputy. Null for an act of one's own. Read once for all the files of an act.
 */
export async function standingIn(
  tx: Tx,
  actor: string,
  at: Temporal.Instant,
  step?: Step,
): Promise<(application: Held) => string | null> {
  const absent = (await awayOn(tx, legalDay(at).toString())).filter(({ deputyId }) => deputyId === actor);
  const holderAmong = ({ assignedTo }: Held) => absent.find(({ personId }) => personId === assignedTo)?.personId;
  const taker = absent.length === 0 ? null : await takerAmong(tx, absent, step);
  return (application) => (application.assignedTo === actor ? null : (holderAmong(application) ?? taker));
}

/** Who of those away would alone take a step that officers do not. */
async function takerAmong(tx: Tx, absent: readonly Leave[], step?: Step): Promise<string | null> {
  if (step === undefined || lifecycle[step].by.roles.includes("officer" as never)) return null;
  const rows = await tx
    .selectFrom("agent_role")
    .select("person_id")
    .where("role", "in", [...lifecycle[step].by.roles])
    .where(
      "person_id",
      "in",
      absent.map(({ personId }) => personId),
    )
    .execute();
  return rows[0]?.person_id ?? null;
}
