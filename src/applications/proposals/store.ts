import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import { ask, type Read, rowsOf } from "#src/platform/database/read.ts";
import type { CorrectionProposal } from "./proposal.ts";

/** The corrections proposed on a file, last first. */
export function listProposals(tx: Tx, applicationId: string): Promise<readonly CorrectionProposal[]> {
  return ask(tx, proposalsOf(applicationId));
}

export function proposalsOf(applicationId: string): Read<readonly CorrectionProposal[]> {
  return rowsOf(
    sql<Row>`
      SELECT c.id, c.revision, c.path, c.label, c.value, c.attachment_id AS "attachmentId", c.before, c.after, c.reason,
        p.name AS by, c.proposed_at AS "proposedAt", c.answered_at AS "answeredAt", c.accepted, c.answer
      FROM correction_proposal c LEFT JOIN person p ON p.id = c.proposed_by
      WHERE c.application_id = ${applicationId} ORDER BY c.proposed_at DESC, c.id DESC LIMIT 200`,
    (rows) =>
      rows.map((row) => ({
        ...row,
        proposedAt: Temporal.Instant.from(row.proposedAt),
        answeredAt: row.answeredAt === null ? null : Temporal.Instant.from(row.answeredAt),
      })),
  );
}

type Row = Omit<CorrectionProposal, "proposedAt" | "answeredAt"> & {
  readonly proposedAt: string;
  readonly answeredAt: string | null;
};

export interface NewProposal
  extends Pick<
    CorrectionProposal,
    "revision" | "path" | "label" | "value" | "attachmentId" | "before" | "after" | "reason"
  > {
  readonly applicationId: string;
  readonly person: string;
}

export async function addProposal(tx: Tx, proposal: NewProposal, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto("correction_proposal")
    .values({
      application_id: proposal.applicationId,
      revision: proposal.revision,
      path: proposal.path,
      label: proposal.label,
      value: proposal.value === null ? null : json(proposal.value),
      attachment_id: proposal.attachmentId,
      before: proposal.before,
      after: proposal.after,
      reason: proposal.reason,
      proposed_by: proposal.person,
      proposed_at: at.toString(),
    })
    .execute();
}

export interface ProposalAnswer {
  readonly person: string;
  readonly accepted: boolean;
  readonly answer: string;
}

/** Writes an agent's answer; false where one was written already. */
export async function answerProposal(
  tx: Tx,
  id: string,
  { person, accepted, answer }: ProposalAnswer,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("correction_proposal")
    .set({ answered_at: at.toString(), answered_by: person, accepted, answer })
    .where("id", "=", id)
    .where("answered_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
