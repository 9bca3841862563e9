import type { Check } from "../../../engine/questions/form.ts";
import { invoiceBeforePayment, phaseEndsAfterStart, serviceEndsAfterStart } from "../common/checks.ts";
import { a } from "./answers.ts";

/** Answers that contradict each other, told before the file is submitted. */
export const checks: readonly Check[] = [
  phaseEndsAfterStart(["project", "phases", "*"], a.project.phases.item, "MO-9"),
  serviceEndsAfterStart(["costs", "*"], a.costs.item, "MO-3"),
  invoiceBeforePayment(["costs", "*"], a.costs.item, "MO-3"),
];
