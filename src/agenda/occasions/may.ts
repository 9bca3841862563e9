import type { AgentRole, Visitor } from "#src/people/index.ts";
import type { Nature, Occasion } from "./occasion.ts";

/** What a person may do with an occasion that is, or is not yet, announced. */
export const OCCASION_ACTS = [
  "see",
  "edit",
  "announce",
  "call-off",
  "read-registrations",
  "move-registrations",
  "write-to-registrants",
  "name-crew",
  "check-in",
  "sign-as-trainer",
  "add-documents",
] as const;
export type OccasionAct = (typeof OCCASION_ACTS)[number];

/** What somebody is in an occasion: who runs it, those its list names, who proposed it, and who reads everything. */
export const PARTS = ["host", "trainer", "keeper", "speaker", "proposer", "reader"] as const;
export type OccasionPart = (typeof PARTS)[number];

/** The permission table: pages, buttons, routes and tests read this one. */
const table: Readonly<Record<OccasionAct, readonly OccasionPart[]>> = {
  see: ["host", "trainer", "keeper", "speaker", "proposer", "reader"],
  edit: ["host", "proposer"],
  announce: ["host"],
  "call-off": ["host"],
  "read-registrations": ["host", "reader"],
  "move-registrations": ["host"],
  "write-to-registrants": ["host"],
  "name-crew": ["host"],
  "check-in": ["host", "keeper", "trainer"],
  "sign-as-trainer": ["trainer"],
  "add-documents": ["host", "speaker", "trainer"],
};

export function mayOnOccasion(parts: readonly OccasionPart[], act: OccasionAct): boolean {
  return parts.some((part) => table[act].includes(part));
}

/** The role that runs all occasions of a nature. */
export const runningRole: Readonly<Record<Nature, AgentRole>> = { event: "organiser", session: "operator" };

/** Whether the visitor may make occasions of this nature. */
export function mayRun(visitor: Visitor, nature: Nature): boolean {
  return visitor.agentRoles.includes(runningRole[nature]);
}

/** What the visitor is in this occasion; `named` are the parts that its list of people gives to their address. */
export function partsOf(
  visitor: Visitor,
  occasion: Pick<Occasion, "nature" | "state" | "proposedBy">,
  named: readonly OccasionPart[],
): readonly OccasionPart[] {
  const parts: OccasionPart[] = [...named];
  if (mayRun(visitor, occasion.nature)) parts.push("host");
  if (visitor.agentRoles.includes("auditor") || visitor.agentRoles.includes("administrator")) parts.push("reader");
  // What was proposed can be put right until it is announced; whoever proposed it is then named as its host.
  const mine = visitor.person !== null && occasion.proposedBy === visitor.person.id;
  if (mine && occasion.state === "proposed") parts.push("proposer");
  return parts;
}
