// The computed part of the page follows the answers. A GET form is asked again with what is typed;
// a form that saves by itself is read again once saved. Without this script, the button does the same.
import { answersOf, enhance, later, swapFrom } from "./shared/page.ts";

enhance("form[data-island~='live']", HTMLFormElement, (form) => {
  let current: AbortController | undefined;
  const readsAddress = form.method === "get";

  async function refresh(): Promise<void> {
    current?.abort();
    current = new AbortController();
    const url = addressOf(form);
    busy(true);
    try {
      const response = await fetch(url, { headers: { accept: "text/html" }, signal: current.signal });
      if (!response.ok) return;
      swapFrom(await response.text());
      if (readsAddress) history.replaceState(history.state, "", url);
    } catch {
      // Gone or superseded: the page keeps the last figures, the button still works.
    } finally {
      busy(false);
    }
  }

  if (!readsAddress) {
    form.addEventListener("essaim:saved", (event) => {
      // Figures of before what was just typed would take the place of newer ones.
      if (event instanceof CustomEvent && event.detail.isBehind === true) return;
      void refresh();
    });
    // What is typed since is not in that answer: it comes with the next one.
    form.addEventListener("input", () => current?.abort());
    return;
  }
  const soon = later(() => void refresh(), 350);
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
});

function addressOf(form: HTMLFormElement): string {
  const url = new URL(form.method === "get" ? form.action : (form.dataset.live ?? location.href), location.href);
  if (form.method !== "get") return url.href;
  const answers = answersOf(form);
  for (const [name, value] of [...answers]) if (value === "") answers.delete(name, value);
  url.search = answers.toString();
  return url.href;
}

function busy(on: boolean): void {
  for (const target of document.querySelectorAll("[data-live-target]")) target.setAttribute("aria-busy", String(on));
}
