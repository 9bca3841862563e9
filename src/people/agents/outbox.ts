import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { mayOnService } from "../may.ts";
import type { Visitor } from "../visitor.ts";

export interface OutboxMail {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly sentAt: Temporal.Instant | null;
  readonly failure: string | null;
}

const PAGE = 50;

/**
 * Without a mail server, a demonstration has no other letter box: everyone reads it, links included. Where mails do
 * leave, only those whom the permission table lets in.
 */
export function outboxIsOpen(world: World): boolean {
  return world.config.demo && world.config.mail.smtpUrl === null;
}

export function mayReadOutbox(world: World, visitor: Visitor): boolean {
  return outboxIsOpen(world) || mayOnService(visitor, "read-outbox");
}

/** The last mails, the newest first; `before` is the id of the last one of the page before. */
export async function readOutbox(world: World, before: string | null): Promise<readonly OutboxMail[]> {
  const rows = await inTransaction(world.db, "system", (tx) =>
    tx
      .selectFrom("mail")
      .select(["id", "created_at", "to_address", "subject", "body", "sent_at", "failure"])
      .$if(before !== null, (query) => query.where("id", "<", before ?? ""))
      .orderBy(sql`id DESC`)
      .limit(PAGE)
      .execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.created_at,
    to: row.to_address,
    subject: row.subject,
    body: outboxIsOpen(world) ? row.body : withoutSecrets(row.body),
    sentAt: row.sent_at,
    failure: row.failure,
  }));
}

export const outboxPageSize = PAGE;

/** Nobody signs in, or joins an organisation, by reading someone else's mail. */
export function withoutSecrets(body: string): string {
  return body.replace(/(jeton=|\/invitations\/|\/courriels\/choix\/)[A-Za-z0-9_-]+/g, "$1…");
}
