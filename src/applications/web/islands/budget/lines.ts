import { focus } from "#src/ui/islands/shared/cell.ts";
import type { LineActs } from "#src/ui/islands/shared/keys.ts";
import { announce, answersOf } from "#src/ui/islands/shared/page.ts";

interface Told {
  readonly line?: number;
  readonly removal?: string;
}

/**
 * Lines that come and go without leaving the page. The service gives each its place: the row stands at once, without a
 * name, and what is typed in it is sent once it has one. One move at a time; nothing else is sent meanwhile.
 */
export function moveLines(form: HTMLFormElement, budget: HTMLElement, refresh: () => void): LineActs {
  let last: string | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** Sends all that the form holds with the button, as a press on it would. */
  function press(name: string, value: () => string, then: (told: Told) => void, undo: () => void): void {
    queue = queue.then(async () => {
      const hold = { settled: Promise.resolve() };
      form.dispatchEvent(new CustomEvent("essaim:hold", { detail: hold }));
      await hold.settled;
      const body = answersOf(form);
      body.set(name, value());
      let isKept = false;
      try {
        const url = form.dataset.autosave ?? form.action;
        const answer = await fetch(url, { method: "POST", body, headers: { accept: "application/json" } });
        if (answer.ok) {
          then((await answer.json()) as Told);
          isKept = true;
        }
      } catch {
        // No answer: told below, and the page is as it was.
      }
      if (!isKept) {
        undo();
        announce("La ligne n’a pas pu être changée. Enregistrez pour voir ce qui a changé ailleurs.");
      }
      form.dispatchEvent(new CustomEvent("essaim:lines"));
      form.dispatchEvent(new CustomEvent("essaim:release"));
      refresh();
    });
  }

  function come(body: Element, button: string, value: () => string, copied: HTMLElement | null): boolean {
    const row = blankRow(body, copied);
    if (row === null) return false;
    const adder = body.querySelector(".es-budget-add");
    if (adder === null) return false;
    adder.before(row);
    const first = row.querySelector<HTMLTextAreaElement>("[data-cell]");
    if (first !== null) focus(first);
    press(
      button,
      value,
      ({ line }) => {
        if (line === undefined) return row.remove();
        rename(row, line);
        renumber(budget);
        announce(copied === null ? "Ligne ajoutée." : "Ligne dupliquée.");
      },
      () => row.remove(),
    );
    return true;
  }

  const lines: LineActs = {
    add: (after) => {
      const body = after.closest("tbody");
      const heading = body?.dataset.heading ?? "";
      return body !== null && heading !== "" && come(body, "ligne-ajouter", () => heading, null);
    },
    duplicate: (row) => {
      const body = row.closest("tbody");
      return body !== null && come(body, "ligne-dupliquer", () => row.dataset.line ?? "", row);
    },
    remove: (row) => {
      const rows = [...budget.querySelectorAll<HTMLElement>("tr[data-line]")];
      if (rows.length < 2 || row.dataset.line === undefined) return false;
      const next = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
      const note = noteOf(row);
      row.hidden = true;
      if (note !== null) note.hidden = true;
      const cell = next?.querySelector<HTMLInputElement>("[data-cell]");
      if (cell) focus(cell);
      press(
        "retirer",
        () => row.dataset.line ?? "",
        ({ removal }) => {
          const gone = placeOf(row);
          const body = row.closest("tbody");
          note?.remove();
          row.remove();
          for (const one of budget.querySelectorAll<HTMLElement>("tr[data-line]"))
            if (placeOf(one) > gone) rename(one, placeOf(one) - 1);
          if (body !== null && body.querySelector("tr[data-line]") === null) body.hidden = true;
          renumber(budget);
          last = removal ?? null;
          offerBack(form, budget, last);
          announce("Ligne supprimée. Ctrl + Z la rétablit.");
        },
        () => {
          row.hidden = false;
          if (note !== null) note.hidden = false;
        },
      );
      return true;
    },
    putBack: () => {
      if (last === null) return false;
      const button = form.querySelector<HTMLButtonElement>("[data-put-back] button");
      button?.click();
      return button !== null;
    },
  };

  budget.addEventListener("input", () => {
    last = null;
  });
  budget.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button === null) return;
    const row = button.closest<HTMLElement>("tr[data-line]");
    const adder = button.closest("tbody");
    const done = (() => {
      if (button.name === "ligne-dupliquer" && row !== null) return lines.duplicate(row);
      if (button.name === "retirer" && row !== null) return lines.remove(row);
      if (button.name === "ligne-ajouter" && adder !== null)
        return come(adder, "ligne-ajouter", () => button.value, null);
      return false;
    })();
    if (done) event.preventDefault();
  });
  return lines;
}

