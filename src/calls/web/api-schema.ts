import { z } from "zod";
import { type ApiPart, problemNode, schemaOf, schemaRef } from "#src/platform/http/open-api.ts";
import { urls } from "#src/urls.ts";
import { own } from "../fields.ts";

export const MOST_CALLS = 100;
export const USUAL_CALLS = 25;

/** The word of each phase in the filter of the pages. */
export const PHASE_WORDS = { "a-venir": "to-come", ouverts: "open", clos: "closed" } as const;

const instant = z.iso.datetime({ offset: true });
const amount = z.string().regex(/^\d+\.\d{2}$/);
const line = own.fields.envelope.item.fields;

function keysOf<K extends string>(options: Readonly<Record<K, string>>) {
  return z.enum(Object.keys(options) as [K, ...K[]]);
}

/** One call, as the API gives it: what its page tells, in the names and units of the simulation's facts and terms. */
export const callItem = z
  .object({
    id: z.uuid(),
    url: z.url(),
    scheme: z.string().meta({ description: "Le dispositif ; avec les modalités, une simulation peut s’en servir." }),
    framework: z.string().meta({ description: "Version du texte voté." }),
    title: z.string(),
    summary: z.string(),
    purpose: z.string(),
    applicants: z.string(),
    phase: z.enum(Object.values(PHASE_WORDS)),
    opensAt: instant,
    closesAt: instant.meta({ description: "Prolongations comprises. Un dépôt qui arrive à cet instant est refusé." }),
    questionsUntil: z.iso.date().nullable(),
    steps: z.array(z.object({ on: z.iso.date(), what: z.string() })),
    envelope: z.array(
      z.object({
        funder: keysOf(line.funder.options),
        year: z.int(),
        section: keysOf(line.section.options),
        committed: amount.meta({ description: "Autorisation (AE ou AP)." }),
        payable: amount.meta({ description: "Crédits de paiement." }),
      }),
    ),
    aidRegime: keysOf(own.fields.aidRegime.options).nullable(),
    heldUntilBalance: z.number().min(0).max(1).nullable().meta({ description: "Part de l’aide versée au solde." }),
    terms: z.record(z.string(), z.unknown()).meta({
      description: "Celles du texte et de l’appel, dans la forme que prend une simulation.",
    }),
    questions: z.array(z.object({ label: z.string(), eliminatory: z.boolean() })),
    documents: z.array(z.object({ label: z.string(), mandatory: z.boolean() })),
    contact: z.string(),
    updatedAt: instant,
  })
  .strict();

export type CallItem = z.infer<typeof callItem>;

export const callsPage = z
  .object({
    items: z.array(callItem).max(MOST_CALLS),
    next: z.url().nullable().meta({ description: "La page suivante ; null à la dernière." }),
  })
  .strict();

/** What calls add to the document of the open API. */
export function callsApiPart(): ApiPart {
  const filter = (name: string, description: string, schema: object) => ({
    name,
    in: "query",
    required: false,
    description,
    schema,
  });
  const limit = { type: "integer", minimum: 1, maximum: MOST_CALLS, default: USUAL_CALLS };
  return {
    tags: [{ name: "appels", description: "Les appels à projets, passés, ouverts et à venir." }],
    paths: {
      [urls.callsApi.pattern]: {
        get: {
          operationId: "listCalls",
          tags: ["appels"],
          summary: "Les appels à projets",
          description: "Le dernier à se clore d’abord. Une page après l’autre, par l’adresse que donne la précédente.",
          parameters: [
            filter("quand", "Où en est l’appel.", { type: "string", enum: Object.keys(PHASE_WORDS) }),
            filter("limit", "Combien par page.", limit),
            filter("cursor", "Donné par la page précédente.", { type: "string" }),
          ],
          responses: {
            200: { description: "Une page.", content: { "application/json": { schema: schemaRef("CallsPage") } } },
            400: problemNode("Un filtre n’est pas compris ; il est nommé par son pointeur."),
          },
        },
      },
    },
    schemas: { CallsPage: schemaOf(callsPage) },
  };
}
