// The keyboard of the scoring sheet: 0 to 9 give a mark to the line where one is, n and p go to the next and the previous
// line. Off while one types, or for good where one turned them off: dictation and shaky hands press keys that were not
// meant. All of it is also reached by Tab.
import { enhance } from "#src/ui/islands/shared/page.ts";

enhance("form[data-sheet]", HTMLFormElement, (form) => {
  const lines = [...form.querySelectorAll<HTMLElement>("[data-marks]")];
  let at = 0;
  const keys = keysOf(document.querySelector<HTMLElement>("[data-sheet-keys]"));

  form.addEventListener("focusin", (event) => {
    const band = event.target instanceof Element ? event.target.closest(".es-sheet-band") : null;
    const index = lines.findIndex((line) => band?.contains(line) === true);
    if (index !== -1) at = index;
  });

  document.addEventListener("keydown", (event) => {
    if (!keys.isOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "n" || event.key === "p") {
      go(at + (event.key === "n" ? 1 : -1));
      event.preventDefault();
      return;
    }
    const radio = lines[at]?.querySelector<HTMLInputElement>(`input[value="${CSS.escape(event.key)}"]`);
    if (!/^\d$/.test(event.key) || radio === null || radio === undefined || radio.disabled) return;
    radio.checked = true;
    radio.focus();
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    event.preventDefault();
  });

  form.addEventListener("input", sayLacks);
  form.addEventListener("change", sayLacks);

  /** What is still to fill, as it is typed: a mark and its justification on each line. */
  function sayLacks(): void {
    const unmarked = lines.filter((line) => line.querySelector("input:checked") === null).length;
    const reasons = [...form.querySelectorAll<HTMLTextAreaElement>('textarea[name^="reason."]')];
    const lacks = unmarked + reasons.filter(({ value }) => value.trim() === "").length;
    const told = form.querySelector("[data-lacks]");
    if (told !== null) told.textContent = lacks === 0 ? "" : ` (${lacks} à remplir)`;
  }

  function go(to: number): void {
    at = Math.max(0, Math.min(lines.length - 1, to));
    const line = lines[at];
    (line?.querySelector<HTMLElement>("input:checked") ?? line?.querySelector<HTMLElement>("input"))?.focus();
    line?.scrollIntoView({ block: "center" });
  }
});

const KEPT = "essaim.sheet-keys";

/** The keys of this browser: on, until who uses it turns them off. */
function keysOf(help: HTMLElement | null): { isOn(): boolean } {
  let on = localStorage.getItem(KEPT) !== "off";
  const button = help?.querySelector("button");
  const say = () => {
    if (button) button.textContent = on ? "Désactiver ces touches" : "Activer ces touches";
  };
  button?.addEventListener("click", () => {
    on = !on;
    localStorage.setItem(KEPT, on ? "on" : "off");
    say();
  });
  say();
  if (help !== null) help.hidden = false;
  return { isOn: () => on };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== "radio")
  );
}
