// Each file leaves as soon as it is chosen, on its own: an error holds up nothing else and can be tried again.
//
// POST to `data-upload`, multipart, one file under the field's name, `accept: application/json`:
//   2xx kept; any refusal {message | detail} is told beside the file.
// `data-refresh` names the regions to read again once a file was kept.
import { announce, enhance, sentenceOf, swapFrom } from "./shared/page.ts";

enhance("[data-island='upload']", HTMLElement, (box) => {
  const input = box.querySelector<HTMLInputElement>("input[type=file]");
  const list = box.querySelector("ul");
  const url = box.dataset.upload;
  if (input === null || list === null || url === undefined) return;
  const name = input.name;
  const maxSize = Number(box.dataset.maxSize ?? Number.POSITIVE_INFINITY);
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    // Sent here, so not sent again with the form.
    input.value = "";
    // Another choice answers what was refused before: nothing red stays under a paper that is joined.
    const answered = input.multiple ? "li[data-refused]" : "li[data-tone='danger']";
    for (const old of list.querySelectorAll(answered)) old.remove();
    for (const file of files) list.append(line(file));
  });

  function line(file: File): HTMLElement {
    const item = document.createElement("li");
    const label = document.createElement("span");
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `Envoi de ${file.name}`);
    const action = document.createElement("button");
    action.type = "button";
    action.className = "ds-button";
    action.dataset.variant = "tertiary";
    action.dataset.size = "sm";
    item.append(label, bar, action);
    if (file.size > maxSize) fail(`ce fichier dépasse ${Math.round(maxSize / 1e6)} Mo.`, false);
    else send();
    return item;

    function send(): void {
      const request = new XMLHttpRequest();
      delete item.dataset.tone;
      delete item.dataset.refused;
      label.textContent = file.name;
      bar.hidden = false;
      bar.value = 0;
      offer("Annuler l’envoi", () => request.abort());
      request.open("POST", url ?? "");
      request.setRequestHeader("accept", "application/json");
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) bar.value = event.loaded / event.total;
      });
      request.addEventListener("load", () => {
        if (request.status >= 200 && request.status < 300) done();
        else fail(refusal(request), mayPass(request.status));
      });
      request.addEventListener("error", () => fail("la connexion a été coupée.", true));
      request.addEventListener("abort", () => item.remove());
      const body = new FormData();
      body.append(name, file);
      request.send(body);
    }

    function done(): void {
      bar.hidden = true;
      action.hidden = true;
      label.textContent = `${file.name} : joint`;
      announce(`${file.name} est joint.`);
      void refresh(item);
    }

    function fail(why: string, again: boolean): void {
      bar.hidden = true;
      item.dataset.tone = "danger";
      if (!again) item.dataset.refused = "";
      label.textContent = `${file.name} : ${why}`;
      announce(`${file.name} n’est pas joint : ${why}`);
      if (again) offer("Réessayer", send);
      else offer("Retirer de la liste", () => item.remove());
    }

    function offer(text: string, act: () => void): void {
      action.hidden = false;
      action.textContent = text;
      action.setAttribute("aria-label", `${text} : ${file.name}`);
      action.onclick = act;
    }
  }

  async function refresh(item: HTMLElement): Promise<void> {
    const region = box.dataset.refresh;
    if (region === undefined) return;
    const response = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
    if (!response?.ok) return;
    swapFrom(await response.text(), region.split(" "));
    item.remove();
  }
});

/** Whether the same file may be taken another time: not where the file itself is refused. */
function mayPass(status: number): boolean {
  return ![413, 415, 422].includes(status);
}

function refusal(request: XMLHttpRequest): string {
  if (request.status === 401) return "votre session est fermée. Reconnectez-vous dans un autre onglet, puis réessayez.";
  const otherwise =
    request.status === 413
      ? "ce fichier est trop lourd."
      : "l’envoi n’a pas abouti. Le fichier n’est pas perdu : réessayez.";
  if (request.status >= 500) return otherwise;
  try {
    return sentenceOf(JSON.parse(request.responseText)) ?? otherwise;
  } catch {
    return otherwise;
  }
}
