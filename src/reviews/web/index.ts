// The web door of this slice: what the decision and the agreement bring to the page of a file, and how they answer.

export { ShownPaper } from "../answers/shown-paper.tsx";
export { loadView, type ReviewedPartLoader, showReviewed } from "../file/file-loading.tsx";
export {
  ActFields,
  allTypedIn,
  errorOf,
  idIn,
  may,
  mayTakeStep,
  type ReviewedPart,
  type ReviewedView,
  type Typed,
  typedIn,
} from "../file/file-view.tsx";
export { factDetails, factTitle } from "../journal/journal-words.ts";
export { partnersPart } from "../partners/partners-part.tsx";
export { deadlineOf } from "../queue/columns/own-columns.tsx";
export { reviewQueue } from "../queue/own-part.tsx";
export {
  type BulkAct,
  type BulkQuestion,
  type Queue,
  type QueueColumn,
  type QueuePart,
  queueOf,
} from "../queue/part.ts";
export type { ServiceFigure } from "../queue/service/figure.ts";
export { trackPart } from "../track/track-file.tsx";
export { answerOutcome, listOf, reviewHref } from "./answer.tsx";
export { LegalNotice } from "./legal-notice.tsx";
export { reviewRoutes } from "./routes.ts";
export { readDayText, readMoneyText, tellDay } from "./typed-text.ts";
export { stateLook } from "./words.ts";
