import { z } from "zod";
import { eventKinds, jobFamilies, transitions } from "#policy/index.ts";
import { type ApiPart, type OpenApiNode, problemNode, schemaOf, schemaRef } from "#src/platform/http/open-api.ts";
import { departmentsOfFunder } from "#src/territory/index.ts";
import { urls } from "#src/urls.ts";
import { families } from "./agenda.ts";

export const MOST_ITEMS = 100;
export const USUAL_ITEMS = 25;

const instant = z.iso.datetime({ offset: true });

/** One date of the agenda, as the API gives it. */
export const agendaItem = z
  .object({
    id: z.uuid(),
    url: z.url().meta({ description: "Sa page, où l’on s’inscrit." }),
    calendar: z.url().meta({ description: "Le même, en iCalendar." }),
    kind: z.string().meta({ description: `Pour un événement : ${Object.keys(eventKinds).join(", ")}.` }),
    title: z.string(),
    summary: z.string(),
    problem: z.string().meta({ description: "Le problème qui réunit les participants." }),
    state: z.enum(["published", "postponed", "cancelled"]),
    startsAt: instant,
    endsAt: instant,
    movedFrom: instant.nullable().meta({ description: "Le jour d’abord annoncé, s’il a changé." }),
    place: z.string(),
    address: z.string(),
    commune: z.string().nullable().meta({ description: "Code INSEE." }),
    communeName: z.string().nullable(),
    department: z.string().nullable(),
    remote: z.boolean().meta({ description: "On peut suivre à distance." }),
    transitions: z.array(z.string()).meta({ description: `Parmi ${Object.keys(transitions).join(", ")}.` }),
    audience: z.array(z.string()).meta({
      description: `Pour quels métiers, parmi ${Object.keys(jobFamilies).join(", ")} ; vide pour tous.`,
    }),
    organiser: z.string(),
    freePlaces: z.int().nullable().meta({ description: "Places que personne n’a ; null sans limite." }),
    waiting: z.int().meta({ description: "Combien attendent une place." }),
    updatedAt: instant,
  })
  .strict();

/** A page of the API, and the address of the next. */
export const agendaPage = z
  .object({
    items: z.array(agendaItem).max(MOST_ITEMS),
    next: z.url().nullable().meta({ description: "La page suivante ; null à la dernière." }),
  })
  .strict();

/** What the agenda adds to the document of the open API. */
export function agendaApi(): ApiPart {
  return {
    tags: [{ name: "agenda", description: "Les événements et les sessions de formation, annoncés par le financeur." }],
    paths: {
      [urls.events.pattern]: { get: listing("listEvents", "Les événements de l’agenda") },
      [urls.trainingSessions.pattern]: { get: listing("listSessions", "Les sessions du programme de formation") },
    },
    schemas: { AgendaPage: schemaOf(agendaPage) },
  };
}

function listing(operationId: string, summary: string): OpenApiNode {
  return {
    operationId,
    tags: ["agenda"],
    summary,
    description: "Par ordre de date, passés compris. Une page après l’autre, par l’adresse que donne la précédente.",
    parameters: [
      filter("quoi", "Genre de rendez-vous.", {
        type: "string",
        enum: Object.values(families).map((one) => one.value),
      }),
      filter("ou", "Département, ou « distance ».", {
        type: "string",
        enum: [...departmentsOfFunder().map((one) => one.code), "distance"],
      }),
      filter("qui", "Métier à qui il s’adresse.", { type: "string", enum: Object.keys(jobFamilies) }),
      filter("from", "Ce qui n’est pas fini à cet instant.", { type: "string", format: "date-time" }),
      filter("limit", "Combien par page.", { type: "integer", minimum: 1, maximum: MOST_ITEMS, default: USUAL_ITEMS }),
      filter("cursor", "Donné par la page précédente.", { type: "string" }),
    ],
    responses: {
      200: {
        description: "Une page.",
        content: { "application/json": { schema: schemaRef("AgendaPage") } },
      },
      400: problemNode("Un filtre n’est pas compris ; il est nommé par son pointeur."),
    },
  };
}

function filter(name: string, description: string, schema: OpenApiNode): OpenApiNode {
  return { name, in: "query", required: false, description, schema };
}
