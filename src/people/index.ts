export { type StartedSession, startSession } from "./sessions.ts";
export * from "./visitor.ts";
