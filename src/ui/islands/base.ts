// On every page: no double sending, errors first, copied links, confirmed acts, counted characters.
import { announce, enhance } from "./shared/page.ts";

document.documentElement.dataset.script = "on";

const sent = new WeakSet<HTMLFormElement>();

// Bubbling to the document, so that whoever holds the sending back has already said so.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "post") return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  const button = event.submitter;
  button?.setAttribute("aria-busy", "true");
  // An answer that is a file leaves one on the page: the form may be sent again after a while.
  setTimeout(() => release(form, button), 10_000);
});

window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) release(form, form.querySelector("[aria-busy]"));
});

function release(form: HTMLFormElement, button: Element | null): void {
  sent.delete(form);
  button?.removeAttribute("aria-busy");
}

document.querySelector<HTMLElement>("[data-focus-on-load]")?.focus();

// A link leads to what it names, even folded.
function unfold(): void {
  const target = location.hash === "" ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  for (let fold = target.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null) {
    fold.open = true;
  }
  target.scrollIntoView();
}
window.addEventListener("hashchange", unfold);
unfold();

enhance("[data-copy]", HTMLElement, (box) => {
  const field = box.querySelector("input");
  const button = box.querySelector<HTMLElement>("[data-copy-button]");
  if (field === null || button === null || !("clipboard" in navigator)) return;
  button.hidden = false;
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    const status = box.querySelector("[data-copy-status]");
    try {
      await navigator.clipboard.writeText(new URL(field.value, location.href).href);
      if (status) status.textContent = "Lien copié.";
    } catch {
      field.select();
      if (status) status.textContent = "Copiez le lien sélectionné.";
    }
  });
});

enhance("[data-confirm]", HTMLDetailsElement, (details) => {
  const summary = details.querySelector("summary");
  const body = details.querySelector<HTMLElement>(".es-confirm-body");
  const heading = body?.querySelector("h2");
  if (!summary || !body || !heading || typeof HTMLDialogElement === "undefined") return;
  const dialog = document.createElement("dialog");
  dialog.className = "es-dialog";
  dialog.setAttribute("aria-labelledby", heading.id);
  summary.setAttribute("role", "button");
  summary.setAttribute("aria-haspopup", "dialog");
  summary.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.append(body);
    details.after(dialog);
    dialog.showModal();
  });
  const cancel = body.querySelector<HTMLElement>("[data-confirm-cancel]");
  if (cancel) {
    cancel.hidden = false;
    cancel.addEventListener("click", () => dialog.close());
  }
  dialog.addEventListener("close", () => {
    details.append(body);
    dialog.remove();
    summary.focus();
  });
});

enhance("textarea[data-max]", HTMLTextAreaElement, (area) => {
  const counter = document.querySelector<HTMLElement>(`[data-counter-for="${CSS.escape(area.id)}"]`);
  const max = Number(area.dataset.max);
  if (counter === null) return;
  const before = counter.textContent;
  const count = () => {
    const left = max - area.value.length;
    counter.toggleAttribute("data-over", left < 0);
    if (left >= max * 0.2) counter.textContent = before;
    else counter.textContent = left < 0 ? tooMany(-left) : `${characters(left)} ${left < 2 ? "restant" : "restants"}`;
  };
  area.addEventListener("input", count);
  area.addEventListener("change", () => {
    if (area.value.length > max) announce(tooMany(area.value.length - max));
  });
  count();
});

function characters(count: number): string {
  return `${count.toLocaleString("fr-FR")}\u00a0${count < 2 ? "caractère" : "caractères"}`;
}

function tooMany(count: number): string {
  return `${characters(count)} de trop`;
}

enhance("button[data-print]", HTMLButtonElement, (button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
