/**
 * The four answers a rule can give. "unknown" means a fact is missing; "to-assess" means the facts are there
 * and a person must judge. Neither is ever a refusal.
 */
export type Status = "met" | "to-assess" | "unknown" | "not-met";

/** The same four answers as small integers, for portfolios: the higher, the worse. */
export type Code = 0 | 1 | 2 | 3;

export const MET = 0;
export const TO_ASSESS = 1;
export const UNKNOWN = 2;
export const NOT_MET = 3;

const statuses = ["met", "to-assess", "unknown", "not-met"] as const;

/** The word for a code. */
export function statusOf(code: Code): Status {
  return statuses[code];
}

/** The code of a word. */
export function codeOf(status: Status): Code {
  switch (status) {
    case "met":
      return MET;
    case "to-assess":
      return TO_ASSESS;
    case "unknown":
      return UNKNOWN;
    case "not-met":
      return NOT_MET;
  }
}

/** Every condition must hold: not met > unknown > to assess > met. No condition at all: met. */
export function both(a: Code, b: Code): Code {
  return a > b ? a : b;
}

/** One condition is enough: met > unknown > to assess > not met, the mirror of `both`. */
export function either(a: Code, b: Code): Code {
  if (a === MET || b === MET) return MET;
  return a === NOT_MET ? b : b === NOT_MET ? a : both(a, b);
}

/** The contrary: what is unknown or to be judged stays so. */
export function negate(a: Code): Code {
  return a === MET ? NOT_MET : a === NOT_MET ? MET : a;
}
