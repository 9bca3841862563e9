import type { GridLine } from "#policy/index.ts";
import { activeSheets, type Candidate } from "../candidate.ts";

/** What the assessors of a file say of a line that is judged in words. */
export interface JudgedLine {
  readonly line: string;
  readonly title: string;
  /** Null where they part and nothing settles it. */
  readonly answer: string | null;
  /** Null as long as there is no one answer. */
  readonly isMet: boolean | null;
}

/** The answer that says that a criterion is not met. */
const NOT_MET = "insufficient";

/** One answer a line: the same on every sheet, or what the consensus says in their place. */
export function judgedOf(
  lines: readonly Pick<GridLine, "id" | "title">[],
  candidate: Pick<Candidate, "sheets" | "consensus">,
): readonly JudgedLine[] {
  const sheets = activeSheets(candidate);
  return lines.map(({ id, title }) => {
    const settled = candidate.consensus.find(({ line }) => line === id)?.answer;
    const said = new Set(sheets.map((sheet) => sheet.lines.find(({ line }) => line === id)?.answer ?? null));
    const [only = null] = said;
    const answer = settled ?? (said.size === 1 ? only : null);
    return { line: id, title, answer, isMet: answer === null ? null : answer !== NOT_MET };
  });
}
