import type { CountedAid } from "../law/counted-aids.ts";
import type { Money } from "../values/money.ts";

/** What the arithmetic of every scheme gives: whole cents, null where nothing can be said. A scheme adds its own. */
export interface Figures {
  /** What the file costs, as it was given. */
  readonly realCost: Money | null;
  /** What of it counts for the aid. */
  readonly eligibleCosts: Money | null;
  /** What the funder that uses this service may pay: it is what is voted. */
  readonly aid: Money | null;
  /** The aid of all the funders that the scheme itself names. */
  readonly total: Money | null;
  /** Other public money declared for the same costs. */
  readonly otherPublicFunding: Money | null;
  /** What is left to the beneficiary, in cash. */
  readonly ownContribution: Money | null;
  /** True where an unknown that could lower the aid was counted as nothing. */
  readonly hasUnknown: boolean;
}

/** Who brings money, or its worth, to a file: `source` is the code of a source of money, or one of the engine's own. */
export interface SourceShare {
  readonly source: string;
  readonly label: string;
  readonly kind: "aid" | "public" | "private" | "in-kind" | "own";
  readonly amount: Money | null;
}

/** A quantity that a scheme counts for a party (days), over all its requests. */
export interface Measured {
  readonly asked: number | null;
  readonly kept: number | null;
  readonly refused: number | null;
  /** What could still be kept for this party before this request; null where nothing bounds it. */
  readonly allowed: number | null;
}

/** A bound of the scheme at work on a file: where it stands, and whether it holds. Amounts in cents. */
export interface Ceiling {
  /** Id of the provision that sets it. */
  readonly id: string;
  readonly label: string;
  readonly bound: "at-most" | "at-least";
  /** Null where it cannot be told yet. */
  readonly value: Money | null;
  readonly limit: Money | null;
  readonly provision: string;
  /** The aids that are added up, where the service granted some of them itself. */
  readonly counted?: readonly CountedAid[];
}

/** What one party that can be funded has of a file. */
export interface PartyFunding {
  readonly realCost: Money | null;
  readonly eligibleCosts: Money | null;
  /** Of the funder's own aid. */
  readonly aid: Money | null;
  readonly measures: Readonly<Record<string, Measured>>;
}

/** One line of the computation, to be read aloud. */
export interface ComputationStep {
  /** Id of the provision applied. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly provision: string;
  readonly party?: number;
}
