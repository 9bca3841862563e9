// The door of this slice: what later slices and the web may take of a request for aid.
export {
  type ActRequest,
  doAct,
  type Outcome,
  type Refusal,
  type StepWritten,
  takeStep,
  type Work,
  type Written,
} from "./act.ts";
export { claimKey, keepLocation } from "./act-key.ts";
export * from "./application.ts";
export { type Attachment, findAttachment, keyOf, listAttachments, type ScanState } from "./attachments.ts";
export * from "./deadline.ts";
export {
  findDocument,
  type IssuedDocument,
  issueDocument,
  listDocuments,
  type NewDocument,
  openDocument,
} from "./documents.ts";
export { createDraft } from "./drafts.ts";
export { type OpenFile, openFile, readFile } from "./file.ts";
export {
  answerCompletion,
  submitApplication,
  withdrawApplication,
  writeMessage,
} from "./file-acts.ts";
export { type Filed, type Filing, fileRevision } from "./filing.ts";
export { policyDay, schemeOf, sirensIn } from "./known.ts";
export {
  type AskedShare,
  type Ledger,
  type LedgerEntry,
  ledgerOf,
  ledgersOf,
  type PastGrant,
  pastGrantsOf,
} from "./ledger.ts";
export { appealsOf, letterheadOf, localMoment } from "./letters/letterhead-of.ts";
export { printedAttachments, printedSections } from "./letters/printed.ts";
export * from "./lifecycle.ts";
export { mayEdit, mayRead, mayTake, mayTakeNow, mayWriteFor } from "./may.ts";
export { addMessage, listMessages, type Message, markRead, type NewMessage } from "./messages.ts";
export { postNotice } from "./notices.ts";
export { LARGEST_PAPER } from "./paper-types.ts";
export { joinPaper, type Received, receivePaper } from "./papers.ts";
export { type Reading, readApplication, textOf } from "./reading.ts";
export {
  addRevision,
  findRevision,
  latestRevision,
  listRevisions,
  type NewRevision,
  revisionHash,
} from "./revisions.ts";
export { findApplication, lockApplication, nextNumber, type StepColumns, saveStep } from "./store.ts";
export { declarationIds, declarationsOf, summaryOf } from "./submit.ts";
