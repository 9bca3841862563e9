import { chainOf, findApplication, groupOf, STATES, tellOfAct } from "#src/life/index.ts";
import type { Caseload, HandedBy, HandedOver } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { recordPlaced } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { interestsIn } from "../interests.ts";
import { reviewRights } from "../may.ts";
import { assignableAgents } from "./agents.ts";

/** States in which someone still has to follow a file. */
const moving = STATES.filter((state) => state !== "draft" && groupOf(state) !== "closed");

/** The files that agents have, for who takes a role back. */
export const caseload: Caseload = {
  roles: reviewRights.assign.roles,
  count: async (tx, person) => (await filesOf(tx, person).select("id").execute()).length,
  receivers: assignableAgents,
  handOver,
};

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
  return { given, left: files.length - given };
}

function filesOf(tx: Tx, person: string) {
  return tx.selectFrom("application").where("assigned_to", "=", person).where("state", "in", moving);
}
