// The door of this slice: what the vote, the letters and the agreement read of a selection.
export { type BatchFile, type BatchOutcome, eachFile } from "./batch.ts";
export { maySelect } from "./may.ts";
export { feedbackOn, obstaclesTo, selectionGround, type ToldLine } from "./obstacles.ts";
export { keepCommitted } from "./ranking/commit.ts";
export { brokenBy } from "./ranking/retained.ts";
