import type { EvaluationContext as Context } from "../../../engine/grants/reckon.ts";
import { day } from "../../../engine/values/day.ts";
import { euros } from "../../../engine/values/money.ts";
import type { ConsultingFacts } from "./facts.ts";
import { evaluate } from "./reading.fixture.ts";

export const today = day("2026-03-02");

export function assess(facts: ConsultingFacts, closedDoubts?: Context["closedDoubts"]) {
  return evaluate(facts, closedDoubts === undefined ? { today } : { today, closedDoubts });
}

export function reasonOf(id: string, facts: ConsultingFacts, closed?: Context["closedDoubts"]): string | undefined {
  return assess(facts, closed).criteria.find((one) => one.id === id)?.reason;
}

/** Thin spaces become plain ones, to be typed here. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}

export function effectOf(id: string, facts: ConsultingFacts) {
  const doubt = assess(facts).doubts.find((one) => one.id === id);
  return doubt?.effect;
}

export const support = (days: number, cost: number) => [{ phase: "diagnostic" as const, days, dailyCost: euros(cost) }];
