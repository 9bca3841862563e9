export { MeetingsTable } from "./committee-page.tsx";
export { committeeRoutes } from "./routes.ts";
export { SeatsTable } from "./seats-table.tsx";
