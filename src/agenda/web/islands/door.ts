// The door with a poor network: an arrival is noted at once on the telephone, and sent when the network is there.
interface Noted {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

const STORE = `essaim-door:${location.pathname}`;
const RETRY_MS = 5000;
const status = document.querySelector<HTMLElement>("[data-door-status]");
const count = document.querySelector<HTMLElement>("[data-door-count]");
let isSending = false;

function waiting(): readonly Noted[] {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? "[]") as Noted[];
  } catch {
    return [];
  }
}

function keep(all: readonly Noted[]): void {
  localStorage.setItem(STORE, JSON.stringify(all));
  if (status === null) return;
  if (all.length === 0) status.textContent = "";
  else
    status.textContent =
      all.length === 1 ? "Un pointage attend le réseau." : `${all.length} pointages attendent le réseau.`;
}

async function sendAll(): Promise<void> {
  if (isSending) return;
  isSending = true;
  try {
    for (let [next] = waiting(); next !== undefined; [next] = waiting()) {
      const answer = await fetch(next.action, {
        method: "POST",
        headers: { accept: "application/json" },
        body: new URLSearchParams(next.fields),
      });
      // What the service refuses for good would block all the others; what it cannot do now is tried again.
      if (answer.status >= 500 || answer.status === 429) break;
      keep(waiting().slice(1));
    }
  } catch {
    // No network: what was noted stays on the telephone.
  } finally {
    isSending = false;
    keep(waiting());
  }
}

function show(form: HTMLFormElement, isThere: boolean, hour: string): void {
  const present = form.elements.namedItem("present") as HTMLInputElement;
  const button = form.querySelector("button");
  const label = button?.querySelector("span")?.firstChild;
  present.value = isThere ? "non" : "oui";
  if (label) label.textContent = isThere ? `Arrivé à ${hour}, corriger` : "Arrivé";
  button?.setAttribute("data-variant", isThere ? "tertiary" : "primary");
  button?.removeAttribute("aria-busy");
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-door]")];
  const there = forms.filter((one) => (one.elements.namedItem("present") as HTMLInputElement).value === "non").length;
  if (count)
    count.textContent = `${there} ${there < 2 ? "personne arrivée" : "personnes arrivées"} sur ${forms.length}`;
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-door]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields: Record<string, string> = { le: new Date().toISOString() };
    for (const [name, value] of new FormData(form)) fields[name] = String(value);
    keep([...waiting(), { action: form.action, fields }]);
    const hour = new Date()
      .toLocaleTimeString("fr-FR", { hour: "numeric", minute: "2-digit" })
      .replace(":", "\u00a0h\u00a0");
    show(form, fields.present === "oui", hour);
    void sendAll();
  });
}

window.addEventListener("online", () => void sendAll());
setInterval(() => {
  if (waiting().length > 0) void sendAll();
}, RETRY_MS);
// What a page before this one could not send is shown as noted, and sent.
for (const { fields } of waiting()) {
  const form = [...document.querySelectorAll<HTMLFormElement>("form[data-door]")].find(
    (one) => (one.elements.namedItem("inscription") as HTMLInputElement).value === fields.inscription,
  );
  if (form) show(form, fields.present === "oui", "l’instant");
}
void sendAll();
