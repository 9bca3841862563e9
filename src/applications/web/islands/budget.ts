// The budget as a spreadsheet: arrows, Enter, duplicate, delete with undo, a block pasted, figures as one types.
// Without it the same fields and buttons travel with the form.
import { keepKeys } from "#src/ui/islands/shared/keys.ts";
import { answersOf, enhance, later, swapFrom } from "#src/ui/islands/shared/page.ts";
import { type Figures, showFigures } from "./budget/figures.ts";
import { moveLines } from "./budget/lines.ts";
import { pasteBlock } from "./budget/paste.ts";

enhance("[data-island='budget']", HTMLElement, (budget) => {
  const form = budget.closest("form");
  const url = budget.dataset.figures;
  if (form === null || url === undefined) return;
  const follow = figuresOf(form, url);
  const lines = moveLines(form, budget, follow.soon);
  keepKeys(budget, lines);
  pasteBlock(form, budget);
  budget.addEventListener("input", follow.typed);
  budget.addEventListener("change", follow.typed);
  follow.soon();
});

/** Asks for the figures of what is typed, and shows the last answer alone. */
function figuresOf(form: HTMLFormElement, url: string) {
  const touched = new Set<string>();
  let current: AbortController | undefined;

  async function ask(): Promise<void> {
    current?.abort();
    current = new AbortController();
    const all = answersOf(form);
    const body = new URLSearchParams();
    for (const name of touched) for (const value of all.getAll(name)) body.append(name, value);
    try {
      const answer = await fetch(url, {
        method: "POST",
        body,
        headers: { accept: "application/json" },
        signal: current.signal,
      });
      if (!answer.ok) return;
      const figures = (await answer.json()) as Figures;
      showFigures(form, figures);
      swapFrom(figures.html, regions);
    } catch {
      // Gone or superseded: the last figures stay, and the button keeps everything.
    }
  }

  const soon = later(() => void ask(), 60);
  const typed = (event: Event) => {
    const { target } = event;
    if (target instanceof HTMLElement && "name" in target && typeof target.name === "string") touched.add(target.name);
    soon();
  };
  // Places move when a line goes: what was typed is kept by then.
  form.addEventListener("essaim:lines", () => touched.clear());
  return { soon, typed };
}

const regions = ["qui-paie-quoi", "budget-totaux", "budget-phrase"];
