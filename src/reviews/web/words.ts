import type { Eligibility } from "#policy/index.ts";
import { type Group, type State, stages } from "#src/life/index.ts";
import type { StateLook } from "#src/ui/index.ts";
import { concludedEligibility, type Instruction } from "../instruction/instruction.ts";

/** Where a file stands, as agents say it. */
export function stateLook(state: State): StateLook {
  return stages[state].funder;
}

export const groupWords: Readonly<Record<Group, string>> = {
  "to-do": "À instruire",
  completion: "Compléments",
  opinion: "Avis et décision",
  agreement: "Suites",
  closed: "Clos",
};

export const verdictWords: Readonly<Record<Eligibility, string>> = {
  eligible: "Conditions remplies",
  "not-eligible": "Condition non remplie",
  incomplete: "À compléter",
  "to-assess": "À apprécier",
};

const verdictLooks: Readonly<Record<Eligibility, StateLook>> = {
  eligible: { tone: "success", icon: "check", label: verdictWords.eligible },
  "not-eligible": { tone: "danger", icon: "cross", label: verdictWords["not-eligible"] },
  incomplete: { tone: "neutral", icon: "question", label: verdictWords.incomplete },
  "to-assess": { tone: "honey", icon: "scale", label: verdictWords["to-assess"] },
};

/** What persons and the machine conclude of a file: conditions may be met and nothing be left to fund. */
export function verdictLookOf({ checks, ceiling }: Pick<Instruction, "checks" | "ceiling">): StateLook {
  const verdict = concludedEligibility(checks);
  if (verdict === "eligible" && ceiling === 0) return { tone: "honey", icon: "euro", label: "Rien à financer" };
  return verdictLooks[verdict];
}
