export { openSchemes, simulate } from "./simulation.ts";
