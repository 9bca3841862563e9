export { exampleDay, readExample } from "./example.ts";
export { figuresOf, type ShownFigures } from "./figures.ts";
export { quotationOf } from "./quotations.ts";
export { openSchemes, simulate } from "./simulation.ts";
export { keyReasons, type Verdict, verdictOf } from "./verdict.ts";
