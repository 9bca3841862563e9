// The web door of this slice.
export { awardPart } from "./award-part.tsx";
export { awardQueue } from "./queue-part.tsx";
export { awardRoutes } from "./routes.ts";
export { secretaryPart } from "./secretary-part.tsx";
