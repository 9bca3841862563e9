import type { Raw, Values } from "#policy/index.ts";
import type { Content } from "#src/ui/index.ts";
import type { BudgetFigures } from "./figures.ts";
import type { LineNote } from "./line-state.ts";
import type { BudgetTable, WrittenLine } from "./table.ts";

/** A budget as its page shows it. */
export interface TableState {
  /** Id of the request. */
  readonly id: string;
  readonly table: BudgetTable;
  /** What the cells hold, as typed. */
  readonly raw: Raw;
  readonly answers: Values;
  readonly mayEdit: boolean;
  readonly figures: BudgetFigures;
  readonly lines: readonly (WrittenLine & { readonly note: LineNote; readonly stamp: string })[];
  /** Sentences of the text, by rule. */
  readonly quotations: Readonly<Record<string, readonly string[]>>;
  /** What is to be settled in the cells of a line: a value that two people changed. */
  notes(path: string): readonly (readonly [string, Content])[];
}
