import { gridLines, type OpenScheme } from "#policy/index.ts";
import { activeSheets, areIn, type Candidate } from "./candidate.ts";
import { drawLine, type Envelope, type FundedLine } from "./ranking/line.ts";
import { type Ranked, rankOf, type TieRule } from "./ranking/rank.ts";
import { alphaOf } from "./scores/agreement.ts";
import { asksConsensus, type Gaps, gapsOf, marksOf, type Sheet } from "./scores/gaps.ts";
import { type JudgedLine, judgedOf } from "./scores/judged.ts";
import { type Score, scoreOf, type WeighedLine } from "./scores/score.ts";
import { type Severity, severitiesOf } from "./scores/severity.ts";

/** What a call says of its selection, read once. */
export interface Rules {
  readonly scheme: OpenScheme;
  /** The lines of a grid that is marked, with the weights of the call; none where it is judged in words. */
  readonly lines: readonly WeighedLine[];
  /** The highest mark; null where the grid is judged in words. */
  readonly most: number | null;
  /** Lines that the text puts above others. */
  readonly central: readonly WeighedLine[];
  /** The heading that holds them, as the scheme calls it. */
  readonly centralTitle: string;
  readonly assessors: number;
  /** In points out of a hundred; null where any gap may stand. */
  readonly conflictLimit: number | null;
  readonly threshold: number | null;
  readonly tieRule: TieRule;
  readonly envelopes: readonly Envelope[];
  /** Codes of the bodies that instruct with the funder. */
  readonly bodies: readonly string[];
}

/** Why a file cannot be ranked yet. */
export type Waits = "admission" | "assessors" | "sheets" | "consensus" | null;

/** Where one file stands among its marks. */
export interface CandidateStanding {
  readonly candidate: Candidate;
  readonly waits: Waits;
  readonly score: Score | null;
  /** What it is worth on the lines that the text puts above others, alone. */
  readonly central: Score | null;
  readonly gaps: Gaps | null;
  /** In a grid judged in words: each line, once all the sheets are in. */
  readonly judgements: readonly JudgedLine[];
  /** Under the call's threshold, or with a criterion that is not met. */
  readonly isBelow: boolean;
}

export interface CallStanding {
  readonly files: readonly CandidateStanding[];
  /** Files that can be ranked, in their order. */
  readonly ranked: readonly (CandidateStanding & Ranked)[];
  /** What the envelopes fund of them; those below the threshold stand out of it. */
  readonly line: FundedLine;
  readonly alpha: number | null;
  readonly severities: readonly Severity[];
}

/** States in which a file is before the committee, or past it. */
const JUDGED = ["scored", "ranked", "selected", "in-reserve", "not-selected"];
const ADMITTED = ["admitted", ...JUDGED];

/** All that follows from the marks of a call: scores, gaps, agreement, ranking, and where the money ends. */
export function standingOf(rules: Rules, candidates: readonly Candidate[]): CallStanding {
  const files = candidates.map((candidate) => candidateStanding(rules, candidate));
  const ready = files.filter(({ waits, candidate }) => waits === null || JUDGED.includes(candidate.state));
  const byId = new Map(ready.map((file) => [file.candidate.id, file]));
  const ranks = rankOf(
    ready.map((file) => toRank(file)),
    rules.tieRule,
  );
  const ranked = ranks.flatMap((rank) => {
    const file = byId.get(rank.id);
    return file === undefined ? [] : [{ ...file, ...rank }];
  });
  const compared = files.map(({ candidate }) => sheetsOf(candidate, rules).filter(({ marks }) => marks.size > 0));
  return {
    files,
    ranked,
    line: drawLine(
      ranked.filter(({ isBelow }) => !isBelow).map(({ id, candidate }) => ({ id, asks: candidate.asks })),
      rules.envelopes,
    ),
    alpha: alphaOf(unitsOf(rules, compared)),
    severities: severitiesOf(compared),
  };
}

/** Where one file stands. */
export function candidateStanding(rules: Rules, candidate: Candidate): CandidateStanding {
  const { most, lines } = rules;
  const isIn = areIn(candidate, rules.assessors);
  const sheets = isIn ? sheetsOf(candidate, rules) : [];
  const judgements = most === null && isIn ? judgedOf(gridLines(rules.scheme.grid), candidate) : [];
  const gaps = most === null || !isIn ? null : gapsOf(lines, most, sheets);
  const settled = new Map(
    candidate.consensus.flatMap(({ line, mark }) => (mark === null ? [] : [[line, mark] as const])),
  );
  const worth = (of: readonly WeighedLine[]) =>
    most === null || !isIn ? null : scoreOf(of, most, marksOf(sheets, settled));
  const score = worth(lines);
  const parted = gaps !== null && asksConsensus(gaps, rules.conflictLimit) && candidate.consensus.length === 0;
  const unsettled = judgements.some(({ answer }) => answer === null);
  return {
    candidate,
    score,
    central: worth(rules.central),
    gaps,
    judgements,
    waits: waitsFor(rules, candidate, isIn, parted || unsettled),
    isBelow:
      (score !== null && rules.threshold !== null && score.total * 100 < rules.threshold * score.most) ||
      judgements.some(({ isMet }) => isMet === false),
  };
}

function waitsFor(rules: Rules, candidate: Candidate, isIn: boolean, parts: boolean): Waits {
  if (!ADMITTED.includes(candidate.state)) return "admission";
  if (activeSheets(candidate).length < rules.assessors) return "assessors";
  if (!isIn) return "sheets";
  return parts ? "consensus" : null;
}

/** The marks of the sheets of a file that may be compared. */
function sheetsOf(candidate: Candidate, rules: Rules): readonly Sheet[] {
  if (!areIn(candidate, rules.assessors)) return [];
  return activeSheets(candidate).map(({ person, lines }) => ({
    assessor: person,
    marks: new Map(lines.flatMap(({ line, mark }) => (mark === null ? [] : [[line, mark] as const]))),
  }));
}

function toRank({ candidate, score, central }: CandidateStanding) {
  return {
    id: candidate.id,
    score: score?.total ?? null,
    central: central?.total ?? 0,
    asked: candidate.asks[0]?.amount ?? 0,
    filedAt: candidate.submittedAt,
    place: candidate.place,
  };
}

/** One unit a line of a file: the marks that it was given. */
function unitsOf(rules: Rules, files: readonly (readonly Sheet[])[]): readonly (readonly number[])[] {
  return files.flatMap((sheets) => rules.lines.map(({ id }) => sheets.flatMap(({ marks }) => marks.get(id) ?? [])));
}
