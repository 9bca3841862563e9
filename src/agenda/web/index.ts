// The web door of this slice.

export { applicantBirthPart, fileBirthPart } from "../outcomes/birth-part.tsx";
export { agendaRoutes } from "./routes.ts";
