export type Cell = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function isCell(target: EventTarget | null): target is Cell {
  return target instanceof HTMLElement && target.dataset.cell !== undefined && "value" in target;
}

/** Goes to a cell, its text ready to be replaced. */
export function focus(cell: Cell): boolean {
  cell.focus();
  if (!(cell instanceof HTMLSelectElement)) cell.select();
  return true;
}
