/** What the service answers to what is typed: see `figures-route.tsx`. */
export interface Figures {
  readonly lines: Readonly<Record<string, readonly [state: string, kept: string, note: string, stamp: string]>>;
  readonly sums: Readonly<Record<string, readonly [cost: string, kept: string]>>;
  readonly total: readonly [cost: string, kept: string];
  readonly reckoned: Readonly<Record<string, string>>;
  readonly html: string;
}

/** What the lines show now: they are not told again. */
export function stampsShown(form: HTMLFormElement): string {
  return [...form.querySelectorAll<HTMLElement>("tr[data-stamp]")].map((row) => row.dataset.stamp).join("");
}

/** Puts the figures where they stand, and touches nothing that did not change: one types in the middle of it. */
export function showFigures(form: HTMLFormElement, { lines, sums, total, reckoned }: Figures): void {
  for (const [name, text] of Object.entries(reckoned)) {
    const cell = form.elements.namedItem(name);
    if (cell instanceof HTMLInputElement && cell !== document.activeElement) cell.value = text;
  }
  for (const [path, told] of Object.entries(lines)) {
    const row = form.querySelector<HTMLElement>(`tr[data-line="${CSS.escape(path)}"]`);
    if (row !== null) showLine(row, told);
  }
  for (const [heading, [cost, kept]] of Object.entries(sums)) {
    const body = form.querySelector(`tbody[data-heading="${CSS.escape(heading)}"]`);
    write(body?.querySelector("[data-sum='cost']"), cost);
    write(body?.querySelector("[data-sum='kept']"), kept);
    write(form.querySelector(`[data-sum-of="${CSS.escape(heading)}"]`), kept);
  }
  write(form.querySelector("[data-total='cost']"), total[0]);
  write(form.querySelector("[data-total='kept']"), total[1]);
}

function showLine(row: HTMLElement, [state, kept, note, stamp]: Figures["lines"][string]): void {
  row.dataset.state = state;
  row.dataset.stamp = stamp;
  const cell = row.querySelector("[data-kept]");
  if (cell !== null && cell.innerHTML !== kept) cell.innerHTML = kept;
  const below = row.nextElementSibling;
  const shown = below instanceof HTMLElement && below.dataset.note !== undefined ? below : null;
  const fresh = rowOf(note);
  if (fresh === null) shown?.remove();
  else if (shown === null) row.after(fresh);
  else if (shown.textContent !== fresh.textContent) shown.replaceWith(fresh);
  for (const field of row.querySelectorAll<HTMLElement>("[data-cell]")) {
    const isWrong = fresh?.querySelector(`[data-wrong="${CSS.escape(field.dataset.cell ?? "")}"]`) != null;
    if (isWrong) {
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", `${row.id}-note`);
    } else {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    }
  }
}

/** A row of a table cannot stand alone: a template lets it. */
function rowOf(html: string): HTMLElement | null {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild as HTMLElement | null;
}

function write(cell: Element | null | undefined, text: string): void {
  if (cell != null && cell.textContent !== text) cell.textContent = text;
}
