import { render } from "preact-render-to-string";
import { type Raw, readRaw } from "#policy/index.ts";
import { mayEdit, policyDay, type RawValue } from "#src/life/index.ts";
import { type RequestContext, type Routes, requireSignedIn } from "#src/people/web/index.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { communeByCode } from "#src/territory/index.ts";
import { urls } from "#src/urls.ts";
import { BudgetSide } from "./budget-side.tsx";
import { amount, sumsOf } from "./budget-table.tsx";
import { BudgetSentence, BudgetTotals } from "./budget-totals.tsx";
import { withReckoned } from "./edit.ts";
import { Kept } from "./line-row.tsx";
import { NoteRow } from "./note-row.tsx";
import { findBudget } from "./open-routes.ts";
import { stampsIn } from "./stamps.ts";
import { tableState } from "./state-of.ts";
import { type BudgetTable, lineCount } from "./table.ts";
import type { TableState } from "./table-state.ts";

/** What the table's script shows without the page: nothing is kept here, the draft is what the form sends elsewhere. */
interface Figures {
  /** By path, the lines that are not as they are shown: what becomes of each, what it counts for, the row under it. */
  readonly lines: Readonly<Record<string, readonly [state: string, kept: string, note: string, stamp: string]>>;
  /** By heading, what it costs and what of it counts. */
  readonly sums: Readonly<Record<string, readonly [cost: string, kept: string]>>;
  readonly total: readonly [cost: string, kept: string];
  /** Amounts that follow from what was typed, by the name of their field. */
  readonly reckoned: Readonly<Record<string, string>>;
  /** The parts of the page that follow the figures. */
  readonly html: string;
}

/** The figures of the budget as it is typed: the draft with the cells that changed since it was kept. */
export function figuresRoute(routes: Routes, world: World): void {
  routes.post(urls.applicationBudgetFigures.pattern, async (c) => {
    const { application, scheme, table } = await findBudget(c, world);
    const fields = await readForm(c);
    const typed = withTyped(table, application.raw, fields);
    const raw = withReckoned(table, application.raw, typed);
    const { answers, errors } = readRaw(scheme.form, raw, (code) => communeByCode(code) !== null);
    const read = { scheme, answers, errors: new Map(errors.map(({ path, message }) => [path, message])) };
    const shown = { raw, today: policyDay(world.clock.now()), mayEdit: mayEdit(requireSignedIn(c), application) };
    const state = tableState(table, application.id, read, shown);
    return answerFigures(c, state, changedFrom(typed, raw), stampsIn(text(fields, "vu")));
  });
}

/** The draft as its cells now stand: what is no cell of a line that there is, is dropped. */
function withTyped(table: BudgetTable, raw: Raw, fields: FormFields): Raw {
  const count = lineCount(table, raw);
  const names = new Set(table.questions.map(({ id }) => id));
  const typed: Record<string, RawValue> = { ...raw };
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith(`${table.path}.`)) continue;
    const [index = "", id = "", ...deeper] = name.slice(table.path.length + 1).split(".");
    if (deeper.length === 0 && /^\d{1,4}$/.test(index) && Number(index) < count && names.has(id)) typed[name] = value;
  }
  return typed;
}

function changedFrom(before: Raw, after: Raw): Readonly<Record<string, string>> {
  const changed = Object.entries(after).filter(([name, value]) => before[name] !== value);
  return Object.fromEntries(changed.map(([name, value]) => [name, String(value)]));
}

function answerFigures(
  c: RequestContext,
  state: TableState,
  reckoned: Figures["reckoned"],
  shown: ReadonlySet<string>,
): Response {
  const { funding } = state.figures.assessment;
  const headings = new Set(state.lines.map(({ heading }) => heading));
  const figures: Figures = {
    lines: Object.fromEntries(
      state.lines
        .filter(({ stamp }) => !shown.has(stamp))
        .map((line) => [
          line.path,
          [
            line.note.state,
            render(<Kept note={line.note} />),
            render(<NoteRow state={state} line={line} note={line.note} />),
            line.stamp,
          ],
        ]),
    ),
    sums: Object.fromEntries(
      [...headings].map((heading) => {
        const own = state.lines.filter((line) => line.heading === heading);
        const { cost, kept } = sumsOf(own, state.figures.lines);
        return [heading ?? "", [amount(cost), amount(kept)]];
      }),
    ),
    total: [amount(funding.realCost), amount(funding.eligibleCosts)],
    reckoned,
    html: render(
      <>
        <BudgetSide state={state} />
        <BudgetTotals state={state} />
        <BudgetSentence state={state} />
      </>,
    ),
  };
  return c.json(figures, 200, { "cache-control": "private, no-store" });
}
