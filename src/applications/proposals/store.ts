import type { Temporal } from "temporal-polyfill";
import type { RawValue } from "#src/life/index.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import type { Proposal } from "./proposal.ts";

/** The corrections proposed on a file, last first. */
export async function listProposals(tx: Tx, applicationId: string): Promise<readonly Proposal[]> {
  const rows = await tx
    .selectFrom("correction_proposal as c")
    .leftJoin("person as p", "p.id", "c.proposed_by")
    .selectAll("c")
    .select("p.name as proposer")
    .where("c.application_id", "=", applicationId)
    .orderBy("c.proposed_at", "desc")
    .orderBy("c.id", "desc")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    path: row.path,
    label: row.label,
    value: row.value as RawValue | null,
    attachmentId: row.attachment_id,
    before: row.before,
    after: row.after,
    reason: row.reason,
    by: row.proposer,
    proposedAt: row.proposed_at,
    answeredAt: row.answered_at,
    accepted: row.accepted,
    answer: row.answer,
  }));
}

export interface NewProposal
  extends Pick<Proposal, "revision" | "path" | "label" | "value" | "attachmentId" | "before" | "after" | "reason"> {
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
