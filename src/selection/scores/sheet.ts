import { countedOn, gridLines, type OpenScheme } from "#policy/index.ts";
import type { SheetLine } from "../candidate.ts";

/** What an assessor typed of one line. */
export interface TypedLine {
  readonly line: string;
  readonly mark: string;
  readonly reason: string;
  readonly strength: string;
  readonly question: string;
}

const LONGEST = 2_000;

/** What was typed of a sheet, read: every line that says something, and what cannot be kept, by field. */
export function readSheet(
  scheme: Pick<OpenScheme, "grid">,
  typed: readonly TypedLine[],
): { readonly lines: readonly SheetLine[]; readonly errors: ReadonlyMap<string, string> } {
  const errors = new Map<string, string>();
  const known = new Set(gridLines(scheme.grid).map(({ id }) => id));
  const lines = typed
    .filter(({ line }) => known.has(line))
    .map((one): SheetLine => {
      const { line, reason, strength, question } = one;
      for (const field of ["reason", "strength", "question"] as const) {
        if (one[field].length > LONGEST) errors.set(`${field}.${line}`, "2\u202f000 caractères au plus.");
      }
      return { line, reason, strength, question, ...markOf(scheme, one, errors) };
    });
  return { lines, errors };
}

function markOf({ grid }: Pick<OpenScheme, "grid">, { line, mark }: TypedLine, errors: Map<string, string>) {
  if (mark === "") return { mark: null, answer: null };
  if (grid.kind === "judged") {
    const answers = grid.lines.find(({ id }) => id === line)?.answers ?? {};
    if (mark in answers) return { mark: null, answer: mark };
    errors.set(`mark.${line}`, "Choisissez une des réponses.");
    return { mark: null, answer: null };
  }
  const value = Number(mark);
  if (Number.isInteger(value) && value >= 0 && value <= grid.scale.most) return { mark: value, answer: null };
  errors.set(`mark.${line}`, `Choisissez une note de 0 à ${grid.scale.most}.`);
  return { mark: null, answer: null };
}

/**
 * What a sheet lacks before it is sent: a mark and its justification, line by line; on a line that counts answers, a mark
 * that those given allow.
 */
export function lacksOf(
  scheme: Pick<OpenScheme, "grid">,
  lines: readonly SheetLine[],
  given: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const lacks = new Map<string, string>();
  for (const [id, why] of beyondCount(scheme, lines, given)) lacks.set(`mark.${id}`, why);
  for (const { id, title } of gridLines(scheme.grid)) {
    const said = lines.find(({ line }) => line === id);
    if (said === undefined || (said.mark === null && said.answer === null)) {
      lacks.set(
        `mark.${id}`,
        scheme.grid.kind === "scored" ? `${title}\u00a0: donnez une note.` : `${title}\u00a0: répondez.`,
      );
    }
    if ((said?.reason ?? "") === "") lacks.set(`reason.${id}`, `${title}\u00a0: justifiez.`);
  }
  return lacks;
}

/** Lines marked above 0 where the answers hold too few of what they count. */
function beyondCount(
  { grid }: Pick<OpenScheme, "grid">,
  lines: readonly SheetLine[],
  given: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  const all = grid.kind === "scored" ? grid.headings.flatMap((heading) => heading.lines) : [];
  return all.flatMap((line) => {
    const counted = countedOn(line, given);
    const mark = lines.find((one) => one.line === line.id)?.mark ?? 0;
    if (counted === null || counted.isEnough || mark === 0) return [];
    const found =
      counted.found.length === 0 ? "rien n’est justifié" : `un seul point est justifié (${counted.found.join(", ")})`;
    return [[line.id, `${line.title}\u00a0: au dossier, ${found}. Plusieurs seulement comptent\u00a0: la note est 0.`]];
  });
}
