import { type Money, toDecimal } from "../values/money.ts";
import type { Assessment } from "./assessment.ts";

/** The assessment as it travels over HTTP: amounts are decimal strings in euros, null where nothing can be said. */
export function toWire(assessment: Assessment) {
  const { scheme, framework, eligibility, criteria, missing, costs, funding, doubts } = assessment;
  return {
    scheme,
    framework,
    eligibility,
    criteria: criteria.map(({ id, title, status, party, reason, provision, facts }) => ({
      id,
      title,
      status,
      ...(party === undefined ? null : { party }),
      reason,
      provision,
      facts,
    })),
    missing,
    costs: costs.map(({ index, status, eligible, reason, provision }) => ({
      index,
      status,
      eligible: decimal(eligible),
      reason,
      provision,
    })),
    funding: {
      eligibleCosts: decimal(funding.eligibleCosts),
      ...Object.fromEntries(
        funding.sources.filter(({ kind }) => kind === "aid").map(({ source, amount }) => [source, decimal(amount)]),
      ),
      total: decimal(funding.total),
      ownContribution: decimal(funding.ownContribution),
      isEstimate: funding.isEstimate,
      steps: funding.steps.map(({ label, value, provision, party }) => ({
        label,
        value,
        provision,
        ...(party === undefined ? null : { party }),
      })),
    },
    doubts: doubts.map(({ effect, ...doubt }) => ({
      ...doubt,
      effect:
        effect === null ? null : { default: toDecimal(effect.default), alternative: toDecimal(effect.alternative) },
    })),
  };
}

/** What the contract of a scheme adds to the JSON Schema of all answers, place by place. */
export type WireSchema = { readonly [key: string]: unknown };

/** An amount as it travels. */
export const decimalSchema = { type: ["string", "null"], pattern: "^-?\\d+\\.\\d{2}$" };

/** What a scheme may answer: the common names, and those of its own contract beside or instead. */
export type Wire = Pick<ReturnType<typeof toWire>, "scheme" | "framework" | "eligibility" | "missing"> & {
  readonly criteria: readonly object[];
  readonly costs: readonly object[];
  readonly funding: object;
  readonly doubts: readonly object[];
};

export function decimal(value: Money | null): string | null {
  return value === null ? null : toDecimal(value);
}
