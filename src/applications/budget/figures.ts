import {
  type Assessment,
  type Day,
  type GrantedAid,
  type LineResult,
  type OpenScheme,
  type Value,
  type Values,
  valueAtPath,
} from "#policy/index.ts";
import { formatChoices } from "#src/ui/index.ts";
import { sameWords } from "./cells.ts";
import type { BudgetTable } from "./table.ts";

/** What the rules say of a budget while it is being written. */
export interface BudgetFigures {
  /** Of the lines that have an amount: those that wait for one do not hold the others back. */
  readonly assessment: Assessment;
  /** By the line's path. */
  readonly lines: ReadonlyMap<string, LineResult>;
  /** How many lines wait for an amount, and count for nothing meanwhile. */
  readonly waiting: number;
}

/**
 * The figures of a budget being written. A file whose line has no amount has no figures at all; who writes wants those
 * of the other lines, so the line is set aside here, and here alone.
 */
export function figuresWhileWriting(
  table: BudgetTable,
  scheme: OpenScheme,
  answers: Values,
  of: { readonly today: Day; readonly grantedAids: readonly GrantedAid[]; readonly assessment?: Assessment },
): BudgetFigures {
  const { assessment: known, ...asked } = of;
  const context = { ...asked, withoutDoubts: true } as const;
  const whole = known ?? scheme.evaluate(answers, context);
  const lines = new Map(whole.costs.map((line) => [line.path, line]));
  const priced = whole.costs.filter(({ cost }) => cost !== null);
  const waiting = whole.costs.length - priced.length;
  if (waiting === 0 || priced.length === 0) return { assessment: whole, lines, waiting };
  const list = valueAtPath(answers, table.path);
  if (!Array.isArray(list)) return { assessment: whole, lines, waiting };
  const kept = priced.map(({ index }) => (list as readonly Value[])[index] as Values);
  const assessment = scheme.evaluate(withList(answers, table.path.split("."), kept), context);
  for (const [at, { path }] of priced.entries()) {
    const line = assessment.costs[at];
    if (line !== undefined) lines.set(path, { ...line, path });
  }
  return { assessment, lines, waiting };
}

function withList(values: Values, [name = "", ...deeper]: readonly string[], list: readonly Values[]): Values {
  if (deeper.length === 0) return { ...values, [name]: list };
  return { ...values, [name]: withList((values[name] ?? {}) as Values, deeper, list) };
}

/** The names that a field of a line may take: those of the list that it names. */
export function namesFor(table: BudgetTable, field: string, answers: Values): readonly string[] | null {
  const naming = table.sheet.naming?.find((one) => one.field === field);
  if (naming === undefined) return null;
  const items = valueAtPath(answers, naming.list.join("."));
  if (!Array.isArray(items)) return [];
  return (items as readonly Values[]).flatMap((item) => {
    const name = item[naming.by];
    return typeof name === "string" && name !== "" ? [name] : [];
  });
}

/** By path: the fields that name no item of the list they speak of, with those that there are. */
export function namingErrors(table: BudgetTable, answers: Values): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  const lines = valueAtPath(answers, table.path);
  for (const { field, word } of table.sheet.naming ?? []) {
    const names = namesFor(table, field, answers) ?? [];
    if (names.length === 0 || !Array.isArray(lines)) continue;
    for (const [index, line] of (lines as readonly Values[]).entries()) {
      const said = line[field];
      if (typeof said !== "string" || names.some((name) => sameWords(name, said))) continue;
      errors.set(
        `${table.path}.${index}.${field}`,
        `«\u202f${said}\u202f» n’est pas ${word} de votre calendrier. Choisissez ${formatChoices(names)}.`,
      );
    }
  }
  return errors;
}
