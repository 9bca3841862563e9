import type { StateLook } from "#src/ui/index.ts";
import type { Sense } from "./candidate.ts";
import type { Waits } from "./standing.ts";

/** What a file waits for before it can be ranked. */
export const waitsWords: Readonly<Record<NonNullable<Waits>, StateLook>> = {
  admission: { tone: "neutral", icon: "clock", label: "Pas encore admis" },
  assessors: { tone: "warning", icon: "user", label: "Évaluateurs à nommer" },
  sheets: { tone: "info", icon: "pen", label: "Fiches attendues" },
  consensus: { tone: "honey", icon: "scale", label: "Conciliation à tenir" },
};

export const senseLooks: Readonly<Record<Sense, StateLook>> = {
  favourable: { tone: "success", icon: "check", label: "Favorable" },
  "with-reserve": { tone: "warning", icon: "question", label: "Favorable avec réserve" },
  unfavourable: { tone: "danger", icon: "cross", label: "Défavorable" },
};

export const tieWords = {
  spreading: "À égalité, la meilleure note d’essaimage passe devant.",
  cost: "À égalité, le projet qui demande le moins passe devant.",
  committee: "À égalité, le comité tranche, et dit pourquoi.",
} as const;

/** « +0,4 » : how far an assessor marks from the others. */
export function saySeverity(mean: number): string {
  const tenths = Math.round(Math.abs(mean) * 10);
  if (tenths === 0) return "0,0";
  return `${mean < 0 ? "−" : "+"}${Math.floor(tenths / 10)},${tenths % 10}`;
}

/** « 0,71 ». */
export function sayAlpha(alpha: number): string {
  const hundredths = Math.round(alpha * 100);
  return `${hundredths < 0 ? "−" : ""}${Math.floor(Math.abs(hundredths) / 100)},${String(Math.abs(hundredths) % 100).padStart(2, "0")}`;
}

/** « 12,5 » : tenths of points. */
export function sayTenths(tenths: number): string {
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}
