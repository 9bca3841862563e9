// The door of this slice: the decision, as the agreement reads it.
export { schemeInWords, votedPlan } from "./letters-of.ts";
export { findAward, type RecordedAward } from "./store.ts";
