import { z } from "zod";

const money = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .nullable()
  .meta({ description: "Euros ; null quand rien ne peut être dit." });
const days = z.number().nullable();
const structure = z.int().optional().meta({ description: "Rang de la structure, à partir de 0." });
const rank = z.int().optional().meta({ description: "Rang dans la liste que la règle lit, à partir de 0." });
const pointers = z.array(z.string()).meta({ description: "Pointeurs JSON dans facts." });

/** What a simulation answers: the shape that the API's document shows, and that tests hold the answers to. */
export const simulationAnswer = z.object({
  scheme: z.string(),
  call: z.string().optional().meta({ description: "L’appel à projets dont les modalités sont appliquées." }),
  framework: z.string().meta({ description: "Version du cadre d’intervention.", examples: ["2025-07-15"] }),
  eligibility: z.enum(["eligible", "not-eligible", "incomplete", "to-assess"]),
  criteria: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      status: z.enum(["met", "not-met", "unknown", "to-assess"]),
      structure,
      party: rank,
      reason: z.string().meta({ description: "Une phrase en français." }),
      provision: z.string().meta({ description: "Où le texte le dit." }),
      facts: pointers,
    }),
  ),
  missing: pointers,
  costs: z.array(
    z.object({
      index: z.int(),
      structure,
      phase: z.int().optional().meta({ description: "Rang de la phase dans sa structure, à partir de 0." }),
      status: z.enum(["eligible", "not-eligible", "to-assess"]),
      eligible: money,
      reason: z.string(),
      provision: z.string(),
    }),
  ),
  funding: z.object({
    eligibleCosts: money,
    region: money,
    esf: money.optional().meta({ description: "Part de l’Union européenne, pour un dispositif qui en a une." }),
    total: money,
    ownContribution: money,
    isEstimate: z.boolean(),
    structures: z.array(z.object({ days, daysAsked: days, daysRefused: days, region: money })).optional(),
    steps: z.array(z.object({ label: z.string(), value: z.string(), provision: z.string(), structure, party: rank })),
  }),
  doubts: z.array(
    z.object({
      id: z.string(),
      provision: z.string(),
      question: z.string(),
      defaultReading: z.string(),
      alternative: z.string().nullable(),
      effect: z.object({ default: money, alternative: money }).nullable(),
      structure,
      party: rank,
      closed: z.enum(["default", "alternative"]).optional(),
    }),
  ),
});

/** An error as RFC 9457 says it. */
export const simulationProblem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z
    .array(
      z.object({ pointer: z.string().meta({ description: "Pointeur JSON dans la requête." }), detail: z.string() }),
    )
    .optional(),
});
