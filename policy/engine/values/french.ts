import type { ScalarKind } from "../rules/expression.ts";
import type { Day } from "./day.ts";
import type { Value } from "./field.ts";
import type { Money } from "./money.ts";

const thin = "\u202f";
const space = "\u00a0";
const months = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

function grouped(whole: number): string {
  if (whole < 1_000) return String(whole);
  const rest = whole % 1_000;
  const zeros = rest < 10 ? "00" : rest < 100 ? "0" : "";
  return `${grouped((whole - rest) / 1_000)}${thin}${zeros}${rest}`;
}

/** « 9 100 € », « 10,50 € »: no decimals where there are none. */
export function sayMoney(amount: Money): string {
  const absolute = Math.abs(amount);
  const fraction = absolute % 100;
  const whole = `${amount < 0 ? "−" : ""}${grouped((absolute - fraction) / 100)}`;
  if (fraction === 0) return `${whole}${space}€`;
  return `${whole},${fraction < 10 ? "0" : ""}${fraction}${space}€`;
}

/** « 3 mars 2026 », « 1er mai 2026 ». */
export function sayDay(day: Day): string {
  const date = Number(day.slice(8));
  return `${date === 1 ? "1er" : date} ${months[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`;
}

/** « 1 200 », « 2,5 ». */
export function sayNumber(value: number): string {
  if (Number.isInteger(value) && value >= 0) return grouped(value);
  // Days come in halves: no need to write the number in decimals to find its comma.
  const below = Math.floor(value);
  if (value > 0 && value - below === 0.5) return `${grouped(below)},5`;
  const [whole = "0", fraction] = String(Math.abs(value)).split(".");
  return `${value < 0 ? "−" : ""}${grouped(Number(whole))}${fraction === undefined ? "" : `,${fraction}`}`;
}

/** « 1 jour », « 2,5 jours ». */
export function sayDays(value: number): string {
  return `${sayNumber(value)}${space}${value >= 2 ? "jours" : "jour"}`;
}

/** « 12,5 % » of a part from 0 to 1. */
export function sayShare(part: number): string {
  return `${sayNumber(Math.round(part * 1_000_000) / 10_000)}${space}%`;
}

/** A value in French by its kind; options give the words of choices; « non renseigné » where unknown. */
export function say(kind: ScalarKind, value: Value | null, options?: Readonly<Record<string, string>>): string {
  if (value === null) return "non renseigné";
  if (Array.isArray(value)) {
    if (value.length === 0) return "aucun";
    return value.map((item) => (typeof item === "string" ? (options?.[item] ?? item) : "")).join(", ");
  }
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") {
    if (kind === "share") return sayShare(value);
    return kind === "money" ? sayMoney(value as Money) : kind === "days" ? sayDays(value) : sayNumber(value);
  }
  if (typeof value === "string") return kind === "day" ? sayDay(value as Day) : (options?.[value] ?? value);
  return "";
}
