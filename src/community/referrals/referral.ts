import type { Temporal } from "temporal-polyfill";
import type { Levels } from "#policy/index.ts";
import type { StateLook } from "#src/ui/index.ts";

/** An orientation of an organisation towards the regional E3D service: no file, no amount. */
export const REFERRAL_STATES = ["received", "taken-up", "answered", "closed", "withdrawn"] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** What the organisation agreed to pass, as it was that day. */
export interface Passed {
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  /** Where its sustainability self-assessment stood. */
  readonly levels?: Levels;
  readonly label?: Label;
}

/** The E3D label as its holder declares it. */
export interface Label {
  readonly level: 1 | 2 | 3;
  /** ISO days. */
  readonly obtainedOn: string;
  readonly endsOn: string;
}

export interface Referral {
  readonly id: string;
  readonly number: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly state: ReferralState;
  /** Null once the consent was withdrawn. */
  readonly need: string | null;
  readonly passed: Passed | null;
  readonly consentedAt: Temporal.Instant;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly takenBy: string | null;
  readonly takenAt: Temporal.Instant | null;
  readonly answer: string | null;
  readonly answeredAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
  readonly helped: Helped | null;
  readonly outcome: string | null;
}

export const HELPED = ["yes", "partly", "no"] as const;
export type Helped = (typeof HELPED)[number];
export const helpedWords: Readonly<Record<Helped, string>> = {
  yes: "Oui, cela nous a aidés",
  partly: "En partie",
  no: "Non",
};

export const referralLooks: Readonly<Record<ReferralState, StateLook>> = {
  received: { tone: "info", icon: "send", label: "Reçue" },
  "taken-up": { tone: "accent", icon: "user", label: "Prise en charge" },
  answered: { tone: "success", icon: "message", label: "Réponse donnée" },
  closed: { tone: "neutral", icon: "check", label: "Clôturée" },
  withdrawn: { tone: "neutral", icon: "cross", label: "Accord retiré" },
};

export type ReferralAct = "take-up" | "answer" | "close" | "withdraw";

/** From which states an act is possible, and where it leads. */
export const referralMoves: Readonly<
  Record<ReferralAct, { readonly from: readonly ReferralState[]; readonly to: ReferralState }>
> = {
  "take-up": { from: ["received"], to: "taken-up" },
  answer: { from: ["taken-up"], to: "answered" },
  close: { from: ["answered"], to: "closed" },
  // What was already used cannot be taken back, but it can be erased here at any time.
  withdraw: { from: ["received", "taken-up", "answered", "closed"], to: "withdrawn" },
};

export function canMove(state: ReferralState, act: ReferralAct): boolean {
  return referralMoves[act].from.includes(state);
}

/** After so many days without an answer, the service is reminded. */
export const ANSWER_DAYS = 15;
