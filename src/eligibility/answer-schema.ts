import { z } from "zod";

const money = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .nullable()
  .meta({ description: "Euros ; null quand rien ne peut être dit." });
const days = z.number().nullable();
const structure = z.int().optional().meta({ description: "Rang de la structure, à partir de 0." });
const pointers = z.array(z.string()).meta({ description: "Pointeurs JSON dans facts." });

/** What a simulation answers: the shape that the API's document shows, and that tests hold the answers to. */
export const simulationAnswer = z.object({
  scheme: z.string(),
  framework: z.string().meta({ description: "Version du cadre d’intervention.", examples: ["2025-07-15"] }),
  eligibility: z.enum(["eligible", "not-eligible", "incomplete", "to-assess"]),
  criteria: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      status: z.enum(["met", "not-met", "unknown", "to-assess"]),
      structure,
      reason: z.string().meta({ description: "Une phrase en français." }),
      provision: z.string().meta({ description: "Où le texte le dit." }),
      facts: pointers,
    }),
  ),
  missing: pointers,
  costs: z.array(
    z.object({
      index: z.int(),
      structure: z.int(),
      phase: z.int(),
      status: z.enum(["eligible", "not-eligible", "to-assess"]),
      eligible: money,
      reason: z.string(),
      provision: z.string(),
    }),
  ),
  funding: z.object({
    eligibleCosts: money,
    region: money,
    esf: money,
    total: money,
    ownContribution: money,
    isEstimate: z.boolean(),
    structures: z.array(z.object({ days, daysAsked: days, daysRefused: days, region: money })),
    steps: z.array(z.object({ label: z.string(), value: z.string(), provision: z.string(), structure })),
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
