import { day, sayDay } from "#policy/index.ts";
import { type Application, courseOf } from "#src/life/index.ts";
import type { PrintedBudgetLine } from "#src/platform/documents/index.ts";
import type { Instruction } from "../instruction/instruction.ts";
import { schemeOf } from "../scheme.ts";
import type { PlanLine } from "./funding-plan.ts";

/** What a budget counts under its lines, so that its total is what the aid is reckoned on. Cents. */
export interface BelowLine {
  readonly label: string;
  readonly presented: number;
  /** Less than nothing where it takes from what the lines keep. */
  readonly kept: number;
  /** Empty where all is kept. */
  readonly why: string;
}

/** Costs at a flat rate, then what a selection did not retain: lines and these add up to the eligible costs. */
export function belowLines(
  application: Application,
  lines: readonly PlanLine[],
  { asked, accepted, whole }: Pick<Instruction, "asked" | "accepted" | "whole">,
): readonly BelowLine[] {
  const sum = (of: "presented" | "kept") => lines.reduce((total, line) => total + line[of], 0);
  const { flat } = schemeOf(application).costs;
  const asFlat = {
    presented: (asked.funding.realCost ?? 0) - sum("presented"),
    kept: (whole ?? 0) - sum("kept"),
  };
  const notRetained = (whole ?? 0) - (accepted.funding.eligibleCosts ?? 0);
  return [
    ...(flat === undefined || whole === null || (asFlat.presented === 0 && asFlat.kept === 0)
      ? []
      : [
          {
            label: flat,
            ...asFlat,
            why: asFlat.kept < asFlat.presented ? "Le forfait suit les dépenses retenues." : "",
          },
        ]),
    ...(notRetained === 0 ? [] : [{ presented: 0, kept: -notRetained, ...whoRetained(application) }]),
  ];
}

/** Who kept less of a project, and why. */
function whoRetained(application: Application): Pick<BelowLine, "label" | "why"> {
  const { otherDecision: other, retainedCosts, retainedReason } = application;
  const { after } = courseOf(application);
  if (after !== undefined && other?.selected === true && other.retained === retainedCosts) {
    const why = `Décision ${other.reference} du ${sayDay(day(other.decidedOn))}.`;
    return { label: `Non retenu par ${after.called}`, why };
  }
  return { label: "Non retenu par le comité de sélection", why: retainedReason };
}

/** A budget as documents print it: its lines, then what counts under them, which add up to the eligible costs. */
export function printedBudget(
  lines: readonly Pick<PlanLine, keyof BelowLine>[],
  below: readonly BelowLine[],
): readonly PrintedBudgetLine[] {
  return [...lines, ...below].map(({ label, presented, kept, why }) => ({
    label,
    requested: presented,
    accepted: kept,
    ...(why === "" ? {} : { why }),
  }));
}
