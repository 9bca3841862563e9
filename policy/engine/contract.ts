import type { Assessment } from "./assessment.ts";
import { type Money, toDecimal } from "./money.ts";

function amount(value: Money | null): string | null {
  return value === null ? null : toDecimal(value);
}

/** The assessment as it travels over HTTP: amounts are decimal strings in euros, null where nothing can be said. */
export function toContract(assessment: Assessment) {
  const { scheme, framework, eligibility, criteria, missing, costs, funding, doubts } = assessment;
  return {
    scheme,
    framework,
    eligibility,
    criteria: criteria.map(({ id, title, status, structure, reason, provision, facts }) => ({
      id,
      title,
      status,
      ...(structure === undefined ? null : { structure }),
      reason,
      provision,
      facts,
    })),
    missing,
    costs: costs.map(({ index, structure, phase, status, eligible, reason, provision }) => ({
      index,
      structure,
      phase,
      status,
      eligible: amount(eligible),
      reason,
      provision,
    })),
    funding: {
      eligibleCosts: amount(funding.eligibleCosts),
      region: amount(funding.region),
      esf: amount(funding.esf),
      total: amount(funding.total),
      ownContribution: amount(funding.ownContribution),
      isEstimate: funding.isEstimate,
      structures: funding.structures.map(({ days, daysAsked, daysRefused, region }) => ({
        days,
        daysAsked,
        daysRefused,
        region: amount(region),
      })),
      steps: funding.steps.map(({ label, value, provision, structure }) => ({
        label,
        value,
        provision,
        ...(structure === undefined ? null : { structure }),
      })),
    },
    doubts: doubts.map(({ effect, ...doubt }) => ({
      ...doubt,
      effect:
        effect === null ? null : { default: toDecimal(effect.default), alternative: toDecimal(effect.alternative) },
    })),
  };
}

export type ContractAnswer = ReturnType<typeof toContract>;
