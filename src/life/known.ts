import type { Temporal } from "temporal-polyfill";
import {
  categoryOf,
  type Day,
  day,
  decidedAnswers,
  type Framework,
  frameworkByVersion,
  frameworkOn,
  fundedRule,
  fundedSirens,
  type OpenScheme,
  type Prefill,
  partyPath,
  type Question,
  questionsOf,
  type Raw,
  type TrackDecision,
  type Values,
  withHad,
  writeTyped,
} from "#policy/index.ts";
import { underCall } from "#src/calls/index.ts";
import type { Organisation } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { appliedOn } from "#src/schemes/index.ts";
import type { Application, RawValue } from "./application.ts";
import { type Ledger, measured } from "./ledger/ledger.ts";

/** The scheme that a file is read under. A draft follows the version in force; a filed one keeps its own (GOV-1, D-01). */
export function schemeOf(
  application: Pick<Application, "scheme" | "framework" | "revision"> &
    Partial<Pick<Application, "call" | "schemeSettings" | "submittedAt">>,
  today: Day,
): { readonly framework: Framework; readonly scheme: OpenScheme } {
  const framework = application.revision === 0 ? frameworkOn(today) : frameworkByVersion(application.framework);
  const scheme = framework?.scheme(application.scheme) ?? null;
  if (framework === null || scheme === null || scheme.status !== "open") {
    throw new Error(`no open scheme ${application.scheme} in framework ${application.framework}`);
  }
  const { schemeSettings = [], submittedAt = null, call = null } = application;
  // What was set for one version of the text says nothing of another.
  const settings = framework.version === application.framework ? schemeSettings : [];
  const on = submittedAt === null ? today : policyDay(submittedAt);
  return { framework, scheme: asApplied(scheme, settings, on, call) };
}

/** A scheme as it is applied to a file: with what was set on screen for its day, null for none, and under its call. */
export function asApplied(
  scheme: OpenScheme,
  settings: Application["schemeSettings"],
  on: Day | null,
  call: Application["call"],
): OpenScheme {
  const applied = on === null ? scheme : appliedOn(scheme, settings, on);
  return call === null ? applied : underCall(applied, call);
}

/** What the service knows of an organisation and a person, as a person would type it. */
export type Known = Partial<Record<Prefill, string>>;

export interface KnownPerson {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly jobTitle: string | null;
}

/** `siret` chooses the establishment; the head office unless told. */
export function knownOf(organisation: Organisation, person: KnownPerson, siret?: string): Known {
  const head = organisation.establishments.find((one) => one.isHead) ?? organisation.establishments[0];
  const here = organisation.establishments.find((one) => one.siret === siret) ?? head;
  const own: Known =
    organisation.kind === "training-body" || organisation.kind === "other"
      ? {
          "organisation.siret": here?.siret ?? "",
          "organisation.legalName": organisation.name,
          "organisation.commune": here?.commune ?? "",
          "organisation.headOfficeCommune": head !== undefined && head !== here ? (head.commune ?? "") : "",
          "organisation.headcount": organisation.headcount === null ? "" : String(organisation.headcount),
          "organisation.headcountBand": organisation.headcountBand ?? "",
          "organisation.nda": organisation.declarationNumber ?? "",
          "organisation.legalKind": legalKindOf(organisation.legalCategory) ?? "",
          "organisation.category": categoryOf(organisation.legalCategory) ?? "",
        }
      : {};
  const bearer: Known =
    organisation.kind === "network" ? { "bearer.name": organisation.name, "bearer.siret": here?.siret ?? "" } : {};
  return {
    ...own,
    ...bearer,
    "organisation.opco": organisation.kind === "opco" ? (organisation.opco ?? "") : "",
    "person.name": person.name,
    "person.email": person.email,
    "person.phone": person.phone ?? "",
    "person.role": person.jobTitle ?? "",
  };
}

/** INSEE's legal categories, by their first digits, in the words of the form. */
export function legalKindOf(category: string | null): string | null {
  if (category === null || !/^\d{4}$/.test(category)) return null;
  if (category.startsWith("93")) return "foundation";
  if (category.startsWith("92")) return "association";
  if (/^[47]/.test(category)) return "public-body";
  if (/^[156]/.test(category)) return "company";
  return "other";
}