/** A row like those of its heading: blank, or with what another one holds. */
function blankRow(body: Element, copied: HTMLElement | null): HTMLElement | null {
  const model = copied ?? body.querySelector<HTMLElement>("tr[data-line]");
  if (model === null) return null;
  const row = model.cloneNode(true) as HTMLElement;
  delete row.dataset.line;
  delete row.dataset.stamp;
  row.removeAttribute("id");
  row.dataset.state = "waiting";
  const kept = row.querySelector("[data-kept]");
  if (kept !== null) kept.textContent = "";
  for (const brief of row.querySelectorAll(".es-line-brief")) brief.textContent = "";
  const fields = [...row.querySelectorAll<HTMLInputElement>("[data-cell]")];
  const from = [...model.querySelectorAll<HTMLInputElement>("[data-cell]")];
  for (const [at, field] of fields.entries()) {
    field.value = copied === null ? "" : (from[at]?.value ?? "");
    for (const name of ["name", "id", "aria-invalid", "aria-describedby"]) field.removeAttribute(name);
  }
  row.dataset.line = "";
  return row;
}

function placeOf(row: HTMLElement): number {
  const path = row.dataset.line ?? "";
  return path === "" ? -1 : Number(path.slice(path.lastIndexOf(".") + 1));
}

/** Gives the row and its cells the place that the service gave the line. */
function rename(row: HTMLElement, place: number): void {
  const list = listOf(row);
  const path = `${list}.${place}`;
  const id = `champ-${list}-${place}`;
  row.dataset.line = path;
  row.id = id;
  const note = noteOf(row);
  if (note !== null) note.dataset.note = path;
  for (const field of row.querySelectorAll<HTMLInputElement>("[data-cell]")) {
    field.name = `${path}.${field.dataset.cell}`;
    field.id = `${id}-${field.dataset.cell}`;
  }
  for (const button of row.querySelectorAll<HTMLButtonElement>("button[name]")) button.value = path;
  for (const link of row.querySelectorAll<HTMLAnchorElement>("a[href]"))
    link.setAttribute("href", (link.getAttribute("href") ?? "").replace(/\d+$/, String(place)));
}

/** The name of the list, from a row that has its place: `costs`. */
function listOf(row: HTMLElement): string {
  const named = row.closest("table")?.querySelector<HTMLElement>("tr[data-line]:not([data-line=''])");
  const path = named?.dataset.line ?? "";
  return path.slice(0, path.lastIndexOf("."));
}

function noteOf(row: HTMLElement): HTMLElement | null {
  const below = row.nextElementSibling;
  return below instanceof HTMLElement && below.dataset.note !== undefined ? below : null;
}

/** Lines bear their numbers in the order in which one sees them. */
function renumber(budget: HTMLElement): void {
  for (const [at, row] of [...budget.querySelectorAll<HTMLElement>("tr[data-line]")].entries()) {
    const number = String(at + 1);
    const cell = row.querySelector<HTMLElement>("[data-number]");
    if (cell === null || cell.dataset.number === number) continue;
    cell.dataset.number = number;
    cell.textContent = number;
    for (const field of row.querySelectorAll<HTMLElement>("[data-cell]"))
      field.setAttribute("aria-label", (field.getAttribute("aria-label") ?? "").replace(/\d+$/, number));
    for (const named of row.querySelectorAll(".es-line-acts .ds-sr-only"))
      named.textContent = (named.textContent ?? "").replace(/\d+$/, number);
  }
}

/** Above the table, the way back of the line that went: the same button as without this script. */
function offerBack(form: HTMLFormElement, budget: HTMLElement, removal: string | null): void {
  form.querySelector("[data-put-back]")?.remove();
  if (removal === null) return;
  const told = document.createElement("p");
  told.className = "es-budget-back";
  told.dataset.putBack = "";
  told.append("La ligne n’est plus dans votre budget. ");
  const button = document.createElement("button");
  button.type = "submit";
  button.name = "retablir";
  button.value = removal;
  button.className = "ds-button";
  button.dataset.variant = "secondary";
  button.dataset.size = "sm";
  button.textContent = "Annuler la suppression";
  told.append(button);
  budget.before(told);
}
