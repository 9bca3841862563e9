export { assessExample, readExample } from "./example.ts";

export type { OpenCall, OpenCalls } from "./open-calls.ts";
export { quotationOf } from "./quotations.ts";
export { openSchemes, simulate } from "./simulation.ts";
