// The door of this slice: the decision, as the agreement reads it.
export { type Award, type AwardContext, type AwardInput, award, type GrantedShare, shareOut } from "./award.ts";
export { decide, notify } from "./decide.ts";
export { reductionsOf, schemeInWords, VOTING_BODY } from "./letters-of.ts";
export { findAward, type RecordedAward } from "./store.ts";
