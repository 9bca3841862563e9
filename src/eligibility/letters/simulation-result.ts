import type { Status } from "#policy/index.ts";
import {
  type Cents,
  type IsoDay,
  type Letterhead,
  type LocalMoment,
  type PrintedSection,
  template,
} from "#src/platform/documents/index.ts";

export interface PrintedReason {
  readonly status: Status;
  /** The condition: « Plus de 5 salariés ». */
  readonly title: string;
  readonly reason: string;
  readonly provision: string;
}

/** One line of the way the amount is computed. */
export interface PrintedStep {
  readonly label: string;
  readonly cents?: Cents;
  /** A count or a rate, already said in words: « 20 jours », « 70 % ». */
  readonly value?: string;
  readonly provision?: string;
}

export interface PrintedDoubt {
  readonly id: string;
  readonly question: string;
  readonly applied: string;
  /** Absent where the doubt has no other reading. */
  readonly alternative?: string;
  readonly effect?: { readonly applied: Cents; readonly alternative: Cents };
}

/** What the simulator answers, on paper: the answer first, then why, how much, what to prepare, what is doubtful. */
export interface SimulationResult {
  readonly letterhead: Letterhead;
  readonly scheme: string;
  readonly frameworkOf: IsoDay;
  readonly simulatedAt: LocalMoment;
  readonly status: Status;
  /** The answer as an adviser would say it: « Oui, vous pouvez demander jusqu’à 9 100 € ». */
  readonly headline: string;
  readonly summary?: string;
  readonly amount?: { readonly cents: Cents; readonly isEstimate: boolean };
  /** Who would pay what, each named; what is left to the person last. Absent where no amount is said. */
  readonly payers?: readonly { readonly label: string; readonly cents: Cents }[];
  readonly reasons: readonly PrintedReason[];
  readonly steps: readonly PrintedStep[];
  /** True where a condition is not met: the computation is what the aid would be, were it met. */
  readonly supposed?: boolean;
  readonly missing: readonly string[];
  readonly documents: readonly string[];
  readonly doubts: readonly PrintedDoubt[];
  readonly sections: readonly PrintedSection[];
  /** The address that shows this result again, and the short one that is printed in its place. */
  readonly link?: { readonly whole: string; readonly short: string };
}

export const simulationResult = template<SimulationResult>("eligibility/letters/simulation-result.typ");
