// The web door of this slice: its routes, and what later slices' pages and routes share with it.
export { actFields, readAct } from "./act.tsx";
export { Differences, type RevisionDifference } from "./answers.tsx";
export { Budget } from "./budget.tsx";
export { communeName, communes } from "./communes.ts";
export { answerText } from "./form-items.tsx";
export { applicationRoutes } from "./routes.ts";
export { type Arriving, streamFile } from "./upload.ts";
export { applicantStateLook, factSentence } from "./words.ts";
