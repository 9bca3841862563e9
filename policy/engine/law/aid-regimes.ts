import type { Ceiling } from "../grants/figures.ts";
import type { Path } from "../rules/expression.ts";
import { addYears, type Day } from "../values/day.ts";
import { calendarDay, money, type RecordOf, record, text, type Value, type Values } from "../values/field.ts";
import { cents, euros, type Money } from "../values/money.ts";
import { type CountedAid, countedAids, type DeclaredAid, type GrantedAid } from "./counted-aids.ts";

/** A regime of State aid that bounds what one undertaking receives over years counted back from the day of the aid. */
export interface AidRegime {
  readonly label: string;
  readonly ceiling: Money;
  readonly years: number;
  readonly law: string;
}

/** By the name that a call chooses. */
const aidRegimes: Readonly<Record<string, AidRegime>> = {
  "de-minimis": {
    label: "Aides de minimis sur trois ans, la présente comprise",
    ceiling: euros(300_000),
    years: 3,
    law: "Règlement (UE) 2023/2831",
  },
  sgei: {
    label: "Aides de minimis pour un service d’intérêt économique général sur trois ans, la présente comprise",
    ceiling: euros(750_000),
    years: 3,
    law: "Règlement (UE) 2023/2832",
  },
};

/** An aid already received, as forms ask for it. */
export const receivedAid: RecordOf<{
  readonly grantedOn: ReturnType<typeof calendarDay>;
  readonly amount: ReturnType<typeof money>;
  readonly funder: ReturnType<typeof text<"text">>;
}> = record({
  grantedOn: calendarDay("jour de la décision d’aide"),
  amount: money("montant de l’aide", euros(10_000_000), "€"),
  funder: text("text", "financeur", 200),
});

/** The aids that the answers list; null where nothing is said of them. */
export function receivedIn(facts: Values, list: Path): readonly DeclaredAid[] | null {
  const at = list.reduce<Value | null | undefined>(
    (value, name) => (typeof value === "object" && value !== null ? (value as Values)[name] : undefined),
    facts,
  );
  if (!Array.isArray(at)) return null;
  return (at as readonly Values[]).map(({ grantedOn, amount, funder }) => ({
    grantedOn: (grantedOn as Day | null | undefined) ?? null,
    amount: (amount as Money | null | undefined) ?? null,
    funder: (funder as string | null | undefined) ?? null,
  }));
}

/** An undertaking that counts as one with who asks: it controls it, or is controlled by it. */
export const linkedUndertaking: RecordOf<{ readonly siret: ReturnType<typeof text<"siret">> }> = record({
  siret: text("siret", "SIRET d’une entreprise liée", 14),
});

/** The SIREN of the linked undertakings that the answers list. */
export function linkedIn(facts: Values, list: Path): readonly string[] {
  const at = list.reduce<Value | null | undefined>(
    (value, name) => (typeof value === "object" && value !== null ? (value as Values)[name] : undefined),
    facts,
  );
  if (!Array.isArray(at)) return [];
  return (at as readonly Values[]).flatMap(({ siret }) => (typeof siret === "string" ? [siret.slice(0, 9)] : []));
}

/** Where an undertaking stands under a regime, with the aids that are counted. */
export interface RegimeStanding {
  readonly regime: AidRegime;
  readonly counted: readonly CountedAid[];
  /** What they add up to, in cents. */
  readonly had: Money;
}

/**
 * The aids granted over the years that end on a day, day to day. An aid of the first day is out: the regulation counts
 * back from the day of the new one. Null for a regime without a bound.
 */
export function regimeStanding(
  name: string,
  declared: readonly DeclaredAid[],
  granted: readonly GrantedAid[],
  on: Day,
): RegimeStanding | null {
  const regime = Object.hasOwn(aidRegimes, name) ? aidRegimes[name] : undefined;
  if (regime === undefined) return null;
  const counted = grantedInYears(regime, countedAids(declared, granted), on);
  return { regime, counted, had: cents(counted.reduce((sum, { amount }) => sum + amount, 0)) };
}

/** Those granted over the years that a regime counts back from a day. */
export function grantedInYears<T extends { readonly grantedOn: Day }>(
  { years }: Pick<AidRegime, "years">,
  aids: readonly T[],
  on: Day,
): readonly T[] {
  const since = addYears(on, -years);
  return aids.filter(({ grantedOn }) => grantedOn > since && grantedOn <= on);
}

/**
 * The bound of a regime with the aids counted and the one asked for; what is not told yet leaves it open. Aids that the
 * service granted itself are named, with those declared beside them.
 */
export function regimeCeiling(
  name: string,
  received: readonly DeclaredAid[] | null,
  asked: Money | null,
  today: Day,
  granted: readonly GrantedAid[] = [],
): Ceiling | null {
  const standing = regimeStanding(name, received ?? [], granted, today);
  if (standing === null) return null;
  const { regime, counted, had } = standing;
  const isTold =
    received?.every(({ grantedOn, amount }) => grantedOn !== null && amount !== null) ?? granted.length > 0;
  return {
    id: name,
    label: regime.label,
    bound: "at-most",
    value: isTold && asked !== null ? cents(had + asked) : null,
    limit: regime.ceiling,
    provision: regime.law,
    ...(granted.length === 0 ? null : { counted }),
  };
}
