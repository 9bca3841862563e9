// The door of this slice: a request for aid through its whole life, for the slices that write its chapters.

export { doAct, takeStep } from "./act.ts";
export { type Claimed, claimKey, keepLocation } from "./act-key.ts";
export { takeSteps, type WorkOnMany } from "./act-on-many.ts";
export {
  type Amendment,
  addAmendment,
  amendmentsOf,
  awaitsBeneficiary,
  findAmendments,
  type SignedFile,
  setAmendmentSent,
  setAmendmentSigned,
} from "./amendments.ts";
export {
  type Application,
  applicationNumber,
  chainOf,
  type FiledAttachment,
  type FiledRevision,
  type RawValue,
  type Revision,
  type RevisionCause,
} from "./application.ts";
export { askingRoutes, routeOf } from "./asking-route.ts";
export {
  type Attachment,
  addAttachment,
  findAttachment,
  keyOf,
  listAttachments,
  movePapers,
  movePapersBack,
  type ScanState,
} from "./attachments.ts";
export {
  addCompletionRequest,
  type CompletionItem,
  type CompletionRequest,
  closeCompletionRequest,
  markAnswered,
  openCompletionRequest,
} from "./completion-requests.ts";
export { courseOf } from "./course.ts";
export { createDraft, type NewDraft } from "./create-draft.ts";
export {
  implicitRefusalDay,
  type RefusalClock,
  resumeClock,
  runningEnd,
  type ShownClock,
  shownDeadline,
} from "./deadline.ts";
export { type IssuedDocument, listDocuments, openDocument } from "./documents.ts";
export {
  type OpenApplication,
  openApplication,
  readFiledApplication,
  readForFiling,
  readOpenApplication,
  regimeAidsTold,
  restsOnDeclaredPast,
} from "./file.ts";
export { besideOf, type FundingPlan, planOf, retainedPlan } from "./funding-plan.ts";
export { type HistoryEntry, historyOf } from "./history.ts";
export { issueAll, issueOnce } from "./issue-once.ts";
export {
  asApplied,
  decidedRaw,
  type Known,
  type KnownPerson,
  knownOf,
  legalKindOf,
  policyDay,
  prefill,
  saidOf,
  schemeOf,
  sirensIn,
} from "./known.ts";
export { sayCountedAid } from "./ledger/counted-aid-words.ts";
export {
  type AskedParty,
  addUp,
  type Ledger,
  type LedgerEntry,
  ledgersOf,
  ledgersOfApplications,
  type Measures,
  measured,
  type PastGrant,
  pastGrantsOf,
  saveParties,
} from "./ledger/ledger.ts";
export { regimeAidsRead } from "./ledger/regime-aids.ts";
export { unknownRegimeAidsRead } from "./ledger/unknown-regime-aids.ts";
export { letterWord } from "./letters/letter-words.ts";
export {
  appealsOf,
  type HeadOffice,
  letterheadOf,
  localMoment,
  postalLines,
  seatOf,
  seatsOf,
  signatoryOf,
} from "./letters/letterhead-of.ts";
export { printedAttachments, printedSections } from "./letters/printed.ts";
export { printedSources } from "./letters/sources.ts";
export {
  isFinal,
  isGivenUp,
  isOnRoad,
  lifecycle,
  next,
  readState,
  STATES,
  STEPS,
  type State,
  type Step,
  statesBetween,
  stepsFrom,
} from "./lifecycle.ts";
export {
  isOpenForAnswers,
  mayCopy,
  mayDelete,
  mayEdit,
  mayRead,
  maySeeAsApplicant,
  mayTake,
  mayTakeNow,
  mayWriteFor,
  mayWriteMessage,
} from "./may.ts";
export {
  findMessageFile,
  joinToMessage,
  listMessageFiles,
  MESSAGE_TYPES,
  type MessageFile,
  type SentFile,
} from "./message-files.ts";
export { addMessage, listMessages, type Message, markRead } from "./messages.ts";
export {
  NEWS_KINDS,
  type NewsKind,
  newsKinds,
  REMINDER_KINDS,
  type ReminderKind,
  reminderKinds,
  WAYS,
  type Way,
} from "./news/kinds.ts";
export { awayOn, type Leave, listLeaves } from "./news/leave.ts";
export { tellOfAct } from "./news/of-acts.ts";
export { newsReadOn } from "./news/read.ts";
export { sayApplication, sayNews, tellNews } from "./news/tell.ts";
export { mailChoicesHref, personOfChoices, whyMailed } from "./news/why.ts";
export { fieldsOf, noticeTexts, tellApplicant } from "./notices.ts";
export type { ActRequest, Fact, Outcome, Refusal, StepWritten, Work, Written } from "./outcome.ts";
export {
  type Ending,
  hashOfPart,
  INVITATION_DAYS,
  isOver,
  type Partner,
  type PartnerHere,
  type PartState,
  partnersHere,
  remindableFrom,
  unconfirmed,
} from "./partners/partner.ts";
export {
  addPartner,
  findByToken,
  findPartner,
  forgetInvitations,
  listPartners,
  markAccepted,
  markConfirmed,
  markEnded,
  markReminded,
  markTold,
  partnershipsOf,
  renewLink,
} from "./partners/partner-store.ts";
export { type Proof, type ProofFault, proveFilings } from "./proof.ts";
export {
  isAnsweredHere,
  isShown,
  leftOf,
  missingPapers,
  possibleAid,
  progressOf,
  type Reading,
  readApplication,
  type SectionProgress,
  textOf,
} from "./reading.ts";
export { traceReading } from "./reading-trace.ts";
export {
  addRevision,
  findRevision,
  lastRevisions,
  latestRevision,
  listRevisions,
  type NewRevision,
} from "./revisions.ts";
export { sayAnswer } from "./say-answer.ts";
export { countsInLedger, GROUPS, type Group, groupOf, type Moment, stages } from "./stages.ts";
export {
  findApplication,
  findApplications,
  listApplications,
  lockApplication,
  nextNumber,
  type StepColumns,
  saveSearch,
  saveStep,
} from "./store.ts";
