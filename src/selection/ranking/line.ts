/** What an envelope pays where the call divides it: running costs, or investments. */
export type EnvelopePart = "running" | "investment";

/** What a file asks of one funder, in cents. */
export interface Ask {
  readonly funder: string;
  readonly amount: number;
  /** How much of it is for investments; the rest is for running costs. */
  readonly investment?: number;
}

/** What a funder may commit in a year, in cents. */
export interface Envelope {
  readonly funder: string;
  readonly year: number;
  /** Null where it pays both. */
  readonly section: EnvelopePart | null;
  readonly amount: number;
}

export interface Drawn extends Envelope {
  readonly used: number;
  readonly left: number;
}

/** What one file takes of one envelope. */
export type Taken = Envelope;

/** Where the money ends. */
export interface FundedLine {
  /** Those above the line, in their order. */
  readonly funded: readonly { readonly id: string; readonly takes: readonly Taken[] }[];
  /** The first one under it, with what it lacks of which funder, and of which part alone; null where all are funded. */
  readonly stopped: ({ readonly id: string; readonly funder: string } & Short) | null;
  readonly envelopes: readonly Drawn[];
}

interface Short {
  readonly lacks: number;
  readonly section: EnvelopePart | null;
}

/**
 * Funds files in their order until one does not fit: none is passed over for a smaller one behind it. A funder's years
 * are drawn one after the other, what pays one part alone before what pays both; a funder who gave no envelope bounds
 * nothing. More money never takes a file out.
 */
export function drawLine(
  ranked: readonly { readonly id: string; readonly asks: readonly Ask[] }[],
  envelopes: readonly Envelope[],
): FundedLine {
  const pots: readonly Pot[] = [...envelopes].sort(inOrder).map((one) => ({ ...one, left: Math.max(0, one.amount) }));
  const funded: { id: string; takes: readonly Taken[] }[] = [];
  let stopped: FundedLine["stopped"] = null;
  for (const { id, asks } of ranked) {
    const short = asks.map((ask) => ({ funder: ask.funder, ...shortOf(pots, ask) }));
    const lacking = short.find(({ lacks }) => lacks > 0);
    if (lacking !== undefined) {
      stopped = { id, ...lacking };
      break;
    }
    funded.push({ id, takes: asks.flatMap((ask) => take(pots, ask)) });
  }
  const drawn = pots.map(({ left, ...pot }) => ({ ...pot, used: pot.amount - left, left }));
  return { funded, stopped, envelopes: drawn };
}

interface Pot extends Envelope {
  left: number;
}

const PARTS = ["running", "investment"] as const;

/** By funder, then by year, what pays both last. */
function inOrder(a: Envelope, b: Envelope): number {
  if (a.funder !== b.funder) return a.funder < b.funder ? -1 : 1;
  return a.year - b.year || placeOf(a) - placeOf(b);
}

function placeOf({ section }: Envelope): number {
  return section === null ? PARTS.length : PARTS.indexOf(section);
}

function partOf({ amount, investment = 0 }: Ask, part: EnvelopePart): number {
  return part === "investment" ? investment : amount - investment;
}

/** What a funder lacks for an ask, all years together: what its own parts do not hold must fit in what pays both. */
function shortOf(pots: readonly Pot[], ask: Ask): Short {
  if (!pots.some(({ funder }) => funder === ask.funder)) return { lacks: 0, section: null };
  const over = PARTS.map((section) => ({
    section,
    lacks: Math.max(0, partOf(ask, section) - leftOf(pots, ask.funder, section)),
  })).filter(({ lacks }) => lacks > 0);
  const lacks = over.reduce((sum, one) => sum + one.lacks, 0) - leftOf(pots, ask.funder, null);
  const isDivided = pots.some(({ funder, section }) => funder === ask.funder && section !== null);
  return { lacks, section: isDivided && over.length === 1 ? (over[0]?.section ?? null) : null };
}

function leftOf(pots: readonly Pot[], funder: string, section: EnvelopePart | null): number {
  return pots.reduce((sum, pot) => (pot.funder === funder && pot.section === section ? sum + pot.left : sum), 0);
}

function take(pots: readonly Pot[], ask: Ask): readonly Taken[] {
  const takes: Taken[] = [];
  for (const part of PARTS) {
    let rest = partOf(ask, part);
    for (const section of [part, null]) {
      for (const pot of pots) {
        const taken = pot.funder === ask.funder && pot.section === section ? Math.min(rest, pot.left) : 0;
        if (taken === 0) continue;
        pot.left -= taken;
        rest -= taken;
        takes.push({ funder: pot.funder, year: pot.year, section, amount: taken });
      }
    }
  }
  return gathered(takes);
}

/** One line an envelope: both parts may draw on the same. */
function gathered(takes: readonly Taken[]): readonly Taken[] {
  const found = new Map<string, Taken>();
  for (const one of takes) {
    const key = keyOf(one);
    found.set(key, { ...one, amount: one.amount + (found.get(key)?.amount ?? 0) });
  }
  return [...found.values()];
}

/** One name for one envelope. */
export function keyOf({ funder, year, section }: Omit<Envelope, "amount">): string {
  return [funder, year, ...(section === null ? [] : [section])].join(".");
}
