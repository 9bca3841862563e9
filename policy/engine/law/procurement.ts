import { type Day, day } from "../values/day.ts";
import { euros, type Money } from "../values/money.ts";

/** From when the law sets these amounts, excluding VAT, for the supplies and services of buyers other than the State. */
interface Thresholds {
  readonly from: Day;
  /** From this amount on, a purchase is advertised and put to competition. */
  readonly competedFrom: Money;
  /** From this amount on, by a formal procedure. */
  readonly formalFrom: Money;
  readonly law: string;
}

/**
 * The dated table: the day that counts is that on which the consultation starts. The last row holds until another is
 * written. Order: the oldest first.
 */
const procurementThresholds: readonly Thresholds[] = [
  {
    from: day("2024-01-01"),
    competedFrom: euros(40_000),
    formalFrom: euros(221_000),
    law: "Code de la commande publique, R2122-8 ; seuils européens 2024-2025",
  },
  {
    from: day("2026-01-01"),
    competedFrom: euros(40_000),
    formalFrom: euros(216_000),
    law: "Code de la commande publique, R2122-8 ; seuils européens 2026-2027",
  },
  {
    from: day("2026-04-01"),
    competedFrom: euros(60_000),
    formalFrom: euros(216_000),
    law: "Décret 2025-1386 ; seuils européens 2026-2027",
  },
];

/** The amounts in force for a consultation that starts on a day; null before the first row. */
export function thresholdsOn(start: Day): Thresholds | null {
  return procurementThresholds.findLast(({ from }) => from <= start) ?? null;
}
