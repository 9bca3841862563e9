import type { Day, GrantedAid, Raw } from "#policy/index.ts";
import type { Reading } from "#src/life/index.ts";
import type { Content } from "#src/ui/index.ts";
import { figuresWhileWriting, namingErrors } from "./figures.ts";
import { noteOf, wrongCells } from "./line-state.ts";
import { stampOf } from "./stamps.ts";
import { type BudgetTable, writtenLines } from "./table.ts";
import type { TableState } from "./table-state.ts";

type Read = Pick<Reading, "scheme" | "answers" | "errors"> &
  Partial<Pick<Reading, "assessment">> & { readonly grantedAids?: readonly GrantedAid[] };

/** A budget read and judged, line by line, for its page. `raw` is what the cells show. */
export function tableState(
  table: BudgetTable,
  id: string,
  read: Read,
  shown: {
    readonly raw: Raw;
    readonly today: Day;
    readonly mayEdit: boolean;
    readonly notes?: ReadonlyMap<string, Content>;
  },
): TableState {
  const { scheme, answers, assessment, grantedAids = [] } = read;
  const { raw, today, mayEdit, notes } = shown;
  const figures = figuresWhileWriting(table, scheme, answers, {
    today,
    grantedAids,
    ...(assessment === undefined ? null : { assessment }),
  });
  const wrong = wrongCells(table, raw, new Map([...namingErrors(table, answers), ...read.errors]));
  const lines = writtenLines(table, raw).map((line) => {
    const result = figures.lines.get(line.path);
    const note = noteOf(result, wrong.get(line.path));
    return { ...line, note, stamp: stampOf(line, note, result?.rules ?? []) };
  });
  return {
    id,
    table,
    raw,
    answers,
    mayEdit,
    figures,
    lines,
    quotations: scheme.words.quotations,
    notes: (path) => [...(notes ?? [])].filter(([name]) => name.startsWith(`${path}.`)),
  };
}
