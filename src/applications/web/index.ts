// The web door of this slice: its routes, and what later slices' pages and routes share with it.

export { communeBox } from "../draft/communes.ts";
export type { RevisionDifference } from "./answers.tsx";
export { applicationRoutes } from "./routes.ts";
