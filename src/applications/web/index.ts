// The web door of this slice: its routes, and what later slices' pages and routes share with it.

export { communeBox } from "../draft/communes.ts";
export { PartsToReview } from "../partners/parts.tsx";
export { ProposalsTable } from "../proposals/proposals-table.tsx";
export { TrackPart } from "../track/track-part.tsx";
export type { RevisionDifference } from "./answers.tsx";
export type { ApplicantPart, HomePart } from "./applicant-part.ts";
export { readMessageForm } from "./message-form.ts";
export { applicationRoutes } from "./routes.ts";
