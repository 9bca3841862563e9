/** What a file asks of one funder, in cents. */
export interface Ask {
  readonly funder: string;
  readonly amount: number;
}

/** What a funder may commit in a year, in cents. */
export interface Envelope {
  readonly funder: string;
  readonly year: number;
  readonly amount: number;
}

export interface Drawn extends Envelope {
  readonly used: number;
  readonly left: number;
}

/** What one file takes of one year of one funder. */
export interface Taken {
  readonly funder: string;
  readonly year: number;
  readonly amount: number;
}

/** Where the money ends. */
export interface FundedLine {
  /** Those above the line, in their order. */
  readonly funded: readonly { readonly id: string; readonly takes: readonly Taken[] }[];
  /** The first one under it, with what it lacks of which funder; null where all are funded. */
  readonly stopped: { readonly id: string; readonly funder: string; readonly lacks: number } | null;
  readonly envelopes: readonly Drawn[];
}

/**
 * Funds files in their order until one does not fit: none is passed over for a smaller one behind it. A funder's years
 * are drawn one after the other; a funder who gave no envelope bounds nothing. More money never takes a file out.
 */
export function drawLine(
  ranked: readonly { readonly id: string; readonly asks: readonly Ask[] }[],
  envelopes: readonly Envelope[],
): FundedLine {
  const pots = [...envelopes]
    .sort((a, b) => (a.funder === b.funder ? a.year - b.year : a.funder < b.funder ? -1 : 1))
    .map(({ funder, year, amount }) => ({ funder, year, amount, left: Math.max(0, amount) }));
  const funded: { id: string; takes: readonly Taken[] }[] = [];
  let stopped: FundedLine["stopped"] = null;
  for (const { id, asks } of ranked) {
    const short = asks.map(({ funder, amount }) => ({ funder, lacks: amount - leftOf(pots, funder) }));
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

interface Pot {
  readonly funder: string;
  readonly year: number;
  left: number;
}

/** What a funder still has, all years together; without end where they gave no envelope. */
function leftOf(pots: readonly Pot[], funder: string): number {
  const own = pots.filter((pot) => pot.funder === funder);
  return own.length === 0 ? Number.POSITIVE_INFINITY : own.reduce((sum, { left }) => sum + left, 0);
}

function take(pots: readonly Pot[], { funder, amount }: Ask): readonly Taken[] {
  const takes: Taken[] = [];
  let rest = amount;
  for (const pot of pots) {
    const part = pot.funder === funder ? Math.min(rest, pot.left) : 0;
    if (part === 0) continue;
    pot.left -= part;
    rest -= part;
    takes.push({ funder, year: pot.year, amount: part });
  }
  return takes;
}
