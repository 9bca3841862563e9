// On the officers' list: files by keys alone, ranges of boxes, how many are chosen said aloud.
import { announce, enhance } from "#src/ui/islands/shared/page.ts";

enhance("table[data-queue]", HTMLTableElement, (table) => {
  const boxes = () => [...table.querySelectorAll<HTMLInputElement>('tbody input[name="dossier"]')];
  const links = () => [...table.querySelectorAll<HTMLAnchorElement>("tbody th a")];
  const count = document.querySelector<HTMLElement>("[data-bulk-count]");
  let last = -1;

  function tell(): void {
    const here = boxes().filter((box) => box.checked).length;
    const chosen = here + Number(count?.dataset.elsewhere ?? 0);
    const words = `${chosen.toLocaleString("fr-FR")} ${chosen < 2 ? "dossier choisi" : "dossiers choisis"}`;
    if (count !== null) {
      const strong = document.createElement("strong");
      strong.textContent = words;
      count.replaceChildren(strong);
    }
    announce(words);
    const all = table.querySelector<HTMLInputElement>("[data-choose-page]");
    if (all !== null) {
      all.checked = here > 0 && here === boxes().length;
      all.indeterminate = here > 0 && !all.checked;
    }
  }

  /** Chooses or lets go of a line; all of them since the last one where it is a range. */
  function choose(at: number, checked: boolean, isRange: boolean): void {
    const from = isRange && last !== -1 ? Math.min(last, at) : at;
    const to = isRange && last !== -1 ? Math.max(last, at) : at;
    for (const box of boxes().slice(from, to + 1)) box.checked = checked;
    last = at;
    tell();
  }

  table.addEventListener("click", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== "dossier") return;
    choose(boxes().indexOf(box), box.checked, event.shiftKey);
  });

  const all = table.querySelector<HTMLInputElement>("[data-choose-page]");
  if (all !== null) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const box of boxes()) box.checked = all.checked;
      tell();
    });
  }

  if (table.dataset.keys !== "on") return;

  /** The line that one is on: the one that holds the focus. */
  function here(): number {
    const row = document.activeElement?.closest("tbody tr");
    return row === null || row === undefined
      ? -1
      : [...(table.tBodies[0]?.rows ?? [])].indexOf(row as HTMLTableRowElement);
  }

  /** The line that one was on: one goes on from it after the help, a search or a filter. */
  let was = -1;

  function go(by: 1 | -1): void {
    const lines = links();
    const at = here() === -1 ? was : here();
    const to = at === -1 ? (by === 1 ? 0 : lines.length - 1) : Math.max(0, Math.min(lines.length - 1, at + by));
    const link = lines[to];
    if (link === undefined) return;
    was = to;
    link.focus();
    link.closest("tr")?.scrollIntoView({ block: "nearest" });
  }

  function open(id: string): void {
    const details = document.getElementById(id);
    if (!(details instanceof HTMLDetailsElement)) return;
    details.open = !details.open;
    const first = details.open ? details.querySelector<HTMLElement>("input:not([type=hidden]), button, a") : null;
    (first ?? details.querySelector("summary"))?.focus();
    details.scrollIntoView({ block: "nearest" });
  }

  const acts: Readonly<Record<string, () => void>> = {
    j: () => go(1),
    k: () => go(-1),
    x: () => press(false),
    X: () => press(true),
    a: () => document.querySelector<HTMLElement>("[data-bulk] select, [data-bulk] button")?.focus(),
    "/": () => document.getElementById("recherche")?.focus(),
    f: () => open("filtres"),
    c: () =>
      document.querySelector<HTMLAnchorElement>("a[data-key='c'], .es-queue-tools a[href*='/colonnes']")?.click(),
    "?": () => open("touches"),
  };

  function press(isRange: boolean): void {
    const at = here();
    const box = boxes()[at];
    if (box === undefined) return;
    choose(at, isRange ? true : !box.checked, isRange);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target;
    const isWriting =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox])"));
    if (isWriting) return;
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
});

// What unfolds over the list folds again by Escape, or by a click elsewhere.
enhance("details.es-popover", HTMLDetailsElement, (details) => {
  document.addEventListener("click", (event) => {
    if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
});
