import { act, hasAgentRole, type SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";

/** A leave as it is asked: whose, who stands in, between two days (ISO, both included). */
export interface NewLeave {
  readonly person: string;
  readonly deputy: string;
  readonly from: string;
  readonly until: string;
}

/** One's own, or anyone's for a supervisor and an administrator. */
export function mayNoteLeave(visitor: SignedVisitor, person: string): boolean {
  return visitor.person.id === person || hasAgentRole(visitor, "supervisor", "administrator");
}

export type LeaveNoted = "done" | "forbidden" | "no-deputy" | "overlap" | "absent";

/** Notes a leave. A deputy holds a role that its person has, is not away then, and gets no other right by it. */
export function noteLeave(world: World, visitor: SignedVisitor, leave: NewLeave): Promise<LeaveNoted> {
  return act(world, visitor, async ({ tx, at, note }) => {
    if (!mayNoteLeave(visitor, leave.person)) return "forbidden";
    if (!(await mayStandIn(tx, leave))) return "no-deputy";
    const same = await overlapping(tx, [leave.person, leave.deputy], leave);
    if (
      same.some(
        (one) =>
          one.person === leave.person &&
          one.deputy === leave.deputy &&
          one.from === leave.from &&
          one.until === leave.until,
      )
    )
      return "done";
    if (same.length > 0) return "overlap";
    const { id } = await tx
      .insertInto("leave")
      .values({
        person_id: leave.person,
        deputy_id: leave.deputy,
        from_day: leave.from,
        until_day: leave.until,
        noted_by: visitor.person.id,
        noted_at: at,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const details = { leave: id, deputy: leave.deputy, from: leave.from, until: leave.until };
    await note({ chain: `person:${leave.person}`, act: "leave-noted", organisation: null, details, visible: false });
    return "done";
  });
}

/** Ends a leave: its deputy stands in no more. */
export function endLeave(world: World, visitor: SignedVisitor, id: string): Promise<LeaveNoted> {
  return act(world, visitor, async ({ tx, at, note }) => {
    const row = await tx
      .selectFrom("leave")
      .select(["person_id", "ended_at"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return "absent";
    if (!mayNoteLeave(visitor, row.person_id)) return "forbidden";
    if (row.ended_at !== null) return "done";
    await tx.updateTable("leave").set({ ended_at: at }).where("id", "=", id).execute();
    await note({
      chain: `person:${row.person_id}`,
      act: "leave-ended",
      organisation: null,
      details: { leave: id },
      visible: false,
    });
    return "done";
  });
}

async function mayStandIn(tx: Tx, { person, deputy }: NewLeave): Promise<boolean> {
  if (person === deputy) return false;
  const rows = await tx
    .selectFrom("agent_role")
    .select(["person_id", "role"])
    .where("person_id", "in", [person, deputy])
    .execute();
  const roles = (of: string) => rows.filter((row) => row.person_id === of).map(({ role }) => role);
  return roles(person).some((role) => roles(deputy).includes(role));
}

async function overlapping(tx: Tx, away: readonly string[], { from, until }: NewLeave) {
  const rows = await tx
    .selectFrom("leave")
    .select(["person_id", "deputy_id", "from_day", "until_day"])
    .where("ended_at", "is", null)
    .where("person_id", "in", [...away])
    .where("from_day", "<=", until)
    .where("until_day", ">=", from)
    .execute();
  return rows.map((row) => ({
    person: row.person_id,
    deputy: row.deputy_id,
    from: row.from_day,
    until: row.until_day,
  }));
}
