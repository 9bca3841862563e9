export { eligibilityRoutes } from "./routes.ts";
export { TextWords } from "./text-words.tsx";
export { conditionsAt, UnmetCondition } from "./unmet.tsx";
