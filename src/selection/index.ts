// The door of this slice: what the vote, the letters and the agreement read of a selection.
export { type BatchedApplication, type BatchOutcome, eachGroup } from "./batch.ts";
export { maySelect } from "./may.ts";
export {
  feedbackOnAll,
  obstaclesTo,
  obstaclesToAll,
  type SaidByCommittee,
  saidByCommittee,
  selectionGrounds,
  type ToldLine,
} from "./obstacles.ts";
export { AGREED, AMENDMENT_TASK } from "./outside/granted.ts";
export { keepCommitted } from "./ranking/commit.ts";
export { commitAgain } from "./ranking/recommit.ts";
export { brokenBy } from "./ranking/retained.ts";
