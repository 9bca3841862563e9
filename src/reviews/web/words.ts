import type { Eligibility } from "#policy/index.ts";
import type { State } from "#src/life/index.ts";
import type { StateLook } from "#src/ui/index.ts";
import { concludedEligibility, type Instruction } from "../file/instruction.ts";
import type { Group } from "../queue/groups.ts";
import type { Route } from "../queue/queue.ts";

/** Where a file stands, as agents say it. */
export const stateLooks: Readonly<Record<State, StateLook>> = {
  draft: { tone: "neutral", icon: "pen", label: "Brouillon" },
  submitted: { tone: "info", icon: "send", label: "Déposé" },
  "completion-requested": { tone: "warning", icon: "pause", label: "Compléments demandés" },
  complete: { tone: "info", icon: "check", label: "Complet" },
  "under-review": { tone: "accent", icon: "search", label: "En instruction" },
  "proposed-favourable": { tone: "honey", icon: "scale", label: "Avis favorable à valider" },
  "proposed-unfavourable": { tone: "honey", icon: "scale", label: "Avis défavorable à valider" },
  "validated-favourable": { tone: "honey", icon: "flag", label: "À décider, avis favorable" },
  "validated-unfavourable": { tone: "honey", icon: "flag", label: "À décider, avis défavorable" },
  awarded: { tone: "success", icon: "check", label: "Aide votée, à notifier" },
  rejected: { tone: "danger", icon: "cross", label: "Rejet voté, à notifier" },
  notified: { tone: "success", icon: "message", label: "Aide notifiée" },
  "agreement-to-sign": { tone: "warning", icon: "signature", label: "Convention à signer" },
  signed: { tone: "success", icon: "signature", label: "Convention signée" },
  refused: { tone: "danger", icon: "cross", label: "Refusé" },
  abandoned: { tone: "neutral", icon: "minus", label: "Sans suite" },
  withdrawn: { tone: "neutral", icon: "undo", label: "Retiré par le demandeur" },
};

export const groupWords: Readonly<Record<Group, string>> = {
  "to-do": "À instruire",
  completion: "Compléments attendus",
  opinion: "Avis et décision",
  agreement: "Notification et convention",
  closed: "Clos",
};

export const routeWords: Readonly<Record<Route, string>> = {
  individual: "Individuelle",
  collective: "Collective",
  opco: "Par un OPCO",
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

export function routeWord(route: string | null): string {
  return route === "individual" || route === "collective" || route === "opco" ? routeWords[route] : "";
}
