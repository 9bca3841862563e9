// The web door of this slice: its routes, and what later slices' pages and routes share with it.
export { actFields, readActFields, readKey } from "./act.tsx";
export type { RevisionDifference } from "./answers.tsx";
export { communeBox } from "./communes.ts";
export { applicationRoutes } from "./routes.ts";
export { type Arriving, streamFile } from "./upload.ts";
