import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import type { AgendaItem, CommitteeKind, Decision } from "./committee.ts";

export async function listAgenda(tx: Tx, meetingId: string): Promise<readonly AgendaItem[]> {
  const items = await tx
    .selectFrom("agenda_item as i")
    .leftJoin("committee_decision as d", "d.item_id", "i.id")
    .selectAll("i")
    .select([
      "d.text",
      "d.in_favour",
      "d.against",
      "d.abstained",
      "d.adopted",
      "d.responsible",
      "d.due_on",
      "d.done_on",
      "d.follow_up",
    ])
    .where("i.meeting_id", "=", meetingId)
    .orderBy("i.position")
    .execute();
  const interests = await tx
    .selectFrom("item_interest")
    .selectAll()
    .where("item_id", "in", (query) => query.selectFrom("agenda_item").select("id").where("meeting_id", "=", meetingId))
    .execute();
  return items.map((row) => ({
    id: row.id,
    position: row.position,
    title: row.title,
    detail: row.detail,
    toDecide: row.to_decide,
    interests: interests
      .filter((one) => one.item_id === row.id)
      .map((one) => ({ memberId: one.member_id, reason: one.reason })),
    decision: row.text === null ? null : readDecision({ ...row, text: row.text }),
  }));
}

function readDecision(row: {
  readonly text: string;
  readonly in_favour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
  readonly adopted: boolean | null;
  readonly responsible: string | null;
  readonly due_on: string | null;
  readonly done_on: string | null;
  readonly follow_up: string | null;
}): Decision {
  return {
    text: row.text,
    inFavour: row.in_favour ?? 0,
    against: row.against ?? 0,
    abstained: row.abstained ?? 0,
    adopted: row.adopted === true,
    responsible: row.responsible ?? "",
    dueOn: row.due_on,
    doneOn: row.done_on,
    followUp: row.follow_up ?? "",
  };
}

export async function addItem(
  tx: Tx,
  meetingId: string,
  item: {
    readonly title: string;
    readonly detail: string;
    readonly toDecide: boolean;
    /** What it is about elsewhere in the service: "application:<id>". */
    readonly subject?: string;
  },
): Promise<string> {
  const last = await tx
    .selectFrom("agenda_item")
    .select("position")
    .where("meeting_id", "=", meetingId)
    .orderBy("position", "desc")
    .executeTakeFirst();
  const { id } = await tx
    .insertInto("agenda_item")
    .values({
      meeting_id: meetingId,
      position: (last?.position ?? 0) + 1,
      title: item.title,
      detail: item.detail,
      to_decide: item.toDecide,
      subject: item.subject ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function addInterest(tx: Tx, itemId: string, memberId: string, reason: string, at: string): Promise<void> {
  await tx
    .insertInto("item_interest")
    .values({ item_id: itemId, member_id: memberId, reason, declared_at: at })
    .onConflict((clash) => clash.columns(["item_id", "member_id"]).doUpdateSet({ reason }))
    .execute();
}

export async function saveDecision(
  tx: Tx,
  itemId: string,
  decision: Pick<Decision, "text" | "inFavour" | "against" | "abstained" | "adopted" | "responsible" | "dueOn"> & {
    readonly by: string;
    readonly at: string;
  },
): Promise<void> {
  const columns = {
    text: decision.text,
    in_favour: decision.inFavour,
    against: decision.against,
    abstained: decision.abstained,
    adopted: decision.adopted,
    responsible: decision.responsible,
    due_on: decision.dueOn,
    decided_at: decision.at,
    recorded_by: decision.by,
  };
  await tx
    .insertInto("committee_decision")
    .values({ item_id: itemId, ...columns })
    .onConflict((clash) => clash.column("item_id").doUpdateSet(columns))
    .execute();
}

export async function saveFollowUp(tx: Tx, itemId: string, doneOn: string | null, followUp: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("committee_decision")
    .set({ done_on: doneOn, follow_up: followUp })
    .where("item_id", "=", itemId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A decision that a committee adopted, as another page names it. */
export interface AdoptedDecision {
  readonly item: string;
  readonly title: string;
  readonly slug: string;
  readonly committee: string;
  readonly meeting: number;
  readonly decidedOn: string;
}

/** What the committees of a kind adopted, the last first; or one decision alone. */
export async function listAdopted(
  tx: Tx,
  of: { readonly kind: CommitteeKind } | { readonly item: string },
): Promise<readonly AdoptedDecision[]> {
  const which = "item" in of ? sql`i.id = ${of.item}` : sql`c.kind = ${of.kind}`;
  const { rows } = await sql<AdoptedDecision>`
    SELECT i.id AS item, i.title, c.slug, c.name AS committee, m.number AS meeting,
      to_char(d.decided_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') AS "decidedOn"
    FROM committee_decision d JOIN agenda_item i ON i.id = d.item_id JOIN meeting m ON m.id = i.meeting_id
    JOIN committee c ON c.id = m.committee_id
    WHERE d.adopted AND i.subject IS NULL AND ${which} ORDER BY d.decided_at DESC LIMIT 50`.execute(tx);
  return rows;
}
