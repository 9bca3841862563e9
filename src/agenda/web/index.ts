// The web door of this slice.
export { agendaRoutes } from "./routes.ts";
