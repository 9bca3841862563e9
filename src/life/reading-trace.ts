import type { Temporal } from "temporal-polyfill";
import { hasAgentRole, isAgent, type SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import { chainOf } from "./application.ts";

/**
 * An agent, of the funder or of a body that instructs with it, or an assessor, who opens what an applicant sent leaves a trace, by whatever address they came: the register of readings is
 * whole. Members read what is theirs.
 */
export async function traceReading(
  tx: Tx,
  visitor: SignedVisitor,
  applicationId: string,
  read: { readonly name: string; readonly attachment?: string; readonly sha256?: string },
  at: Temporal.Instant,
): Promise<void> {
  const isFromOutside = hasAgentRole(visitor, "dreets", "managing-authority", "opco", "assessor");
  if (!isAgent(visitor) && !isFromOutside) return;
  await record(tx, {
    chain: chainOf(applicationId),
    at,
    actor: visitor.person.id,
    organisation: null,
    act: "attachment-read",
    details: read,
    visibleToApplicant: false,
  });
}
