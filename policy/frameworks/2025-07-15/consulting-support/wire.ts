import type { Assessment } from "../../../engine/grants/assessment.ts";
import { decimal, toWire } from "../../../engine/grants/wire.ts";

/** Consulting support over HTTP: its parties are structures, its cost lines phases, its measure days. */
export function toConsultingWire(assessment: Assessment) {
  const wire = toWire(assessment);
  const { costs, funding } = assessment;
  return {
    ...wire,
    criteria: wire.criteria.map(asStructure),
    costs: costs.map(({ index, path, party, status, eligible, reason, provision }) => ({
      index,
      structure: party,
      phase: Number(path.slice(path.lastIndexOf(".") + 1)),
      status,
      eligible: decimal(eligible),
      reason,
      provision,
    })),
    funding: {
      eligibleCosts: decimal(funding.eligibleCosts),
      region: decimal(funding.aid),
      esf: "0.00",
      total: decimal(funding.total),
      ownContribution: decimal(funding.ownContribution),
      isEstimate: funding.isEstimate,
      structures: funding.parties.map(({ aid, measures: { days } }) => ({
        days: days?.kept ?? null,
        daysAsked: days?.asked ?? null,
        daysRefused: days?.refused ?? null,
        region: decimal(aid),
      })),
      steps: wire.funding.steps.map(asStructure),
    },
    doubts: wire.doubts.map(asStructure),
  };
}

function asStructure<T extends { readonly party?: number | undefined }>({ party, ...rest }: T) {
  return party === undefined ? rest : { ...rest, structure: party };
}
