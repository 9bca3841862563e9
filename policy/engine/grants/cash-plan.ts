/** Money of one month, in whole cents. */
export interface CashMonth {
  /** `2026-09`. */
  readonly month: string;
  readonly out: number;
  readonly in: number;
  /** What is left at the end of the month; below zero, what must be found. */
  readonly balance: number;
}

export interface CashPlan {
  readonly months: readonly CashMonth[];
  /** The most that is missing at the end of a month; null where nothing ever is. */
  readonly gap: { readonly month: string; readonly amount: number } | null;
}

/** A payment on its day, or spread evenly over the months of a stretch. Days are ISO; amounts in cents. */
export type Movement = { readonly amount: number } & (
  | { readonly on: string }
  | { readonly from: string; readonly to: string }
);

/** The plan of cash by month, from the first movement to the last, none left out. Null where there is none. */
export function cashPlan(atStart: number, out: readonly Movement[], paidIn: readonly Movement[]): CashPlan | null {
  const going = byMonth(out);
  const coming = byMonth(paidIn);
  const known = [...going.keys(), ...coming.keys()].sort();
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  const months: CashMonth[] = [];
  let balance = atStart;
  let gap: CashPlan["gap"] = null;
  for (const month of monthsBetween(first, last)) {
    const spent = going.get(month) ?? 0;
    const received = coming.get(month) ?? 0;
    balance += received - spent;
    months.push({ month, out: spent, in: received, balance });
    if (balance < 0 && (gap === null || -balance > gap.amount)) gap = { month, amount: -balance };
  }
  return { months, gap };
}

function byMonth(movements: readonly Movement[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (month: string, amount: number) => sums.set(month, (sums.get(month) ?? 0) + amount);
  for (const one of movements) {
    if ("on" in one) {
      add(one.on.slice(0, 7), one.amount);
      continue;
    }
    const months = monthsBetween(one.from.slice(0, 7), one.to.slice(0, 7));
    // The cents that do not divide are paid with the last month: the sum is the amount.
    const each = Math.floor(one.amount / months.length);
    for (const month of months) add(month, each);
    add(months.at(-1) ?? one.from.slice(0, 7), one.amount - each * months.length);
  }
  return sums;
}

/** Every month from one to another, both included. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  let [year, month] = first.split("-").map(Number) as [number, number];
  for (;;) {
    const name = `${year}-${String(month).padStart(2, "0")}`;
    if (name > last && months.length > 0) return months;
    months.push(name);
    if (name >= last) return months;
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

/** The month that comes so many months after a day. */
export function monthsAfter(day: string, count: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const at = year * 12 + (month - 1) + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
}
