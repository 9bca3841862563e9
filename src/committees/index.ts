// The pure door of this slice, and what reads committees for the pages of others.

export { type AdoptedDecision, addItem, listAdopted } from "./agenda-store.ts";
export type { Committee, Meeting, Seat } from "./committee.ts";
export { type MeetingState, meetingLooks, seatRoleWords } from "./committee.ts";
export { findCommittee, listCommittees, listSeats, lockCommittee, seatsOfPeople } from "./committee-store.ts";
export { meetingForm, readStart } from "./forms.ts";
export { heldAt, sayHeld } from "./held.ts";
export { mayOnCommittee, seatOf } from "./may.ts";
export { addMeeting, listMeetings } from "./meeting-store.ts";
