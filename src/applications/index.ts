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
export { type Attachment, findAttachment, type ScanState } from "./attachments.ts";
export * from "./deadline.ts";
export { findDocument, type IssuedDocument, issueDocument, type NewDocument, openDocument } from "./documents.ts";
export { createDraft } from "./drafts.ts";
export { type OpenFile, openFile } from "./file.ts";
export { answerCompletion, submitApplication, withdrawApplication, writeMessage } from "./file-acts.ts";
export { type Filed, type Filing, fileRevision } from "./filing.ts";
export { type FundingPlan, planOf } from "./funding-plan.ts";
export { discardPiece } from "./infected.ts";
export { policyDay, sirensIn } from "./known.ts";
export {
  addUp,
  type Ledger,
  type LedgerEntry,
  ledgersOf,
  type Measures,
  measured,
  type PastGrant,
  pastGrantsOf,
} from "./ledger.ts";
export { appealsOf, letterheadOf, localMoment, postalLines, type Seat, seatOf } from "./letters/letterhead-of.ts";
export { printedAttachments, printedSections } from "./letters/printed.ts";
export { printedSources } from "./letters/sources.ts";
export * from "./lifecycle.ts";
export { addMessage, type Message, type NewMessage } from "./messages.ts";
export { postNotice, tellApplicant } from "./notices.ts";
export { LARGEST_PAPER } from "./paper-types.ts";
export { joinPaper, type Received, receivePaper } from "./papers.ts";
export { type Proof, type ProofFault, proveFilings } from "./proof.ts";
export { type Reading, readApplication } from "./reading.ts";
export { traceReading } from "./reading-trace.ts";
export { latestRevision, listRevisions, type NewRevision } from "./revisions.ts";
export { sayAnswer } from "./say-answer.ts";
export { findApplication, nextNumber, type StepColumns } from "./store.ts";
export { declarationIds } from "./submit.ts";
