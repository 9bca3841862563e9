import { type Caseload, NO_LOAD } from "./caseload.ts";

/** Agents without a file: what later slices tell of files is tried where they are. */
export const noCaseload: Caseload = {
  roles: [],
  held: async () => new Map(),
  count: async () => NO_LOAD,
  receivers: async () => [],
  handOver: async () => ({ given: 0, left: 0, tasks: 0 }),
};
