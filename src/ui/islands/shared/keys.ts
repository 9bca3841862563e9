import { type Cell, focus, isCell } from "./cell.ts";

/** What keys do to lines; each says whether there was something to do. */
export interface LineActs {
  add(after: HTMLElement): boolean;
  duplicate(row: HTMLElement): boolean;
  remove(row: HTMLElement): boolean;
  putBack(): boolean;
}

/** The keys of a spreadsheet. A list keeps its own arrows: Enter leaves it for the cell below. */
export function keepKeys(budget: HTMLElement, lines: LineActs): void {
  let before = "";
  budget.addEventListener("focusin", ({ target }) => {
    if (isCell(target)) before = target.value;
  });
  budget.addEventListener("keydown", (event) => {
    const { target: cell, key } = event;
    if (!isCell(cell) || event.isComposing) return;
    const row = cell.closest<HTMLElement>("tr[data-line]");
    if (row === null) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const done = (() => {
      if (isCommand && key.toLowerCase() === "d") return lines.duplicate(row);
      if (isCommand && key.toLowerCase() === "z") return lines.putBack();
      if (event.altKey && (key === "Delete" || key === "Backspace")) return lines.remove(row);
      if (!isPlain) return false;
      if (key === "Enter") return below(budget, cell) || lines.add(row);
      if (key === "Escape") return restore(cell, before);
      if (cell instanceof HTMLSelectElement) return false;
      if (key === "ArrowDown") return along(budget, cell, 1);
      if (key === "ArrowUp") return along(budget, cell, -1);
      if (key === "ArrowLeft") return isAtStart(cell) && beside(row, cell, -1);
      if (key === "ArrowRight") return isAtEnd(cell) && beside(row, cell, 1);
      return false;
    })();
    if (done) event.preventDefault();
  });
}

function restore(cell: Cell, text: string): boolean {
  if (cell.value === text) return false;
  cell.value = text;
  cell.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

function isAtStart(cell: HTMLInputElement | HTMLTextAreaElement): boolean {
  return cell.selectionStart === 0 && (cell.selectionEnd === 0 || cell.selectionEnd === cell.value.length);
}

function isAtEnd(cell: HTMLInputElement | HTMLTextAreaElement): boolean {
  const end = cell.value.length;
  return cell.selectionEnd === end && (cell.selectionStart === end || cell.selectionStart === 0);
}

/** The cell of the same column in the line below, of the same heading. */
function below(budget: HTMLElement, cell: Cell): boolean {
  return inColumn(budget, cell, 1, (row, own) => row.parentElement === own.parentElement);
}

/** Up and down pass from a heading to the next. */
function along(budget: HTMLElement, cell: Cell, step: 1 | -1): boolean {
  return inColumn(budget, cell, step, () => true);
}

function inColumn(
  budget: HTMLElement,
  cell: Cell,
  step: 1 | -1,
  isReached: (row: HTMLTableRowElement, own: HTMLTableRowElement) => boolean,
): boolean {
  const own = cell.closest("tr");
  const column = cell.closest("td")?.cellIndex ?? 0;
  if (own === null) return false;
  const rows = [...budget.querySelectorAll<HTMLTableRowElement>("tr[data-line]")].filter((row) => !row.hidden);
  for (let at = rows.indexOf(own) + step; ; at += step) {
    const row = rows[at];
    if (row === undefined || !isReached(row, own)) return false;
    const found = row.cells[column]?.querySelector<Cell>("[data-cell]");
    if (found != null) return focus(found);
  }
}

function beside(row: HTMLElement, cell: Cell, step: 1 | -1): boolean {
  const cells = [...row.querySelectorAll<Cell>("[data-cell]")].filter((one) => one.offsetParent !== null);
  const next = cells[cells.indexOf(cell) + step];
  return next === undefined ? false : focus(next);
}
