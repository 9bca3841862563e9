import { type Advice, type Dimension, type Instrument, type Level, type Levels, middleOf } from "#policy/index.ts";
import { daysUntil } from "#src/ui/index.ts";

/** What one person of the organisation found. */
export interface AssessmentResponse {
  readonly personId: string | null;
  /** Empty once the account is gone. */
  readonly name: string;
  readonly levels: Levels;
}

/** Answers given together: one look at the organisation. */
export interface AssessmentRound {
  readonly id: string;
  /** ISO day. */
  readonly openedOn: string;
  readonly responses: readonly AssessmentResponse[];
}

/** For so many days, whoever answers joins the same round; later a new one opens. */
export const ROUND_DAYS = 60;

/** The round that an answer of today joins, or null: the newest first in `rounds`. */
export function roundOn(rounds: readonly AssessmentRound[], today: string): AssessmentRound | null {
  const [latest] = rounds;
  return latest !== undefined && daysUntil(today, latest.openedOn) < ROUND_DAYS ? latest : null;
}

/** The levels of an organisation: for each dimension the middle of what its people found. */
export function levelsOfRound({ dimensions }: Instrument, responses: readonly { readonly levels: Levels }[]): Levels {
  return Object.fromEntries(
    dimensions.map(({ id }) => [id, middleOf(responses.flatMap(({ levels }) => levels[id] ?? []))]),
  );
}

/** Mean levels of many organisations, without a name; a dimension that too few answered is absent. */
export interface Average {
  readonly organisations: number;
  readonly levels: Readonly<Record<string, number>>;
}

/** Under this many organisations a mean would tell of some of them. */
export const FEWEST_COMPARED = 10;

export function averageOf(instrument: Instrument, organisations: readonly Levels[]): Average | null {
  if (organisations.length < FEWEST_COMPARED) return null;
  const levels: Record<string, number> = {};
  for (const { id } of instrument.dimensions) {
    const known = organisations.flatMap((one) => one[id] ?? []);
    if (known.length >= FEWEST_COMPARED) levels[id] = known.reduce<number>((sum, one) => sum + one, 0) / known.length;
  }
  return { organisations: organisations.length, levels };
}

/** One line of the picture. */
export interface DimensionResult {
  readonly dimension: Dimension;
  readonly now: Level | null;
  readonly before: Level | null;
  readonly average: number | null;
  /** The lowest and the highest that somebody found, where they differ. */
  readonly spread: readonly [Level, Level] | null;
}

export interface Compared {
  readonly now: Levels;
  readonly before?: Levels | undefined;
  readonly average?: Average | null | undefined;
  readonly responses?: readonly AssessmentResponse[] | undefined;
}

export function resultsOf(instrument: Instrument, compared: Compared): readonly DimensionResult[] {
  return instrument.dimensions.map((dimension) => {
    const { id } = dimension;
    const found = (compared.responses ?? []).flatMap(({ levels }) => levels[id] ?? []).sort((a, b) => a - b);
    const [lowest, highest] = [found[0], found.at(-1)];
    const differ = lowest !== undefined && highest !== undefined && lowest !== highest;
    return {
      dimension,
      now: compared.now[id] ?? null,
      before: compared.before?.[id] ?? null,
      average: compared.average?.levels[id] ?? null,
      spread: differ ? [lowest, highest] : null,
    };
  });
}

/** From the weakest dimension to the strongest; those that were not answered are left out. */
function fromWeakest(results: readonly DimensionResult[]): readonly (DimensionResult & { readonly now: Level })[] {
  const answered = results.flatMap((one) => (one.now === null ? [] : [{ ...one, now: one.now }]));
  return answered.sort((a, b) => a.now - b.now);
}

const ORGANISED = 3;

/** Two sentences at most: what is strong, what is next. */
export function headlineOf(results: readonly DimensionResult[]): readonly string[] {
  const ranked = fromWeakest(results);
  const [weakest, strongest] = [ranked[0], ranked.at(-1)];
  if (weakest === undefined || strongest === undefined) return ["Répondez à quelques questions pour voir le résultat."];
  if (strongest.now === weakest.now) {
    return [strongest.now >= ORGANISED ? "Vous avancez d’un même pas partout." : "Vous êtes au début du chemin."];
  }
  const next = weakest.now < ORGANISED ? weakest.dimension.gap : `${weakest.dimension.name} : encore un pas.`;
  return strongest.now >= ORGANISED ? [strongest.dimension.strength, next] : ["Vous êtes au début du chemin.", next];
}

/** How many dimensions moved since the round before, each way. */
export function movesOf(results: readonly DimensionResult[]): {
  readonly compared: number;
  readonly up: number;
  readonly down: number;
} {
  const compared = results.flatMap(({ now, before }) => (now === null || before === null ? [] : [now - before]));
  return {
    compared: compared.length,
    up: compared.filter((move) => move > 0).length,
    down: compared.filter((move) => move < 0).length,
  };
}

export interface NextStep {
  readonly dimension: Dimension;
  readonly advice: Advice;
}

const STEPS = 3;

/** Three steps that fit, the weakest dimensions first, and never twice towards the same place. */
export function nextSteps(results: readonly DimensionResult[]): readonly NextStep[] {
  const steps: NextStep[] = [];
  const ranked = fromWeakest(results);
  const rank = Math.max(...ranked.map(({ dimension }) => dimension.advice.length), 0);
  for (let at = 0; at < rank; at++) {
    for (const { dimension, now } of ranked) {
      const advice = dimension.advice.filter((one) => now <= one.upTo)[at];
      if (advice === undefined || steps.length === STEPS) continue;
      const isThere = steps.some((one) => JSON.stringify(one.advice.leadsTo) === JSON.stringify(advice.leadsTo));
      if (!isThere) steps.push({ dimension, advice });
    }
  }
  return steps;
}
