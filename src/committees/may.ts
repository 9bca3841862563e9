import { type AgentRole, hasAgentRole, type Visitor } from "#src/people/index.ts";
import { COMMITTEE_KINDS, type Committee, type CommitteeKind, isSeated, runners, type Seat } from "./committee.ts";

export type CommitteeRight = "see" | "see-inside" | "run" | "declare-interest";

/** Auditors read what happens inside any committee. */
const readers: readonly AgentRole[] = ["auditor"];

/** Whether a visitor runs committees of this kind. */
export function mayRun(visitor: Visitor, kind: CommitteeKind): boolean {
  return hasAgentRole(visitor, ...runners[kind]);
}

export function kindsRunBy(visitor: Visitor): readonly CommitteeKind[] {
  return COMMITTEE_KINDS.filter((kind) => mayRun(visitor, kind));
}

/** The seat that a visitor holds on a day. */
export function seatOf(visitor: Visitor, seats: readonly Seat[], on: string): Seat | null {
  return (
    seats.find(({ personId, ...seat }) => personId !== null && personId === visitor.person?.id && isSeated(seat, on)) ??
    null
  );
}

/** The permission table of committees: who runs one, who sits on it, who only reads what is public. */
export function mayOnCommittee(
  visitor: Visitor,
  committee: Pick<Committee, "kind">,
  seats: readonly Seat[],
  on: string,
  right: CommitteeRight,
): boolean {
  const runs = mayRun(visitor, committee.kind);
  const inside = runs || hasAgentRole(visitor, ...readers) || seatOf(visitor, seats, on) !== null;
  switch (right) {
    case "see":
      return inside || committee.kind === "communotic";
    case "see-inside":
      return inside;
    case "run":
      return runs;
    case "declare-interest":
      return runs || seatOf(visitor, seats, on) !== null;
  }
}
