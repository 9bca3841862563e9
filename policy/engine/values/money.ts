declare const unit: unique symbol;

/** A whole number of euro cents. Made with `cents` or `euros`, so that days or counts cannot pass for money. */
export type Money = number & { readonly [unit]: "cents" };

/** A number that is no amount: money does not pass for one. */
export type PlainNumber = number & { readonly [unit]?: never };

/** An amount given in cents. Throws on a fraction: that is a bug, amounts are truncated before. */
export function cents(amount: number): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of cents: ${amount}`);
  return amount as Money;
}

/** An amount given in whole euros. */
export function euros(amount: number): Money {
  return cents(amount * 100);
}

/** A share in basis points (7 000 = 70 %), truncated to the cent so that it never exceeds its rate. */
export function shareOf(amount: Money, basisPoints: number): Money {
  return cents(Math.floor((amount * basisPoints) / 10_000));
}

/** A part from 0 to 1, of six decimals at most, of an amount: exact, then truncated to the cent. */
export function portionOf(amount: Money, part: number): Money {
  const millionths = Math.round(part * 1_000_000);
  const whole = Math.floor(amount / 1_000_000);
  // Split, so that no product leaves the whole numbers that a float holds.
  return cents(whole * millionths + Math.floor(((amount - whole * 1_000_000) * millionths) / 1_000_000));
}

/** So many of all the days, truncated to the cent: exact for any amount. */
export function proRata(amount: Money, days: number, ofDays: number): Money {
  const rest = amount % ofDays;
  return cents(((amount - rest) / ofDays) * days + Math.floor((rest * days) / ofDays));
}

/** Shares of a whole in basis points that always add up to all of it: the largest remainders take what is left. */
export function partsOf(amounts: readonly number[]): readonly number[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total <= 0) return amounts.map(() => 0);
  const exact = amounts.map((amount) => (BigInt(amount) * 10_000n) / BigInt(total));
  const left = amounts.map((amount) => (BigInt(amount) * 10_000n) % BigInt(total));
  const parts = exact.map(Number);
  const byRemainder = left.map((_, index) => index).sort((a, b) => Number((left[b] ?? 0n) - (left[a] ?? 0n)));
  const missing = 10_000 - parts.reduce((sum, part) => sum + part, 0);
  for (const index of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

const decimal = /^\d{1,12}(?:\.\d{1,2})?$/;

/** Reads `"1100.00"` (euros, at most two decimals, not negative); null where it is not that. */
export function parseDecimalMoney(text: string): Money | null {
  if (!decimal.test(text)) return null;
  const [whole = "", fraction = ""] = text.split(".");
  return cents(Number(whole) * 100 + Number(fraction.padEnd(2, "0")));
}

/** Writes `"1100.00"`, the way amounts travel in JSON. */
export function toDecimal(amount: Money): string {
  const sign = amount < 0 ? "-" : "";
  const absolute = Math.abs(amount);
  return `${sign}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, "0")}`;
}
