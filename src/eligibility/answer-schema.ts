import { z } from "zod";

const money = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .nullable()
  .meta({ description: "Euros ; null quand rien ne peut être dit." });
const rank = z.int().optional().meta({ description: "Rang dans la liste que la règle lit, à partir de 0." });
const pointers = z.array(z.string()).meta({ description: "Pointeurs JSON dans facts." });

/** What a simulation answers of every scheme; a scheme whose contract has names of its own declares them beside. */
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
      status: z.enum(["eligible", "not-eligible", "to-assess"]),
      eligible: money,
      reason: z.string(),
      provision: z.string(),
    }),
  ),
  // Other funders of a scheme stand beside by their codes.
  funding: z.looseObject({
    eligibleCosts: money,
    region: money,
    total: money,
    ownContribution: money,
    isEstimate: z.boolean(),
    steps: z.array(z.object({ label: z.string(), value: z.string(), provision: z.string(), party: rank })),
  }),
  doubts: z.array(
    z.object({
      id: z.string(),
      provision: z.string(),
      question: z.string(),
      defaultReading: z.string(),
      alternative: z.string().nullable(),
      effect: z.object({ default: money, alternative: money }).nullable(),
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
