import { z } from "zod";
import { type Framework, frameworks, type OpenScheme, type Wire } from "#policy/index.ts";
import { type ApiPart, type OpenApiNode, problemNode, schemaOf, schemaRef } from "#src/platform/http/open-api.ts";
import { urls } from "#src/urls.ts";
import { simulationAnswer, simulationProblem } from "../answer-schema.ts";
import { assessExample } from "../example.ts";
import { openSchemes, simulationRequest } from "../simulation.ts";

const commune = z.object({
  code: z.string().meta({ description: "Code INSEE." }),
  name: z.string(),
  postcodes: z.array(z.string()),
  department: z.string(),
});

/** The OpenAPI 3.1 document, written from the very schemas that read the requests and hold the answers. */
export function openApiDocument(origin: string, framework: Framework, parts: readonly ApiPart[] = []): OpenApiNode {
  const example = openSchemes(framework)[0];
  return {
    openapi: "3.1.0",
    info: {
      title: "Essaim",
      version: "1",
      description:
        "Simuler une aide régionale aux structures de formation et lire l’agenda, sans compte. Rien n’est gardé. Les règles sont celles du simulateur et de l’instruction.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: origin }],
    tags: [
      { name: "simulations", description: "Ce que disent les règles, avec leurs raisons." },
      { name: "communes", description: "Les communes et leurs codes INSEE." },
      ...parts.flatMap(({ tags }) => tags),
    ],
    paths: {
      [urls.simulations.pattern]: { post: simulationOperation(example) },
      [urls.communes.pattern]: { get: communesOperation() },
      ...Object.assign({}, ...parts.map(({ paths }) => paths)),
    },
    components: {
      schemas: {
        SimulationRequest: requestSchema(),
        ...Object.fromEntries(openSchemes(framework).map((scheme) => [factsName(scheme), scheme.factsSchema])),
        ...Object.fromEntries(
          openSchemes(framework)
            .filter(isByCall)
            .map((scheme) => [termsName(scheme), scheme.termsSchema]),
        ),
        SimulationAnswer: answerSchema(),
        Problem: schemaOf(simulationProblem),
        Commune: schemaOf(commune),
        ...Object.assign({}, ...parts.map(({ schemas }) => schemas)),
      },
    },
  };
}

function simulationOperation(example: OpenScheme | undefined): OpenApiNode {
  return {
    operationId: "simulate",
    tags: ["simulations"],
    summary: "Évaluer une demande",
    description:
      "Répond si les conditions semblent remplies, pourquoi, ce qui manque et quelle aide est possible au plus. Un doute n’est jamais tranché par la machine.",
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: schemaRef("SimulationRequest"),
          ...(example === undefined ? null : { example: exampleRequest(example) }),
        },
      },
    },
    responses: {
      200: {
        description: "Ce que disent les règles.",
        content: {
          "application/json": {
            schema: schemaRef("SimulationAnswer"),
            ...(example === undefined ? null : { example: exampleAnswer(example) }),
          },
        },
      },
      400: problemNode("Le corps n’est pas du JSON."),
      413: problemNode("La requête est trop grande."),
      415: problemNode("Le type de contenu n’est pas application/json."),
      422: problemNode("Un champ est refusé ; chacun est nommé par son pointeur JSON."),
    },
  };
}

function communesOperation(): OpenApiNode {
  return {
    operationId: "searchCommunes",
    tags: ["communes"],
    summary: "Chercher une commune par son nom ou son code postal",
    parameters: [
      {
        name: "q",
        in: "query",
        required: true,
        description: "Début du nom, avec ou sans accents, ou code postal.",
        schema: { type: "string", minLength: 1, maxLength: 100 },
        example: "Caen",
      },
    ],
    responses: {
      200: {
        description: "Vingt communes au plus, les mieux placées d’abord.",
        content: { "application/json": { schema: { type: "array", maxItems: 20, items: schemaRef("Commune") } } },
      },
      422: problemNode("q manque ou est vide : rien n’est demandé."),
    },
  };
}

/** The request, with the facts of each computed scheme in place of "any object". */
function requestSchema(): OpenApiNode {
  const { properties, ...schema } = schemaOf(simulationRequest) as OpenApiNode & { readonly properties: OpenApiNode };
  const known = frameworks.flatMap(openSchemes);
  const names = [...new Set(known.map(factsName))];
  const facts = names.length === 1 ? schemaRef(names[0] ?? "") : { anyOf: names.map(schemaRef) };
  const terms = { anyOf: [...[...new Set(known.filter(isByCall).map(termsName))].map(schemaRef), { type: "null" }] };
  const slugs = [...new Set(known.map((scheme) => scheme.slug))];
  return {
    ...schema,
    properties: {
      ...properties,
      scheme: { ...(properties.scheme as OpenApiNode), anyOf: [{ enum: slugs }, callSlug] },
      facts,
      terms,
    },
  };
}

/** The answer, with the names that a scheme's contract has beside the common ones. */
function answerSchema(): OpenApiNode {
  return frameworks
    .flatMap(openSchemes)
    .reduce((node, { wireSchema = {} }) => withNames(node, wireSchema), schemaOf(simulationAnswer));
}

function withNames(node: OpenApiNode, added: OpenApiNode): OpenApiNode {
  const merged = Object.entries(added).map(([key, value]) => [
    key,
    isNode(value) && isNode(node[key]) ? withNames(node[key], value) : value,
  ]);
  return { ...node, ...Object.fromEntries(merged) };
}

function isNode(value: unknown): value is OpenApiNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const callSlug = { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", description: "Le nom d’un appel à projets ouvert." };

/** The worked example of the document: a request and the very answer the rules give to it. */
export function exampleRequest(scheme: OpenScheme): OpenApiNode {
  return { scheme: scheme.slug, date: scheme.words.example.on, facts: scheme.words.example.facts };
}

export function exampleAnswer(scheme: OpenScheme): Wire {
  return scheme.toWire(assessExample(scheme));
}

/** « ConsultingSupport » would be a second name: the slug, in capitals, names the facts. */
export function factsName(scheme: OpenScheme): string {
  const words = scheme.slug.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `Facts${words.join("")}`;
}

function isByCall(scheme: OpenScheme): boolean {
  return scheme.opening === "by-call";
}

function termsName(scheme: OpenScheme): string {
  return factsName(scheme).replace(/^Facts/, "Terms");
}
