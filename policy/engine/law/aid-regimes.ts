import type { Ceiling } from "../grants/figures.ts";
import type { Path } from "../rules/expression.ts";
import { addYears, type Day } from "../values/day.ts";
import { calendarDay, money, type RecordOf, record, text, type Value, type Values } from "../values/field.ts";
import { cents, euros, type Money } from "../values/money.ts";

/** A regime of State aid that bounds what one undertaking receives over years counted back from the day of the aid. */
interface AidRegime {
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

interface Received {
  readonly grantedOn: Day | null;
  readonly amount: Money | null;
}

/** The aids that the answers list; null where nothing is said of them. */
export function receivedIn(facts: Values, list: Path): readonly Received[] | null {
  const at = list.reduce<Value | null | undefined>(
    (value, name) => (typeof value === "object" && value !== null ? (value as Values)[name] : undefined),
    facts,
  );
  if (!Array.isArray(at)) return null;
  return (at as readonly Values[]).map(({ grantedOn, amount }) => ({
    grantedOn: (grantedOn as Day | null | undefined) ?? null,
    amount: (amount as Money | null | undefined) ?? null,
  }));
}

/**
 * Where an undertaking stands under a regime: aids granted over the years that end today, day to day, and the one asked
 * for. An aid of the first day is out: the regulation counts back from the day of the new one. Null for a regime without
 * a bound; what is not told yet leaves it open.
 */
export function regimeCeiling(
  name: string,
  received: readonly Received[] | null,
  asked: Money | null,
  today: Day,
): Ceiling | null {
  const regime = Object.hasOwn(aidRegimes, name) ? aidRegimes[name] : undefined;
  if (regime === undefined) return null;
  const since = addYears(today, -regime.years);
  const isTold = received?.every(({ grantedOn, amount }) => grantedOn !== null && amount !== null) ?? false;
  let sum = asked ?? 0;
  for (const { grantedOn, amount } of received ?? []) {
    if (grantedOn !== null && amount !== null && grantedOn > since && grantedOn <= today) sum += amount;
  }
  return {
    id: name,
    label: regime.label,
    bound: "at-most",
    value: isTold && asked !== null ? cents(sum) : null,
    limit: regime.ceiling,
    provision: regime.law,
  };
}
