import { render } from "preact-render-to-string";
import { type Raw, readRaw } from "#policy/index.ts";
import { mayEdit, policyDay } from "#src/life/index.ts";
import { notFound, type RequestContext, type Routes, renderPart, requireSignedIn } from "#src/people/web/index.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { communeByCode } from "#src/territory/index.ts";
import type { Content } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { errorsIn } from "../draft/form-state.ts";
import { BudgetFollowing, BudgetRegions } from "./budget-page.tsx";
import { amount, sumsOf } from "./budget-table.tsx";
import { reckonedCells } from "./edit.ts";
import { Kept } from "./line-row.tsx";
import { NoteRow } from "./note-row.tsx";
import { findBudget, openBudget } from "./open-routes.ts";
import { stampsIn } from "./stamps.ts";
import { tableState } from "./state-of.ts";
import { type BudgetTable, lineCount, type TypedCell, withCells } from "./table.ts";
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

/**
 * The figures of the budget as it is typed: the draft with the cells that changed since it was kept. Read rather than
 * sent, the parts of its page that follow what is kept.
 */
export function figuresRoute(routes: Routes, world: World): void {
  routes.get(urls.applicationBudgetFigures.pattern, async (c) => {
    const { file, table } = await openBudget(c, world);
    const { application, reading } = file;
    const section = reading.scheme.form.sections.find(({ id }) => id === table.section);
    if (section === undefined || application.state !== "draft") return notFound();
    const shown = {
      raw: reading.raw,
      today: policyDay(world.clock.now()),
      mayEdit: mayEdit(requireSignedIn(c), application),
    };
    const budget = tableState(table, application.id, reading, shown);
    const errors = errorsIn(reading, section, false);
    const state = { reading, raw: reading.raw, errors, notes: new Map<string, Content>() };
    return c.html(renderPart(world, <BudgetRegions {...{ section, budget, state }} />), 200, NOT_KEPT);
  });
  routes.post(urls.applicationBudgetFigures.pattern, async (c) => {
    const { application, scheme, table, grantedAids } = await findBudget(c, world);
    const fields = await readForm(c);
    const typed = withCells(table, application.raw, typedIn(table, application.raw, fields));
    const reckoned = reckonedCells(table, application.raw, typed);
    const raw = withCells(table, typed, reckoned);
    const { answers, errors } = readRaw(scheme.form, raw, (code) => communeByCode(code) !== null);
    const wrong = new Map(errors.map(({ path, message }) => [path, message]));
    const read = { scheme, answers, errors: wrong, grantedAids };
    const shown = { raw, today: policyDay(world.clock.now()), mayEdit: mayEdit(requireSignedIn(c), application) };
    const state = tableState(table, application.id, read, shown);
    const written = Object.fromEntries(reckoned.map(({ index, id, value }) => [`${table.path}.${index}.${id}`, value]));
    return answerFigures(c, world, state, written, stampsIn(text(fields, "vu")));
  });
}

const NOT_KEPT = { "cache-control": "private, no-store" };

/** The cells as they now stand: what is no cell of a line that there is, is dropped. */
function typedIn(table: BudgetTable, raw: Raw, fields: FormFields): readonly TypedCell[] {
  const count = lineCount(table, raw);
  const names = new Set(table.questions.map(({ id }) => id));
  const cells: TypedCell[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith(`${table.path}.`)) continue;
    const [place = "", id = "", ...deeper] = name.slice(table.path.length + 1).split(".");
    const index = Number(place);
    if (deeper.length === 0 && /^\d{1,4}$/.test(place) && index < count && names.has(id))
      cells.push({ index, id, value });
  }
  return cells;
}

function answerFigures(
  c: RequestContext,
  world: World,
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
    html: renderPart(world, <BudgetFollowing state={state} />),
  };
  return c.json(figures, 200, NOT_KEPT);
}