/** The questions of a form, groups opened at their first item: `people.0.name`. */
function firstQuestions(
  scheme: Pick<OpenScheme, "form">,
): readonly { readonly question: Question; readonly path: string }[] {
  const found: { question: Question; path: string }[] = [];
  const visit = (items: OpenScheme["form"]["sections"][number]["items"]): void => {
    for (const item of items) {
      if (item.type === "group") visit(item.items);
      else found.push({ question: item, path: item.path.map((step) => (step === "*" ? "0" : step)).join(".") });
    }
  };
  for (const section of scheme.form.sections) visit(section.items);
  return found;
}

/** What a person said, in the simulator, of something that the service would otherwise ask elsewhere; "" where nothing. */
export function saidOf(scheme: Pick<OpenScheme, "form">, raw: Raw, what: Prefill): string {
  const found = firstQuestions(scheme).find(({ question }) => question.prefill === what);
  const value = found === undefined ? undefined : raw[found.path];
  return typeof value === "string" ? value : "";
}

/** Fills what is empty with what is known: what was typed is never replaced. */
export function prefill(scheme: Pick<OpenScheme, "form">, raw: Raw, known: Known): Raw {
  const filled: Record<string, RawValue> = { ...raw };
  for (const { question, path } of firstQuestions(scheme)) {
    const value = question.prefill === undefined ? undefined : known[question.prefill];
    if (value === undefined || value === "") continue;
    const typed = filled[path];
    if (typed === undefined || typed.length === 0) filled[path] = value;
  }
  return filled;
}

/** True for a question that the service answers from its own ledger: shown, never asked. */
export function isAnsweredByLedger({ parties, ledger }: OpenScheme, question: Question): boolean {
  const list = fundedRule({ parties })?.each;
  if (list === undefined) return false;
  return ledger.some(
    ({ asked, fills }) => asked === true && question.path.join(".") === [...list, "*", ...fills.whole].join("."),
  );
}

/** The SIREN of each party that money is for, in order; null where its SIRET is not a valid one yet. */
export function sirensIn(scheme: OpenScheme, raw: Raw): readonly (string | null)[] {
  return fundedSirens(scheme, raw);
}

/** The draft with what each party has used: the ledger's word replaces what was typed in the simulator. */
export function withLedgers(scheme: OpenScheme, raw: Raw, ledgers: ReadonlyMap<string, Ledger>): Raw {
  const answered: Record<string, RawValue> = { ...raw };
  sirensIn(scheme, raw).forEach((siren, place) => {
    const ledger = siren === null ? undefined : ledgers.get(siren);
    if (ledger === undefined) return;
    for (const { asked, fills, measure } of scheme.ledger) {
      if (asked !== true) continue;
      answered[partyPath(scheme, fills.whole, place)] = String(measured(ledger, measure)).replace(".", ",");
    }
  });
  return answered;
}

/** The answers that another funder's decision gives, as the form would hold them; none before it is written down. */
export function decidedRaw(
  scheme: Pick<OpenScheme, "form" | "track">,
  decision: TrackDecision | null | undefined,
): ReadonlyMap<string, RawValue> {
  if (scheme.track === undefined || decision == null) return new Map();
  const decided = decidedAnswers(scheme.track, decision);
  return new Map(
    questionsOf(scheme.form, {}).flatMap(({ question, path }) => {
      const value = decided.get(path);
      return value === undefined ? [] : [[path, value === null ? "" : writeTyped(question, value)] as const];
    }),
  );
}

/** The answers with what each party has had: facts of the rules that no form asks for. */
export function withGranted(
  scheme: OpenScheme,
  answers: Values,
  raw: Raw,
  ledgers: ReadonlyMap<string, Ledger>,
): Values {
  const unasked = scheme.ledger.filter(({ asked }) => asked !== true);
  const had = sirensIn(scheme, raw).map((siren) => {
    const ledger = siren === null ? undefined : ledgers.get(siren);
    return ledger === undefined ? null : ledger;
  });
  return withHad(
    {
      parties: scheme.parties,
      ledger: unasked.map(({ measure, provision, fills }) => ({
        measure,
        provision,
        fills: { whole: fills.whole, year: [] },
      })),
    },
    answers,
    had.map((ledger) =>
      ledger === null
        ? null
        : Object.fromEntries(unasked.map(({ measure }) => [measure, { whole: measured(ledger, measure), year: 0 }])),
    ),
  );
}

/** The legal day of an instant, as the rules take it. */
export function policyDay(at: Temporal.Instant): Day {
  return day(legalDay(at).toString());
}
