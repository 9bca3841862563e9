// The budget as a spreadsheet: arrows, Enter, duplicate, delete with undo, a block pasted, figures as one types.
// Without it the same fields and buttons travel with the form.
import { isCell } from "#src/ui/islands/shared/cell.ts";
import { keepKeys } from "#src/ui/islands/shared/keys.ts";
import { enhance, swapFrom } from "#src/ui/islands/shared/page.ts";
import { type Figures, showFigures, stampsShown } from "./budget/figures.ts";
import { moveLines } from "./budget/lines.ts";
import { pasteBlock } from "./budget/paste.ts";

enhance("[data-island='budget']", HTMLElement, (budget) => {
  const form = budget.closest("form");
  const url = budget.dataset.figures;
  if (form === null || url === undefined) return;
  const follow = figuresOf(form, url);
  const lines = moveLines(form, budget, follow.ask);
  keepKeys(budget, lines);
  pasteBlock(form, budget);
  budget.addEventListener("input", follow.typed);
  budget.addEventListener("change", follow.typed);
  follow.ask();
});

/** Asks for the figures of what is typed, one question at a time: what is typed meanwhile makes the next one. */
function figuresOf(form: HTMLFormElement, url: string) {
  const touched = new Map<string, string>();
  let current: AbortController | undefined;
  let isBehind = false;

  function ask(): void {
    if (current !== undefined) {
      isBehind = true;
      return;
    }
    isBehind = false;
    current = new AbortController();
    void answer(current.signal).finally(() => {
      current = undefined;
      if (isBehind) ask();
    });
  }

  async function answer(signal: AbortSignal): Promise<void> {
    const body = new URLSearchParams([["vu", stampsShown(form)], ...touched]);
    try {
      const told = await fetch(url, { method: "POST", body, headers: { accept: "application/json" }, signal });
      if (!told.ok) return;
      const figures = (await told.json()) as Figures;
      showFigures(form, figures);
      swapFrom(figures.html, regions);
    } catch {
      // Gone or no longer true: the last figures stay, and the button keeps everything.
    }
  }

  const typed = ({ target }: Event) => {
    if (isCell(target) && target.name !== "") touched.set(target.name, target.value);
    ask();
  };
  // Places move when a line goes: what was typed is kept by then, and an answer on its way speaks of the old ones.
  form.addEventListener("essaim:lines", () => {
    touched.clear();
    current?.abort();
  });
  return { ask, typed };
}

const regions = ["qui-paie-quoi", "budget-totaux", "budget-phrase"];
