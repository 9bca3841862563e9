export { eligibilityRoutes } from "./routes.ts";
export { TextWords } from "./text-words.tsx";
