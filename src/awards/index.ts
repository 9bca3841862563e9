// The door of this slice: the decision, as the agreement reads it.
export { awardLetter } from "./letters/award-letter.ts";
export { refusalLetter } from "./letters/refusal-letter.ts";
export { schemeInWords, votedPlan } from "./letters-of.ts";
export { findAward, type RecordedAward } from "./store.ts";
export { awardTexts } from "./texts.ts";
