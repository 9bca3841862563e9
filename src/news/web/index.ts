export type { DayPart } from "./day-part.ts";
export { newsRoutes } from "./routes.tsx";
