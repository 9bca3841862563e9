import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "../database/database.ts";

/** A decision on what is set, as it was proposed and answered. Days are ISO text. */
export interface SettingVersion {
  readonly id: string;
  readonly key: string;
  /** '' for the whole service; else what it is set for, as its owner names it. */
  readonly subject: string;
  readonly value: unknown;
  readonly reason: string;
  readonly effectiveOn: string;
  readonly state: "proposed" | "confirmed" | "refused";
  readonly proposedBy: string | null;
  readonly proposedByName: string | null;
  readonly proposedAt: Temporal.Instant;
  readonly answeredBy: string | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Temporal.Instant | null;
  readonly refusal: string;
}

function versions(tx: Tx) {
  return tx
    .selectFrom("setting_version as v")
    .leftJoin("person as p", "p.id", "v.proposed_by")
    .leftJoin("person as c", "c.id", "v.confirmed_by")
    .leftJoin("person as r", "r.id", "v.refused_by")
    .select(["v.id", "v.key", "v.subject", "v.value", "v.reason", "v.effective_on", "v.proposed_by", "v.proposed_at"])
    .select(["v.confirmed_by", "v.confirmed_at", "v.refused_by", "v.refused_at", "v.refusal"])
    .select(["p.name as proposer", "c.name as confirmer", "r.name as refuser"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>["executeTakeFirstOrThrow"]>>;

function versionOf(row: Row): SettingVersion {
  return {
    id: row.id,
    key: row.key,
    subject: row.subject,
    value: row.value,
    reason: row.reason,
    effectiveOn: row.effective_on,
    state: row.confirmed_at !== null ? "confirmed" : row.refused_at !== null ? "refused" : "proposed",
    proposedBy: row.proposed_by,
    proposedByName: row.proposer,
    proposedAt: row.proposed_at,
    answeredBy: row.confirmed_by ?? row.refused_by,
    answeredByName: row.confirmer ?? row.refuser,
    answeredAt: row.confirmed_at ?? row.refused_at,
    refusal: row.refusal,
  };
}

/** All versions of one setting, the last proposed first. */
export async function versionsOf(tx: Tx, key: string, subject: string): Promise<readonly SettingVersion[]> {
  const rows = await versions(tx)
    .where("v.key", "=", key)
    .where("v.subject", "=", subject)
    .orderBy("v.proposed_at", "desc")
    .orderBy("v.id", "desc")
    .execute();
  return rows.map(versionOf);
}

/** What is confirmed and holds from a later day only, the nearest first. */
export async function comingVersions(tx: Tx, day: string): Promise<readonly SettingVersion[]> {
  const rows = await versions(tx)
    .where("v.confirmed_at", "is not", null)
    .where("v.effective_on", ">", day)
    .orderBy("v.effective_on")
    .execute();
  return rows.map(versionOf);
}

/** What waits for its second person, the oldest first. */
export async function openProposals(tx: Tx): Promise<readonly SettingVersion[]> {
  const rows = await versions(tx)
    .where("v.confirmed_at", "is", null)
    .where("v.refused_at", "is", null)
    .orderBy("v.proposed_at")
    .execute();
  return rows.map(versionOf);
}

/** The version, its row locked: two who answer one proposal come one after the other. */
export async function lockVersion(tx: Tx, id: string): Promise<SettingVersion | null> {
  await sql`SELECT 1 FROM setting_version WHERE id = ${id} FOR UPDATE`.execute(tx);
  const row = await versions(tx).where("v.id", "=", id).executeTakeFirst();
  return row === undefined ? null : versionOf(row);
}

export interface NewVersion {
  readonly key: string;
  readonly subject: string;
  readonly value: unknown;
  readonly reason: string;
  readonly effectiveOn: string;
  /** It binds nobody: who writes it also confirms it. */
  readonly alone: boolean;
  readonly by: string;
}

/** Adds a version; null where another proposal on the same thing waits already. */
export async function addVersion(tx: Tx, at: Temporal.Instant, version: NewVersion): Promise<string | null> {
  const confirmed = version.alone ? { confirmed_by: version.by, confirmed_at: at } : {};
  const row = await tx
    .insertInto("setting_version")
    .values({
      key: version.key,
      subject: version.subject,
      value: json(version.value),
      reason: version.reason,
      effective_on: version.effectiveOn,
      alone: version.alone,
      proposed_by: version.by,
      proposed_at: at,
      ...confirmed,
    })
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Writes the second person's word on a proposal that was locked. */
export async function answerVersion(
  tx: Tx,
  at: Temporal.Instant,
  id: string,
  by: string,
  word:
    | { readonly confirmed: true; readonly effectiveOn: string }
    | { readonly confirmed: false; readonly why: string },
): Promise<void> {
  await tx
    .updateTable("setting_version")
    .set(
      word.confirmed
        ? { confirmed_by: by, confirmed_at: at, effective_on: word.effectiveOn }
        : { refused_by: by, refused_at: at, refusal: word.why },
    )
    .where("id", "=", id)
    .execute();
}
