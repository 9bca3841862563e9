// The pure door of this slice, and what reads committees for the pages of others.
export type { Committee, Meeting, Seat } from "./committee.ts";
export { type MeetingState, meetingLooks, seatRoleWords } from "./committee.ts";
export { meetingForm, readTime } from "./forms.ts";
export { mayOnCommittee, seatOf } from "./may.ts";
export {
  type AdoptedDecision,
  addItem,
  addMeeting,
  findCommittee,
  listAdopted,
  listCommittees,
  listMeetings,
  listSeats,
  lockCommittee,
  seatsOfPeople,
} from "./store.ts";
