/** A block of cells pasted on a cell goes to the page that shows what it would change; a lone text is pasted as ever. */
export function pasteBlock(form: HTMLFormElement, budget: HTMLElement): void {
  const url = budget.dataset.import;
  if (url === undefined) return;
  budget.addEventListener("paste", (event) => {
    const cell = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!(cell instanceof HTMLElement) || cell.dataset.cell === undefined || !isBlock(text)) return;
    const row = cell.closest<HTMLTableRowElement>("tr[data-line]");
    const number = row?.querySelector("[data-number]")?.getAttribute("data-number");
    if (row === null || number == null) return;
    event.preventDefault();
    // What is typed is kept first: the page that follows reads the draft.
    const flush = { settled: Promise.resolve() };
    form.dispatchEvent(new CustomEvent("essaim:flush", { detail: flush }));
    const fields = { texte: text, ligne: number, colonne: String(columnOf(cell)) };
    void flush.settled.then(() => post(url, fields));
  });
}

function isBlock(text: string): boolean {
  return text.includes("\t") || text.trim().includes("\n");
}

/** The place of the cell among the columns of answers: the number of the line is before them. */
function columnOf(cell: HTMLElement): number {
  return (cell.closest("td")?.cellIndex ?? 1) - 1;
}

function post(url: string, fields: Readonly<Record<string, string>>): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = url;
  for (const [name, value] of Object.entries(fields)) {
    // A text box keeps line ends and tabs as they are; a hidden field would not keep the former.
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
}
