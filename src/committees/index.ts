// The pure door of this slice, and what reads committees for the pages of others.
export type { Committee, Meeting, Seat } from "./committee.ts";
export { mayOnCommittee } from "./may.ts";
export { listCommittees, listMeetings, listSeats } from "./store.ts";
