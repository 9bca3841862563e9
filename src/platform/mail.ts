import { sql } from "kysely";
import { createTransport } from "nodemailer";
import type { Temporal } from "temporal-polyfill";
import { cleanText, cutText } from "#text/index.ts";
import type { Config } from "./config.ts";
import { type Database, inTransaction, json, type Tx } from "./database/database.ts";
import type { FileStore } from "./files.ts";
import { enqueueAll } from "./jobs.ts";

/** Why a mail came to somebody, and where to have it no more, or why it is always sent. */
export type Why = {
  /** « Vous recevez ce courriel parce que … » */
  readonly because: string;
} & ({ readonly change: string; readonly at: string } | { readonly always: string });

/** A mail as plain text: short, says what to do, who writes, and why. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Whom it greets, where their name is known. */
  readonly name?: string;
  readonly paragraphs: readonly string[];
  readonly why: Why;
  readonly applicationId?: string;
  readonly attachments?: readonly { readonly fileId: string; readonly name: string }[];
  /** For a list: where a POST leaves it, which mail programs offer as a button (RFC 8058). */
  readonly unsubscribeUrl?: string;
}

/** Writes a mail in the caller's transaction; the job `send-mail` sends it after the commit. */
export async function postMail(
  { config }: Pick<MailWorld, "config">,
  tx: Tx,
  at: Temporal.Instant,
  mail: Mail,
): Promise<string> {
  const [id = ""] = await postMails({ config }, tx, at, [mail]);
  return id;
}

/** The same for many, in as few statements. */
export async function postMails(
  { config }: Pick<MailWorld, "config">,
  tx: Tx,
  at: Temporal.Instant,
  mails: readonly Mail[],
): Promise<readonly string[]> {
  if (mails.length === 0) return [];
  // Named first: whoever posts a mail may not read it back.
  const named = await sql<{ id: string }>`SELECT uuidv7() AS id FROM generate_series(1, ${mails.length})`.execute(tx);
  const ids = named.rows.map(({ id }) => id);
  await tx
    .insertInto("mail")
    .values(
      mails.map((mail, index) => ({
        id: ids[index] ?? "",
        created_at: at.toString(),
        to_address: mail.to,
        subject: mail.subject,
        body: bodyOf(config, mail),
        attachments: json(mail.attachments ?? []),
        application_id: mail.applicationId ?? null,
        unsubscribe_url: mail.unsubscribeUrl ?? null,
      })),
    )
    .execute();
  await enqueueAll(
    tx,
    "send-mail",
    ids.map((mail) => ({ mail })),
  );
  return ids;
}

/** A greeting, what is said, why it came, who writes. */
function bodyOf({ funder }: Config, { name = "", paragraphs, why }: Mail): string {
  const hello = name === "" ? "Bonjour," : `Bonjour ${name},`;
  return [hello, ...paragraphs, sayWhy(why), `${funder.service}\n${funder.name}`].join("\n\n");
}

function sayWhy(why: Why): string {
  const next = "always" in why ? why.always : `${why.change} : ${why.at}`;
  return `Vous recevez ce courriel parce que ${why.because}. ${next}`;
}

interface MailWorld {
  readonly config: Config;
  readonly db: Database;
  readonly files: FileStore;
}

/** Sends one mail by SMTP. Without a server it stays in the visible outbox. Throws when the server refuses: tried again. */
export async function sendMail(world: MailWorld, id: string): Promise<void> {
  const { smtpUrl, from } = world.config.mail;
  if (smtpUrl === null) return;
  const mail = await inTransaction(world.db, "system", (tx) =>
    tx.selectFrom("mail").selectAll().where("id", "=", id).where("sent_at", "is", null).executeTakeFirst(),
  );
  if (!mail) return;
  const attachments = mail.attachments as { fileId: string; name: string }[];
  try {
    await createTransport(smtpUrl).sendMail({
      from,
      to: mail.to_address,
      subject: mail.subject,
      text: mail.body,
      ...leaving(mail.unsubscribe_url),
      // The same id at every try: a server that took the first one can tell the second.
      messageId: `<${mail.id}@essaim>`,
      attachments: attachments.map(({ fileId, name }) => ({ filename: name, content: world.files.read(fileId) })),
    });
  } catch (error) {
    await noteFailure(world.db, id, (error as Error).message);
    throw error;
  }
  await inTransaction(world.db, "system", (tx) =>
    tx.updateTable("mail").set({ sent_at: new Date().toISOString(), failure: null }).where("id", "=", id).execute(),
  );
}

/** The headers of a list that is left in one press. */
function leaving(url: string | null) {
  if (url === null) return {};
  return { list: { unsubscribe: url }, headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } };
}

async function noteFailure(db: Database, id: string, failure: string): Promise<void> {
  await inTransaction(db, "system", (tx) =>
    tx
      .updateTable("mail")
      .set((eb) => ({ failure: cutText(cleanText(failure), 500), attempts: eb("attempts", "+", 1) }))
      .where("id", "=", id)
      .execute(),
  );
}
