// The door of this slice: the decision, as the agreement reads it.
export { shareOut } from "./award.ts";
export { awardLetter } from "./letters/award-letter.ts";
export { refusalLetter } from "./letters/refusal-letter.ts";
export { schemeInWords, votedPlan } from "./letters-of.ts";
export { awardOf, findAward, grantShares, type RecordedAward } from "./store.ts";
export { awardTexts } from "./texts.ts";
export { votedOnMore } from "./voted-on-more.ts";
