import { z } from "zod";
import {
  type Assessment,
  type Day,
  type Framework,
  frameworkInForceOn,
  frameworks,
  ISO_DAY_PATTERN,
  type OpenScheme,
  type Parsed,
  type ParseError,
  parseDay,
  readIsoDay,
  sayDay,
  type Terms,
  type Values,
} from "#policy/index.ts";
import { communeByCode } from "#src/territory/index.ts";
import type { OpenCall } from "./open-calls.ts";

/** The first scheme that the latest version of the text opens. */
const EXAMPLE = frameworks.at(-1)?.schemes.find(({ status }) => status === "open")?.slug ?? "";

/** What a simulation asked over HTTP holds. Its facts are read by the scheme's own declarations. */
export const simulationRequest = z.strictObject({
  scheme: z
    .string({ error: `Le nom du dispositif est attendu, par exemple ${EXAMPLE}.` })
    .max(100)
    .meta({
      description:
        "Dispositif simulé, ou nom d’un appel à projets ouvert (la fin de son adresse) : ses modalités sont alors appliquées.",
      examples: [EXAMPLE],
    }),
  date: z
    .string({ error: "Un jour est attendu, écrit AAAA-MM-JJ." })
    .superRefine((text, context) => {
      const read = readIsoDay(text);
      if ("error" in read) context.addIssue({ code: "custom", message: read.error });
    })
    .nullish()
    .meta({
      description:
        "Jour du dépôt : il choisit la version du cadre et sert de date du jour. À défaut, aujourd’hui à Paris.",
      format: "date",
      pattern: ISO_DAY_PATTERN,
      examples: ["2026-03-02"],
    }),
  // Kept as it came: the scheme's own declarations name every bad field inside.
  facts: z
    .unknown()
    .refine((value) => typeof value === "object" && value !== null && !Array.isArray(value), {
      error: "Un objet est attendu : ce qui est connu, {} si rien ne l’est.",
    })
    .meta({ description: "Ce qui est connu. Ce qui manque ou vaut null est inconnu, jamais faux." }),
  // Kept as it came, like the facts: the scheme declares what a call may fix.
  terms: z
    .unknown()
    .refine((value) => value == null || (typeof value === "object" && !Array.isArray(value)), {
      error: "Un objet est attendu : ce que fixe l’appel à projets.",
    })
    .optional()
    .meta({
      description:
        "Ce que fixe un appel à projets, pour un dispositif qui n’ouvre que par appel. Sans lui, aucun montant n’est dit.",
    }),
});

export type Simulated =
  | {
      readonly ok: true;
      readonly scheme: OpenScheme;
      readonly assessment: Assessment;
      /** The call whose terms were applied. */
      readonly call: OpenCall | null;
    }
  | { readonly ok: false; readonly errors: readonly ParseError[] };

/**
 * Answers a simulation from JSON: the whole assessment, or every bad field by its JSON Pointer in the request.
 * `today` is the legal day, for requests that give none; `call` is the open call that the request names as its scheme.
 */
export function simulate(json: unknown, today: Day, call: OpenCall | null = null): Simulated {
  const request = simulationRequest.safeParse(json);
  if (!request.success) return { ok: false, errors: request.error.issues.flatMap(errorsOf) };
  const { scheme: slug, date, facts, terms: ofCall } = request.data;
  const on = (date === null || date === undefined ? null : parseDay(date)) ?? today;
  const framework = frameworkInForceOn(on);
  if (framework === null) {
    return { ok: false, errors: [{ pointer: "/date", message: notInForce() }] };
  }
  const scheme = call?.scheme ?? framework.scheme(slug);
  if (scheme === null || scheme.status !== "open") {
    return { ok: false, errors: [{ pointer: "/scheme", message: notComputed(framework, slug) }] };
  }
  const read = scheme.parseFacts(facts, (code) => communeByCode(code) !== null);
  const terms = readTerms(scheme, call, ofCall);
  if (!read.ok || !terms.ok) return { ok: false, errors: [...errorsIn("/facts", read), ...errorsIn("/terms", terms)] };
  const assessment = scheme.evaluate(read.facts, { today: on, terms: terms.facts });
  return { ok: true, scheme, assessment, call };
}

/** What the request names as its scheme where no scheme of any version has that name: the slug of a call, maybe. */
export function namedCall(json: unknown): string | null {
  const slug = typeof json === "object" && json !== null && "scheme" in json ? json.scheme : null;
  if (typeof slug !== "string" || !/^[a-z0-9-]{1,100}$/.test(slug)) return null;
  return frameworks.some((one) => one.scheme(slug) !== null) ? null : slug;
}

/** A scheme open all year has the terms of the text, and no other; a call has its own, and no other. */
function readTerms(scheme: OpenScheme, call: OpenCall | null, json: unknown): Parsed<Terms> {
  if (json == null) return { ok: true, facts: {} };
  if (call !== null) {
    const message = "Cet appel a ses modalités : la simulation n’en prend pas d’autres.";
    return { ok: false, errors: [{ pointer: "", message }] };
  }
  if (scheme.opening === "always") {
    const message = "Ce dispositif est ouvert toute l’année : ses modalités sont celles du texte.";
    return { ok: false, errors: [{ pointer: "", message }] };
  }
  return scheme.parseTerms(json);
}

function errorsIn(root: string, read: Parsed<Values>): readonly ParseError[] {
  return read.ok ? [] : read.errors.map((one) => ({ ...one, pointer: `${root}${one.pointer}` }));
}

/** The schemes of a version whose rules are computed. */
export function openSchemes(framework: Framework): readonly OpenScheme[] {
  return framework.schemes.filter((scheme) => scheme.status === "open");
}

/** A file is judged by the version of its day (GOV-1): before the first one, there is nothing to judge it by. */
function notInForce(): string {
  const [first] = frameworks;
  const from = first === undefined ? "" : ` : la première version connue l’est depuis le ${sayDay(first.inForceFrom)}`;
  return `Aucune version du cadre n’était en vigueur ce jour-là${from}.`;
}

function notComputed(framework: Framework, slug: string): string {
  const possible = openSchemes(framework)
    .map((scheme) => scheme.slug)
    .join(", ");
  return framework.scheme(slug) === null
    ? `Ce nom n’est ni celui d’un appel à projets ouvert, ni celui d’un dispositif du cadre du ${framework.version}. Dispositifs calculés : ${possible}.`
    : `Ce dispositif existe, mais ses règles ne sont pas encore calculées ici. Dispositifs calculés : ${possible}.`;
}

function errorsOf(issue: z.core.$ZodIssue): readonly ParseError[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), message: "Ce champ n’existe pas." }));
  }
  return [{ pointer: pointer(issue.path), message: messageOf(issue) }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.path.length === 0) return "Un objet JSON est attendu.";
  return issue.code === "too_big" ? "Ce texte est trop long." : issue.message;
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
