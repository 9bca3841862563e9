import { cents, type Money } from "#policy/index.ts";
import { plainWidth } from "#text/index.ts";

/** « 1 200,50 € » → cents; undefined where it is no amount that one can pay. */
export function readEuros(typed: string): Money | undefined {
  const plain = plainWidth(typed)
    .replace(/[\s\u00a0\u202f€]/g, "")
    .replace(",", ".");
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(plain)) return undefined;
  const [whole = "0", fraction = ""] = plain.split(".");
  return cents(Number(whole) * 100 + Number(fraction.padEnd(2, "0")));
}

/** « 50 % », « 12,5 » → basis points; null where it is not between 0 and 100. */
export function readPercent(typed: string): number | null {
  const plain = plainWidth(typed)
    .replace(/[\s\u00a0\u202f%]/g, "")
    .replace(",", ".");
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return null;
  const points = Math.round(Number(plain) * 100);
  return points > 10_000 ? null : points;
}

/** « 7 », « 3,5 » → hours; null where it is no length of a course. */
export function readHours(typed: string): number | null {
  const plain = plainWidth(typed)
    .replace(/[\s\u00a0\u202f]|h(eures?)?/g, "")
    .replace(",", ".");
  if (!/^\d{1,4}(\.\d)?$/.test(plain)) return null;
  return Number(plain) > 0 ? Number(plain) : null;
}
