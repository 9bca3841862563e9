import { gridLines, type OpenScheme } from "#policy/index.ts";
import type { AddedPaper, GridLayer, PapersLayer } from "#src/schemes/index.ts";
import { oneLine } from "#text/index.ts";

/** Papers that a layer may add to a scheme. */
export const MOST_ADDED = 5;
const LONGEST = { label: 160, hint: 400, question: 400 } as const;

/** Reads one text of a form by its name. */
export type ReadText = (name: string) => string;
type Errors = Record<string, string>;

/** The layer of papers as typed over the scheme's own folder: only words that differ are kept. */
export function readPapers(
  own: OpenScheme,
  read: ReadText,
): { readonly layer: PapersLayer; readonly errors: Readonly<Errors> } {
  const errors: Errors = {};
  const worded: Record<string, { label?: string; hint?: string }> = {};
  for (const paper of own.form.documents) {
    const label = short(read, `piece-${paper.id}-nom`, LONGEST.label, errors);
    const hint = short(read, `piece-${paper.id}-aide`, LONGEST.hint, errors);
    if (label === "") errors[`piece-${paper.id}-nom`] = "Gardez un nom : une pièce du dispositif ne se retire pas.";
    const words = {
      ...(label === paper.label || label === "" ? null : { label }),
      ...(hint === (paper.hint ?? "") ? null : { hint }),
    };
    if (Object.keys(words).length > 0) worded[paper.id] = words;
  }
  const added: AddedPaper[] = [];
  for (let place = 1; place <= MOST_ADDED; place += 1) {
    const label = short(read, `ajout-${place}-nom`, LONGEST.label, errors);
    const hint = short(read, `ajout-${place}-aide`, LONGEST.hint, errors);
    if (label === "") continue;
    added.push({ id: `service-${place}`, label, hint, mandatory: read(`ajout-${place}-obligatoire`) !== "" });
  }
  return { layer: { worded, added }, errors };
}

/** The layer of the grid as typed: words, and weights of a scored grid. */
export function readGrid(
  own: OpenScheme,
  read: ReadText,
): { readonly layer: GridLayer; readonly errors: Readonly<Errors> } {
  const errors: Errors = {};
  const lines: Record<string, { title?: string; question?: string; hint?: string; weight?: number }> = {};
  for (const line of gridLines(own.grid)) {
    const title = short(read, `ligne-${line.id}-titre`, LONGEST.label, errors);
    const question = short(read, `ligne-${line.id}-question`, LONGEST.question, errors);
    if (title === "") errors[`ligne-${line.id}-titre`] = "Gardez un titre : une ligne ne se retire pas.";
    if (question === "") errors[`ligne-${line.id}-question`] = "Gardez une question.";
    const weight = "weight" in line ? weightOf(read(`ligne-${line.id}-poids`), `ligne-${line.id}-poids`, errors) : null;
    const words = {
      ...(title === line.title || title === "" ? null : { title }),
      ...(question === line.question || question === "" ? null : { question }),
      ...(weight === null || !("weight" in line) || weight === line.weight ? null : { weight }),
    };
    if (Object.keys(words).length > 0) lines[line.id] = words;
  }
  bounds(own, lines, errors);
  return { layer: { lines }, errors };
}

/** What the text makes of a weight stays: above zero, or the highest of all. */
function bounds(own: OpenScheme, lines: GridLayer["lines"], errors: Errors): void {
  if (own.grid.kind !== "scored") return;
  const all = own.grid.headings.flatMap((heading) => heading.lines);
  const weight = (line: (typeof all)[number]) => lines[line.id]?.weight ?? line.weight;
  const most = Math.max(...all.map(weight));
  for (const line of all) {
    if (line.must === "positive" && weight(line) <= 0)
      errors[`ligne-${line.id}-poids`] = "Le texte veut que cette ligne compte.";
    if (line.must === "highest" && weight(line) < most)
      errors[`ligne-${line.id}-poids`] = "Le texte veut que cette ligne pèse le plus.";
  }
}

function weightOf(typed: string, name: string, errors: Errors): number | null {
  if (/^\d{1,3}$/.test(typed)) return Number(typed);
  errors[name] = "Donnez un poids, de 0 à 999.";
  return null;
}

function short(read: ReadText, name: string, most: number, errors: Errors): string {
  const typed = oneLine(read(name));
  if (typed.length > most) errors[name] = `${most} caractères au plus.`;
  return typed;
}
