// Keeps a draft by itself and says when. The form's own button keeps it too, without this script.
//
// POST to `data-autosave`, form-encoded, `accept: application/json`: all the fields, the cells of a table that changed.
//   200 {savedAt?: ISO instant, version?: number | string}  kept; `version` goes into the form's hidden field
//   409 {message, field?}   someone else kept another version: stop, tell, lose nothing that is on screen; `field` is
//                   the id of the field that it is about
//   other refusals {message | detail}, or no answer at all: tell and try again
//
// Who moves the fields of the form about holds it meanwhile: `essaim:hold` gives the promise of what is on its way, and
// nothing is sent until `essaim:release`. `essaim:flush` keeps what is typed at once, for who leaves by another way.
import { type Cell, isCell } from "./shared/cell.ts";
import { announce, answersOf, enhance, later, sentenceOf } from "./shared/page.ts";

const settleTime = 1200;
const longestWait = 60_000;

enhance("form[data-autosave]", HTMLFormElement, keepSaved);

function keepSaved(form: HTMLFormElement): void {
  const url = form.dataset.autosave ?? form.action;
  const status = form.querySelector<HTMLElement>("[data-autosave-status]");
  let savedAt = status?.dataset.savedAt === undefined ? undefined : Date.parse(status.dataset.savedAt);
  let kept = answersOf(form).toString();
  const cells = keptCells(form);
  let failures = 0;
  let stopped = false;
  let held = false;
  let leaving = false;
  let saving: Promise<void> | undefined;

  const dirty = () => answersOf(form).toString() !== kept;
  const saveSoon = later(() => void save(), settleTime);

  async function save(): Promise<void> {
    if (stopped || held || saving !== undefined || !dirty()) return;
    saving = send().finally(() => {
      saving = undefined;
      if (failures === 0 && dirty()) saveSoon();
    });
    await saving;
  }

  async function send(): Promise<void> {
    const answers = answersOf(form);
    const { body: changed, keep } = cells.changedIn(answers);
    say("Enregistrement…");
    let response: Response;
    try {
      response = await fetch(url, { method: "POST", body: changed, headers: { accept: "application/json" } });
    } catch {
      retry("Pas de connexion : ce que vous tapez reste sur cette page, nous réessayons.");
      return;
    }
    const body: unknown = await response.json().catch(() => undefined);
    if (response.status === 409) return conflict(body);
    if (response.status === 401 || response.status === 403) {
      retry(
        "Votre session est fermée. Reconnectez-vous dans un autre onglet : cette page garde ce que vous avez tapé.",
      );
      return;
    }
    if (response.status >= 500) {
      retry("Le service n’enregistre pas pour l’instant : ce que vous tapez reste sur cette page, nous réessayons.");
      return;
    }
    if (!response.ok) {
      retry(sentenceOf(body) ?? "L’enregistrement n’a pas abouti, nous réessayons.");
      return;
    }
    keep();
    accept(answers, body);
  }

  function accept(answers: URLSearchParams, body: unknown): void {
    const recovered = failures > 0;
    const first = savedAt === undefined;
    failures = 0;
    const told = typeof body === "object" && body !== null ? body : {};
    const at: unknown = Reflect.get(told, "savedAt");
    const version: unknown = Reflect.get(told, "version");
    savedAt = typeof at === "string" ? Math.min(Date.parse(at), Date.now()) : Date.now();
    const field = form.elements.namedItem("version");
    if ((typeof version === "string" || typeof version === "number") && field instanceof HTMLInputElement) {
      field.value = String(version);
      if (answers.has("version")) answers.set("version", field.value);
    }
    kept = answers.toString();
    tell();
    if (first || recovered) announce("Brouillon enregistré.");
    // What was typed while this was on its way is not in it: another one follows.
    form.dispatchEvent(new CustomEvent("essaim:saved", { bubbles: true, detail: { isBehind: dirty() } }));
  }

  function retry(text: string): void {
    failures += 1;
    say(text, "danger");
    if (failures === 1) announce(text);
    setTimeout(() => void save(), Math.min(longestWait, 2000 * 2 ** (failures - 1)));
  }

  function conflict(body: unknown): void {
    stopped = true;
    const told = sentenceOf(body) ?? "Une autre personne a enregistré ce brouillon entre-temps.";
    say(`${told} `, "danger");
    announce(told);
    tellBeside(body, told);
    const link = document.createElement("a");
    link.href = location.href;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "Voir la version enregistrée (nouvel onglet)";
    status?.append(link);
  }

  function say(text: string, tone?: string): void {
    if (status === null) return;
    status.textContent = text;
    if (tone === undefined) delete status.dataset.tone;
    else status.dataset.tone = tone;
  }

  function tell(): void {
    if (savedAt !== undefined && failures === 0 && saving === undefined && !stopped)
      say(savedText(Date.now() - savedAt));
    else if (savedAt !== undefined && failures === 0 && !stopped && !dirty()) say(savedText(0));
  }

  form.addEventListener("essaim:hold", (event) => {
    held = true;
    if (event instanceof CustomEvent) event.detail.settled = saving ?? Promise.resolve();
  });
  form.addEventListener("essaim:flush", (event) => {
    if (!(event instanceof CustomEvent)) return;
    leaving = true;
    event.detail.settled = (saving ?? Promise.resolve()).then(save);
  });
  form.addEventListener("essaim:release", () => {
    held = false;
    saveSoon();
  });
  form.addEventListener("input", saveSoon);
  form.addEventListener("change", saveSoon);
  window.addEventListener("online", () => void save());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void save();
  });
  form.addEventListener("submit", (event) => {
    leaving = true;
    if (saving === undefined || event.defaultPrevented) return;
    // The version on its way must be the one that the form carries.
    event.preventDefault();
    const button = event.submitter;
    void saving.finally(() => form.requestSubmit(button));
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && dirty()) event.preventDefault();
  });
  setInterval(tell, 30_000);
  tell();
}

