import { cashPlan, type Movement, monthsAfter } from "../../../engine/grants/cash-plan.ts";
import { type Pictured, stretchesOf } from "../../../engine/grants/pictured.ts";
import { valueAtPath } from "../../../engine/questions/answers.ts";
import type { Values } from "../../../engine/values/field.ts";

/** How long after the end each funder is counted to pay, in months, where nobody told. */
const REGION_PAYS_AFTER = 3;
const ESF_PAYS_AFTER = 6;

/** The calendar, the places and the plan of cash of a project of 2.c (SEL-4, TR-2, D-47). */
export const pictured: Pictured = {
  calendarOf: ["phases"],
  cashOf: ["cashAtStart"],
  calendar: (answers) => stretchesOf(rows(answers, "phases"), (row, place) => text(row.title) ?? `Phase ${place + 1}`),
  places: (answers) => [
    ...[text(valueAtPath(answers, "project.commune"))].filter((one) => one !== null),
    ...rows(valueAtPath(answers, "project") as Values | null, "places").flatMap((row) => text(row.commune) ?? []),
  ],
  cash(answers, { aid, sources }) {
    const startsOn = text(valueAtPath(answers, "project.startsOn"));
    const endsOn = text(valueAtPath(answers, "project.endsOn"));
    if (startsOn === null || endsOn === null || endsOn < startsOn) return null;
    const out = rows(answers, "costs").flatMap((line) => paid(line, startsOn, endsOn));
    const esf = sources.find(({ source }) => source === "esf")?.amount ?? null;
    const paidIn: Movement[] = [];
    if (aid !== null && aid > 0) {
      paidIn.push({ amount: aid, on: text(answers.regionPaidOn) ?? monthsAfter(endsOn, REGION_PAYS_AFTER) });
    }
    if (esf !== null && esf > 0) {
      paidIn.push({ amount: esf, on: text(answers.esfPaidOn) ?? monthsAfter(endsOn, ESF_PAYS_AFTER) });
    }
    const other = number(answers.otherPublicFunding) + number(answers.otherPrivateFunding);
    if (other > 0) paidIn.push({ amount: other, from: startsOn, to: endsOn });
    return out.length === 0 ? null : cashPlan(number(answers.cashAtStart), out, paidIn);
  },
};

/** A cost in money, on the day of its payment; else over its service, else over the whole project. In kind costs nothing. */
function paid(line: Values, startsOn: string, endsOn: string): readonly Movement[] {
  const amount = number(line.amount) + (line.vatRecoverable === false ? number(line.vat) : 0);
  if (line.heading === "in-kind" || amount === 0) return [];
  const on = text(line.paidOn);
  if (on !== null) return [{ amount, on }];
  const [from, to] = [text(line.servedFrom) ?? startsOn, text(line.servedTo) ?? endsOn];
  return [from <= to ? { amount, from, to } : { amount, from: startsOn, to: endsOn }];
}

function rows(of: Values | null, name: string): readonly Values[] {
  const list = of?.[name];
  return Array.isArray(list) ? (list as readonly Values[]) : [];
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function number(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
