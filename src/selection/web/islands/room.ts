// The screen of the room follows what is recorded elsewhere: told by the service, it reads the page again and puts the new
// one in place. Without this script, the page is read again by its link.
import { enhance, swapFrom } from "#src/ui/islands/shared/page.ts";

enhance("[data-room]", HTMLElement, (room) => {
  const feed = new EventSource(room.dataset.room ?? "");
  const say = (text: string) => {
    const state = document.querySelector("[data-room-state]");
    if (state !== null) state.textContent = text;
  };
  let reading = false;
  let again = false;
  let waits = false;

  async function refresh(): Promise<void> {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    try {
      const response = await fetch(location.href, { headers: { accept: "text/html" } });
      if (response.ok) swapFrom(await response.text());
      say(`En direct, ${now()}`);
    } catch {
      say("Sans nouvelles du service");
    } finally {
      reading = false;
      if (again) {
        again = false;
        void refresh();
      }
    }
  }

  feed.addEventListener("ready", () => say(`En direct, ${now()}`));
  feed.addEventListener("changed", () => {
    // What someone is typing in the trial is not taken from under their hands: told now, shown once they leave the field.
    if (!isTyping(document.activeElement)) return void refresh();
    waits = true;
    say("Un changement vient d’arriver : il s’affiche dès que vous quittez ce champ");
  });
  document.addEventListener("focusout", ({ relatedTarget }) => {
    if (!waits || (relatedTarget instanceof Element && isTyping(relatedTarget))) return;
    waits = false;
    void refresh();
  });
  feed.addEventListener("error", () => say("Connexion perdue, nouvel essai"));
  window.addEventListener("pagehide", () => feed.close());
});

function isTyping(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
}

function now(): string {
  return new Date().toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
}
