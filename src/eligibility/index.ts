export { assessExample } from "./example.ts";

export { quotationOf } from "./quotations.ts";
export { openSchemes, simulate } from "./simulation.ts";
