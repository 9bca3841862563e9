// The door of this slice: what later slices and the web may take of a request for aid.

export type { Birth, Births } from "./begin/birth.ts";
export type { Standing } from "./belonging/belonging.ts";
export { maySeeProofs } from "./belonging/may.ts";
export { countWaitingProofs, standingRead } from "./belonging/store.ts";
export { sayWay } from "./belonging/words.ts";
export { answerCompletion } from "./completion/answer-completion.ts";
export { type Filed, type Filing, fileRevision } from "./filing/filing.ts";
export { declarationIds } from "./filing/submit.ts";
export { submitApplication } from "./filing/submit-application.ts";
export { withdrawApplication } from "./home/withdraw.ts";
export { writeMessage } from "./home/write-message.ts";
export { discardPiece } from "./papers/infected.ts";
export { joinPaper } from "./papers/papers.ts";
export { type CorrectionProposal, paperOf } from "./proposals/proposal.ts";
export { answerProposal, listProposals, proposalsOf } from "./proposals/store.ts";
export { isTellable, noteDecision, readTold, trackRevision } from "./track/tell.ts";
