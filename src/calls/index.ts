// The door of this slice: what later slices may take of a call.
export type { CallDrafts } from "./extend.ts";
