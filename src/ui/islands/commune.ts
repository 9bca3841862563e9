// The commune's box becomes a combobox (ARIA 1.2, list with manual selection) fed by the service's own list.
import { announce, enhance, later } from "./shared/page.ts";

interface Commune {
  readonly code: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  readonly department?: string;
}

enhance("[data-island='commune']", HTMLElement, (box) => {
  const input = box.querySelector<HTMLInputElement>("input[type=text]");
  const line = input?.parentElement;
  if (!input || !line || input.readOnly) return;
  const list = document.createElement("ul");
  list.className = "es-listbox";
  list.id = `${input.id}-liste`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Communes");
  line.append(list);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
  ] as const) {
    input.setAttribute(name, value);
  }
  let found: readonly Commune[] = [];
  let active = -1;
  let asked = 0;

  const search = later(() => void ask(), 180);

  async function ask(): Promise<void> {
    const query = input?.value.trim() ?? "";
    if (query.length < 2) return close();
    const turn = ++asked;
    try {
      const url = new URL(box.dataset.url ?? "", location.href);
      url.searchParams.set("q", query);
      const response = await fetch(url, { headers: { accept: "application/json" } });
      if (!response.ok || turn !== asked) return;
      show(communesOf(await response.json()));
    } catch {
      close();
    }
  }

  function show(communes: readonly Commune[]): void {
    found = communes;
    active = -1;
    list.replaceChildren(...communes.map(option));
    toggle(communes.length > 0);
    const many = communes.length > 1;
    announce(
      communes.length === 0
        ? "Aucune commune trouvée."
        : `${communes.length} commune${many ? "s" : ""} trouvée${many ? "s" : ""}, choisissez avec les flèches.`,
    );
  }

  function option(commune: Commune, index: number): HTMLElement {
    const item = document.createElement("li");
    item.id = `${list.id}-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.append(commune.name);
    const place = document.createElement("small");
    place.textContent = placeOf(commune);
    item.append(" ", place);
    // The field keeps the focus; one who presses by mistake still lets go elsewhere.
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => choose(index));
    return item;
  }

  function choose(index: number): void {
    const commune = found[index];
    if (commune === undefined || !input) return;
    input.value = `${commune.name} (${placeOf(commune)})`;
    set(commune.code);
    close();
    announce(`${commune.name} choisie.`);
  }

  function set(value: string): void {
    const code = codeField(box);
    if (code.value === value) return;
    code.value = value;
    code.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function toggle(open: boolean): void {
    list.hidden = !open;
    input?.setAttribute("aria-expanded", String(open));
    if (!open) input?.removeAttribute("aria-activedescendant");
  }

  function close(): void {
    asked += 1;
    active = -1;
    toggle(false);
  }

  function move(to: number): void {
    if (list.hidden || found.length === 0) return;
    active = (to + found.length) % found.length;
    [...list.children].forEach((item, index) => {
      item.setAttribute("aria-selected", String(index === active));
      if (index === active) item.scrollIntoView({ block: "nearest" });
    });
    input?.setAttribute("aria-activedescendant", `${list.id}-${active}`);
  }

  input.addEventListener("input", () => {
    set("");
    search();
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden) void ask();
    else if (event.key === "ArrowDown") move(active + 1);
    else if (event.key === "ArrowUp") move(active === -1 ? found.length - 1 : active - 1);
    else if (event.key === "Enter" && !list.hidden) choose(active === -1 && found.length === 1 ? 0 : active);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  });
});

/** The hidden field that carries the code; the radios of an earlier search give way to it once one types anew. */
function codeField(box: HTMLElement): HTMLInputElement {
  const there = box.querySelector<HTMLInputElement>("[data-commune-code]");
  if (there !== null) return there;
  const made = document.createElement("input");
  made.type = "hidden";
  made.name = box.dataset.name ?? "";
  made.value = box.querySelector<HTMLInputElement>("input[type=radio]:checked")?.value ?? "";
  box.querySelector("fieldset")?.remove();
  box.append(made);
  return made;
}

function placeOf(commune: Commune): string {
  return [commune.postcodes.slice(0, 3).join(", "), commune.department].filter(Boolean).join(", ");
}

function communesOf(body: unknown): readonly Commune[] {
  return Array.isArray(body) ? body.filter(isCommune) : [];
}

function isCommune(value: unknown): value is Commune {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "code") === "string" &&
    typeof Reflect.get(value, "name") === "string" &&
    Array.isArray(Reflect.get(value, "postcodes"))
  );
}
