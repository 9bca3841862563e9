import { sql } from "kysely";
import { json, type Tx } from "#src/platform/database/database.ts";
import type { Helped, Label, Passed, Referral, ReferralState } from "./referral.ts";

function query(tx: Tx) {
  return tx
    .selectFrom("referral as r")
    .innerJoin("organisation as o", "o.id", "r.organisation_id")
    .leftJoin("person as t", "t.id", "r.taken_by")
    .selectAll("r")
    .select(["o.name as organisation_name", "t.name as taken_by_name"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function read(row: Row): Referral {
  return {
    id: row.id,
    number: row.number,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    state: row.state as ReferralState,
    need: row.need,
    passed: row.passed as Passed | null,
    consentedAt: row.consented_at,
    withdrawnAt: row.withdrawn_at,
    takenBy: row.taken_by_name,
    takenAt: row.taken_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
    helped: row.helped as Helped | null,
    outcome: row.outcome,
  };
}

export async function findReferral(tx: Tx, id: string): Promise<Referral | null> {
  const row = await query(tx).where("r.id", "=", id).executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** Locks one, so that two acts at once follow each other. */
export async function lockReferral(tx: Tx, id: string): Promise<Referral | null> {
  await tx.selectFrom("referral").select("id").where("id", "=", id).forUpdate().execute();
  return findReferral(tx, id);
}

/** Those of some organisations, the newest first. */
export async function referralsOf(tx: Tx, organisationIds: readonly string[]): Promise<readonly Referral[]> {
  if (organisationIds.length === 0) return [];
  const rows = await query(tx)
    .where("r.organisation_id", "in", organisationIds)
    .orderBy("r.consented_at", "desc")
    .limit(100)
    .execute();
  return rows.map(read);
}

/** What the E3D service has to do first: what waits for an answer, the oldest ahead; then what was answered. */
export async function referralQueue(tx: Tx): Promise<readonly Referral[]> {
  const rows = await query(tx)
    .where("r.state", "<>", "withdrawn")
    .orderBy(sql`r.state IN ('received', 'taken-up')`, "desc")
    .orderBy(sql`CASE WHEN r.state IN ('received', 'taken-up') THEN r.consented_at END`, "asc")
    .orderBy("r.consented_at", "desc")
    .limit(200)
    .execute();
  return rows.map(read);
}

export async function addReferral(
  tx: Tx,
  referral: {
    readonly organisationId: string;
    readonly need: string;
    readonly passed: Passed;
    readonly by: string;
    readonly at: string;
    readonly year: number;
  },
): Promise<{ readonly id: string; readonly number: string }> {
  const name = `referral-${referral.year}`;
  const { rows } = await sql<{ value: number }>`
    INSERT INTO counter (name, value) VALUES (${name}, 1)
    ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value`.execute(tx);
  const number = `E3D-${referral.year}-${String(rows[0]?.value ?? 0).padStart(5, "0")}`;
  const { id } = await tx
    .insertInto("referral")
    .values({
      number,
      organisation_id: referral.organisationId,
      state: "received",
      need: referral.need,
      passed: json(referral.passed),
      consented_by: referral.by,
      consented_at: referral.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, number };
}

export async function loadLabel(tx: Tx, organisationId: string): Promise<Label | null> {
  const row = await tx
    .selectFrom("sustainability_label")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { level: row.level as Label["level"], obtainedOn: row.obtained_on, endsOn: row.ends_on };
}

export async function saveLabel(tx: Tx, organisationId: string, label: Label, by: string, at: string): Promise<void> {
  const columns = {
    level: label.level,
    obtained_on: label.obtainedOn,
    ends_on: label.endsOn,
    declared_by: by,
    declared_at: at,
  };
  await tx
    .insertInto("sustainability_label")
    .values({ organisation_id: organisationId, ...columns })
    .onConflict((clash) => clash.column("organisation_id").doUpdateSet(columns))
    .execute();
}

export async function removeLabel(tx: Tx, organisationId: string): Promise<void> {
  await tx.deleteFrom("sustainability_label").where("organisation_id", "=", organisationId).execute();
}

/** Addresses of those who answer for E3D. */
export async function adviserAddresses(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("agent_role as a")
    .innerJoin("person as p", "p.id", "a.person_id")
    .select("p.email")
    .where("a.role", "=", "sustainability-adviser")
    .orderBy("p.email")
    .execute();
  return rows.map((row) => row.email);
}
