// On the page of a file: one key to the next open point, to the opinion, to a paper, to the next file of the list. All of
// it is also reached by Tab and by links; the agent may turn the keys off.
import { announce, enhance } from "#src/ui/islands/shared/page.ts";

enhance(".es-file[data-keys=on]", HTMLElement, (page) => {
  const acts: Readonly<Record<string, () => void>> = {
    ...(page.matches("[data-series]") ? { v: () => goTo(page.querySelector('button[value="valider"]')) } : {}),
    n: nextOpen,
    a: () => goTo(page.querySelector("#avis")),
    p: nextPaper,
    "?": () => toggle(document.getElementById("touches")),
  };
  let paper = -1;

  /** The next point that nobody concluded and where nothing is chosen yet, after the place where one is; else the next act. */
  function nextOpen(): void {
    const open = [...page.querySelectorAll<HTMLFieldSetElement>(".es-seg-field")].filter(
      (field) => field.querySelector("input:checked") === null && isUnfolded(field),
    );
    const here = document.activeElement;
    const after = open.find((field) => here !== null && isAfter(field, here)) ?? open[0];
    const first = after?.querySelector("input");
    if (first == null) {
      page.querySelector<HTMLElement>("a[data-key=n]")?.click();
      announce("Aucun point n’attend plus de conclusion.");
      return;
    }
    first.focus({ preventScroll: true });
    first.closest(".es-band, .es-doubt, tr")?.scrollIntoView({ block: "center" });
  }

  function nextPaper(): void {
    const papers = [...page.querySelectorAll<HTMLDetailsElement>(".es-inplace")].filter(isUnfolded);
    if (papers.length === 0) return;
    const before = papers[paper];
    if (before !== undefined) before.open = false;
    paper = (paper + 1) % papers.length;
    const shown = papers[paper];
    if (shown === undefined) return;
    shown.open = true;
    goTo(shown.querySelector("summary"));
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event.target)) return;
    const act = acts[event.key] ?? linkOf(event.key);
    if (act === null) return;
    event.preventDefault();
    act();
  });

  /** Keys that links of the head carry: j and k to the files around, u back to the list. */
  function linkOf(key: string): (() => void) | null {
    if (!/^[a-z]$/.test(key)) return null;
    const link = page.querySelector<HTMLAnchorElement>(`a[data-key="${key}"]`);
    return link === null ? null : () => link.click();
  }
});

function goTo(target: Element | null): void {
  if (!(target instanceof HTMLElement)) return;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

function toggle(details: HTMLElement | null): void {
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = !details.open;
  goTo(details.querySelector("summary"));
}

function isUnfolded(element: Element): boolean {
  const fold = element.parentElement?.closest("details");
  return fold == null || (fold.open && isUnfolded(fold));
}

function isAfter(one: Node, other: Node): boolean {
  return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox]):not([type=radio])"))
  );
}
