// The door of this slice: what later slices may take of a call.
export { receiptLater, refusedByClock } from "./arrival.ts";
export { type Call, isPublished, phaseOf, schemeOfCall } from "./call.ts";
export { readCall } from "./content.ts";
export type { CallDrafts } from "./extend.ts";
export { callLink } from "./mails.ts";
export { takeCallNotices } from "./notices.ts";
export { findCall, listPublished } from "./store.ts";
export { type CallOfApplication, type CallSaid, underCall } from "./under.ts";
export { type CallToAnswer, callsToAnswer, callsToPublish } from "./waiting.ts";
export { sayCalendar, sayStep, sayTimeLeft } from "./words.ts";
