export { MeetingsTable } from "./committee-page.tsx";
export { committeeRoutes } from "./routes.tsx";
export { SeatsTable } from "./seats-table.tsx";
