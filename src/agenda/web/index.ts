// The web door of this slice.

export { homePart } from "../calendar/home-part.tsx";
export { applicantBirthPart, fileBirthPart } from "../outcomes/birth-part.tsx";
export { agendaRoutes } from "./routes.ts";