/**
 * Cells of a table travel when they changed: a long budget has thousands, and one is typed at a time. Known by the cell
 * and not by its name, which follows its line; a cell that came since the page did is always sent.
 */
function keptCells(form: HTMLFormElement) {
  const known = new WeakMap<Element, string>();
  const all = () => [...form.querySelectorAll<HTMLElement>("[data-cell]")].filter(isCell);
  for (const cell of all()) known.set(cell, shownFirst(cell));

  function changedIn(answers: URLSearchParams) {
    const sent = all().map((cell) => [cell, cell.value] as const);
    // A cell that waits for a choice between two values is sent with the choice.
    const undecided = new Set(answers.getAll("conflit"));
    const same = sent.filter(([cell, value]) => known.get(cell) === value && !undecided.has(cell.name));
    const left = new Set(same.map(([cell]) => cell.name));
    const body = new URLSearchParams([...answers].filter(([name]) => !left.has(name)));
    const keep = () => {
      for (const [cell, value] of sent) known.set(cell, value);
    };
    return { body, keep };
  }
  return { changedIn };
}

/** What the service wrote in a cell: a browser that comes back to a page may have put what was typed there since. */
function shownFirst(cell: Cell): string {
  if (!(cell instanceof HTMLSelectElement)) return cell.defaultValue;
  return [...cell.options].find(({ defaultSelected }) => defaultSelected)?.value ?? cell.options[0]?.value ?? "";
}

/** The same sentence under the label of the field that it is about, where there is one. */
function tellBeside(body: unknown, told: string): void {
  const id: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "field") : undefined;
  const control = typeof id === "string" ? document.getElementById(id) : null;
  const box = control?.closest<HTMLElement>(".es-field");
  if (!control || !box) return;
  const error = document.createElement("p");
  error.className = "es-error";
  error.id = `${control.id}-conflit`;
  error.textContent = told;
  box.dataset.invalid = "true";
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${error.id}`.trim());
  box.querySelector("label, legend")?.after(error);
}

function savedText(elapsed: number): string {
  const minutes = Math.floor(elapsed / 60_000);
  if (minutes < 1) return "Enregistré à l’instant";
  if (minutes < 60) return `Enregistré il y a ${minutes} minute${minutes > 1 ? "s" : ""}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `Enregistré il y a ${hours} heure${hours > 1 ? "s" : ""}`;
  return `Enregistré il y a ${Math.floor(hours / 24)} jours`;
}
