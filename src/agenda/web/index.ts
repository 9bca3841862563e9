// The web door of this slice.

export { homePart } from "../calendar/home-part.tsx";
export { applicantBirthPart, reviewedBirthPart } from "../outcomes/birth-part.tsx";
export { agendaRoutes } from "./routes.ts";
