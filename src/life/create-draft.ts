import type { Temporal } from "temporal-polyfill";
import type { Raw } from "#policy/index.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import { chainOf } from "./application.ts";

export interface NewDraft {
  readonly scheme: string;
  readonly framework: string;
  readonly organisationId: string;
  readonly raw: Raw;
  /** The open call that it answers. */
  readonly callId?: string;
  /** The request whose answers it takes up. */
  readonly copyOf?: string;
}

/** Begins a request. Its organisation's owners and editors may; the database refuses others. Returns the id. */
export async function createDraft(tx: Tx, draft: NewDraft, personId: string, at: Temporal.Instant): Promise<string> {
  const { id } = await tx
    .insertInto("application")
    .values({
      scheme: draft.scheme,
      framework: draft.framework,
      organisation_id: draft.organisationId,
      call_id: draft.callId ?? null,
      created_by: personId,
      created_at: at,
      updated_at: at,
      raw: json(draft.raw),
      raw_saved_at: at,
      raw_saved_by: personId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(tx, {
    chain: chainOf(id),
    at,
    actor: personId,
    organisation: draft.organisationId,
    act: draft.copyOf === undefined ? "draft-begun" : "application-copied",
    details: draft.copyOf === undefined ? {} : { copyOf: draft.copyOf },
    framework: draft.framework,
    visibleToApplicant: true,
  });
  return id;
}
