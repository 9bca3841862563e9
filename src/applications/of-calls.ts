import type { CallDrafts } from "#src/calls/index.ts";

/** What calls ask of the requests that answer them: how many are being written, and whom to tell. */
export const callDrafts: CallDrafts = {
  async holders(tx, callId) {
    const rows = await tx
      .selectFrom("application as a")
      .innerJoin("membership as m", "m.organisation_id", "a.organisation_id")
      .innerJoin("person as p", "p.id", "m.person_id")
      .select("p.email")
      .distinct()
      .where("a.call_id", "=", callId)
      .where("a.state", "=", "draft")
      .where("m.role", "in", ["owner", "editor"])
      .orderBy("p.email")
      .execute();
    return rows.map(({ email }) => email);
  },
  async count(tx, callId) {
    const { count } = await tx
      .selectFrom("application")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("call_id", "=", callId)
      .where("state", "=", "draft")
      .executeTakeFirstOrThrow();
    return Number(count);
  },
};
