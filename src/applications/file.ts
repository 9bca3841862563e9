import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { Application } from "./application.ts";
import { type Attachment, listAttachments } from "./attachments.ts";
import { policyDay, sirensIn } from "./known.ts";
import { type Ledger, ledgersOf } from "./ledger.ts";
import { isOpenForAnswers } from "./may.ts";
import { type Reading, readApplication } from "./reading.ts";
import { findApplication } from "./store.ts";

/** A file with what its pages need: its papers and its answers read. */
export interface OpenFile {
  readonly application: Application;
  readonly attachments: readonly Attachment[];
  readonly ledgers: ReadonlyMap<string, Ledger>;
  readonly reading: Reading;
}

/** Opens a file for the transaction's reader, or null. */
export async function openFile(tx: Tx, id: string, now: Temporal.Instant): Promise<OpenFile | null> {
  const application = await findApplication(tx, id);
  return application === null ? null : readFile(tx, application, now);
}

/** Reads the answers of a file as they stand. Once filed, it is read on the day of filing. */
export async function readFile(tx: Tx, application: Application, now: Temporal.Instant): Promise<OpenFile> {
  const attachments = await listAttachments(tx, application.id);
  const sirens = sirensIn(application.raw).filter((siren) => siren !== null);
  const isOpen = isOpenForAnswers(application.state);
  const ledgers = isOpen
    ? await ledgersOf(tx, [...new Set(sirens)], application.framework, application.id)
    : new Map<string, Ledger>();
  const present = attachments.filter((one) => one.scan !== "infected").map((one) => one.key);
  const day = policyDay(application.submittedAt ?? now);
  return { application, attachments, ledgers, reading: readApplication(application, ledgers, present, day) };
}
