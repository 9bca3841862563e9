// What the small scripts have in common. Content that a script swaps in announces itself with `essaim:swapped`.

/** Runs `begin` once on every element of the selector, now and in what is swapped in later. */
export function enhance<E extends HTMLElement>(
  selector: string,
  kind: abstract new () => E,
  begin: (element: E) => void,
): void {
  const seen = new WeakSet<Element>();
  const run = () => {
    for (const element of document.querySelectorAll(selector)) {
      if (seen.has(element) || !(element instanceof kind)) continue;
      seen.add(element);
      begin(element);
    }
  };
  run();
  document.addEventListener("essaim:swapped", run);
}

export function later(run: () => void, milliseconds: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  };
}

/** The sentence that a refusal carries (RFC 9457), where there is one. */
export function sentenceOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  for (const key of ["message", "detail", "title"]) {
    const value: unknown = Reflect.get(body, key);
    if (typeof value === "string" && value !== "") return value;
  }
  return undefined;
}

/** Refreshes every `[data-live-target]` of this page, or those of the given ids, from another version of it. */
export function swapFrom(html: string, only?: readonly string[]): void {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const target of document.querySelectorAll("[data-live-target]")) {
    if (only !== undefined && !only.includes(target.id)) continue;
    const next = fresh.getElementById(target.id);
    if (next === null) continue;
    if (target.hasAttribute("data-live-fields")) keepFields(target, next);
    else swapContent(target, next);
  }
  document.dispatchEvent(new CustomEvent("essaim:swapped"));
}

/** New words replace old ones; what was unfolded stays so, and only `[data-announce]` is said aloud. */
function swapContent(target: Element, next: Element): void {
  const open = unfoldedIn(target);
  const before = target.querySelector("[data-announce]")?.textContent;
  const focused = document.activeElement?.id ?? "";
  target.replaceChildren(...next.childNodes);
  unfold(target, open);
  if (focused !== "" && document.activeElement === document.body) document.getElementById(focused)?.focus();
  const after = target.querySelector("[data-announce]")?.textContent;
  if (after && after !== before) announce(after);
}

/** What is unfolded, by the words that one pressed. */
function unfoldedIn(target: Element): ReadonlySet<string> {
  return new Set([...target.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent ?? ""));
}

function unfold(target: Element, words: ReadonlySet<string>): void {
  for (const details of target.querySelectorAll("details")) {
    if (words.has(details.querySelector("summary")?.textContent ?? "")) details.open = true;
  }
}

/** Questions that appear or go: those that stay keep their node, so neither focus nor typing is lost. */
function keepFields(target: Element, next: Element): void {
  const open = unfoldedIn(target);
  const kept = new Map([...target.children].map((child) => [child.getAttribute("data-key"), child]));
  const children = [...next.children].map((child) => {
    const key = child.getAttribute("data-key");
    return (key === null ? undefined : kept.get(key)) ?? child;
  });
  for (const child of [...target.children]) if (!children.includes(child)) child.remove();
  children.forEach((child, index) => {
    if (target.children[index] !== child) target.insertBefore(child, target.children[index] ?? null);
  });
  unfold(target, open);
}

/** Says a sentence to screen readers, politely. */
export function announce(text: string): void {
  let region = document.getElementById("annonces");
  if (region === null) {
    region = document.createElement("p");
    region.id = "annonces";
    region.className = "ds-sr-only";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = text;
}

/** The answers of a form as a query string, files left out. */
export function answersOf(form: HTMLFormElement): URLSearchParams {
  const answers = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") answers.append(name, value);
  return answers;
}
