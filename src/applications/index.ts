// The door of this slice: what later slices and the web may take of a request for aid.
export { createDraft } from "./draft/drafts.ts";
export { answerCompletion, submitApplication, withdrawApplication, writeMessage } from "./file-acts.ts";
export { type Filed, type Filing, fileRevision } from "./filing/filing.ts";
export { declarationIds } from "./filing/submit.ts";
export { discardPiece } from "./papers/infected.ts";
export { LARGEST_PAPER } from "./papers/paper-types.ts";
export { joinPaper, type Received, receivePaper } from "./papers/papers.ts";
