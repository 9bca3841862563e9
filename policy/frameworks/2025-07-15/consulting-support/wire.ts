import type { Assessment } from "../../../engine/grants/assessment.ts";
import { decimal, decimalSchema, toWire, type WireSchema } from "../../../engine/grants/wire.ts";

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

const rank = (description: string) => ({ type: "integer", minimum: 0, description });
const structure = { properties: { structure: rank("Rang de la structure, à partir de 0.") } };
const quantity = { type: ["number", "null"] };

/** The same names, as the description of the API gives them. */
export const wireSchema: WireSchema = {
  properties: {
    criteria: { items: structure },
    costs: {
      items: {
        properties: {
          ...structure.properties,
          phase: rank("Rang de la phase dans sa structure, à partir de 0."),
        },
      },
    },
    funding: {
      properties: {
        esf: decimalSchema,
        structures: {
          type: "array",
          items: {
            type: "object",
            properties: { days: quantity, daysAsked: quantity, daysRefused: quantity, region: decimalSchema },
            required: ["days", "daysAsked", "daysRefused", "region"],
          },
        },
        steps: { items: structure },
      },
    },
    doubts: { items: structure },
  },
};
