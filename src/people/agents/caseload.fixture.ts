import type { Caseload } from "./caseload.ts";

/** Agents without a file: what later slices tell of files is tried where they are. */
export const noCaseload: Caseload = {
  roles: [],
  held: async () => new Map(),
  count: async () => 0,
  receivers: async () => [],
  handOver: async () => ({ given: 0, left: 0 }),
};
