import type { Raw } from "../questions/raw.ts";
import type { Path } from "../rules/expression.ts";
import type { Value, Values } from "../values/field.ts";
import { readSiret, sirenOf } from "../values/registered-number.ts";
import type { DeclaredScheme, PartyRule } from "./declared.ts";

type Declared = Pick<DeclaredScheme, "parties" | "ledger" | "linkedUndertakings">;

/** An organisation that a file names. */
export interface PartyHere {
  readonly part: PartyRule["part"];
  /** Position among those of its part. */
  readonly place: number;
  /** Where its answers are: `parties.0`, or nothing where the file itself names it. */
  readonly path: string;
  readonly siren: string | null;
  readonly name: string;
  readonly commune: string | null;
  readonly funded: boolean;
  /** Its name, or what it is called until then. */
  readonly called: string;
}

/** Every organisation that answers name, in the order that the scheme declares; one with neither number nor name is left out. */
export function partiesIn({ parties }: Pick<Declared, "parties">, answers: Values): readonly PartyHere[] {
  return parties.flatMap((rule) =>
    itemsOf(rule, answers).map((item, place): PartyHere => {
      const commune = rule.commune === undefined ? "" : textAt(item, rule.commune);
      const name = textAt(item, rule.name);
      return {
        called: name === "" ? `${rule.word} ${place + 1}` : name,
        part: rule.part,
        place,
        path: rule.each === undefined ? "" : [...rule.each, place].join("."),
        siren: sirenIn(textAt(item, rule.siret)),
        name,
        commune: commune === "" ? null : commune,
        funded: rule.funded === true,
      };
    }),
  );
}

/** The parties that money is for, in the order of the shares that the rules give. */
export function fundedIn(scheme: Pick<Declared, "parties">, answers: Values): readonly PartyHere[] {
  return partiesIn(scheme, answers).filter(({ funded }) => funded);
}

function itemsOf({ each }: PartyRule, answers: Values): readonly Values[] {
  if (each === undefined) return [answers];
  const list = each.reduce<Value | null | undefined>(
    (value, step) => (value as Values | null | undefined)?.[step],
    answers,
  );
  return Array.isArray(list) ? (list as readonly Values[]) : [];
}

function textAt(item: Values, path: Path): string {
  const value = path.reduce<Value | null | undefined>((of, step) => (of as Values | null | undefined)?.[step], item);
  return typeof value === "string" ? value.trim() : "";
}

function sirenIn(siret: string): string | null {
  const read = siret === "" ? null : readSiret(siret);
  return read !== null && "value" in read ? sirenOf(read.value) : null;
}

/** The rule of the parties that money is for; null where a scheme has none. */
export function fundedRule({ parties }: Pick<Declared, "parties">): PartyRule | null {
  return parties.find(({ funded }) => funded === true) ?? null;
}

/** The SIREN of each party that money is for, as its number is typed in a draft; null where it is not a valid one yet. */
export function fundedSirens(scheme: Pick<Declared, "parties">, raw: Raw): readonly (string | null)[] {
  const rule = fundedRule(scheme);
  if (rule === null) return [];
  const prefix = rule.each === undefined ? null : `${rule.each.join(".")}.`;
  const suffix = rule.siret.join(".");
  const sirens: (string | null)[] = [];
  for (const [path, value] of Object.entries(raw)) {
    if (typeof value !== "string") continue;
    const index = indexOf(path, prefix, suffix);
    if (index !== null) sirens[index] = sirenIn(value);
  }
  return Array.from(sirens, (siren) => siren ?? null);
}

/** The SIREN of the undertakings that a draft lists as linked to who asks. */
export function linkedSirens(
  { linkedUndertakings }: Pick<Declared, "linkedUndertakings">,
  raw: Raw,
): readonly string[] {
  if (linkedUndertakings === undefined) return [];
  const prefix = `${linkedUndertakings.join(".")}.`;
  return Object.entries(raw).flatMap(([path, value]) =>
    typeof value === "string" && indexOf(path, prefix, "siret") !== null ? (sirenIn(value) ?? []) : [],
  );
}

function indexOf(path: string, prefix: string | null, suffix: string): number | null {
  if (prefix === null) return path === suffix ? 0 : null;
  if (!path.startsWith(prefix) || !path.endsWith(`.${suffix}`)) return null;
  const middle = path.slice(prefix.length, path.length - suffix.length - 1);
  return /^\d{1,3}$/.test(middle) ? Number(middle) : null;
}

/** What a party had of a measure: over the life of this version of the text, and in the civil year of filing. */
export interface HadOf {
  readonly whole: number;
  readonly year: number;
}
/** By measure: `days`, `aid`. */
export type HadByMeasure = Readonly<Record<string, HadOf>>;

/** The answers with what each funded party had, in place of what was typed or known before; null leaves what stands. */
export function withHad(scheme: Declared, answers: Values, had: readonly (HadByMeasure | null)[]): Values {
  const rule = fundedRule(scheme);
  const [list = "", ...deeper] = rule?.each ?? [];
  if (rule?.each === undefined || deeper.length > 0 || had.every((one) => one === null)) return answers;
  const items = answers[list];
  if (!Array.isArray(items)) return answers;
  return {
    ...answers,
    [list]: (items as readonly Values[]).map((item, place) => {
      const known = had[place] ?? null;
      return known === null ? item : { ...item, ...filled(scheme, known) };
    }),
  };
}

function filled({ ledger }: Pick<Declared, "ledger">, had: HadByMeasure): Values {
  const facts: Record<string, number> = {};
  for (const { measure, fills } of ledger) {
    const of = had[measure];
    if (of === undefined) continue;
    const [whole] = fills.whole;
    const [year] = fills.year;
    if (whole !== undefined) facts[whole] = of.whole;
    if (year !== undefined) facts[year] = of.year;
  }
  return facts;
}

/** The dotted path of an answer about a party that money is for: `parties.0.siret`. */
export function partyPath(scheme: Pick<Declared, "parties">, path: Path, place: number): string {
  const rule = fundedRule(scheme);
  return [...(rule?.each ?? []), ...(rule?.each === undefined ? [] : [String(place)]), ...path].join(".");
}
