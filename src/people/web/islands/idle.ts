// Before an agent's session closes for want of activity: a word, and a button to stay. Another tab that is worked in counts.
import { enhance } from "#src/ui/islands/shared/page.ts";

const MINUTE = 60_000;
/** How long before the end one is told. */
const WARNING = 3;

enhance("[data-idle]", HTMLElement, (box) => {
  const minutes = Number(box.dataset.idle);
  const template = box.querySelector("template");
  if (!(minutes > 0) || template === null) return;
  const tabs = new BroadcastChannel("essaim-session");
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin(): void {
    clearTimeout(timer);
    box.replaceChildren();
    timer = setTimeout(warn, Math.max(minutes - WARNING, minutes / 2) * MINUTE);
  }

  function warn(): void {
    if (template === null) return;
    box.replaceChildren(template.content.cloneNode(true));
    box.querySelector("button")?.addEventListener("click", stay);
  }

  async function stay(): Promise<void> {
    const answer = await fetch(box.dataset.keep ?? "", { method: "HEAD" }).catch(() => null);
    if (answer?.ok === true && !answer.redirected) {
      tabs.postMessage("seen");
      begin();
      return;
    }
    const told = box.querySelector("[data-idle-told]");
    if (told === null) return;
    told.textContent =
      answer === null
        ? "Le service ne répond pas : réessayez."
        : "Votre session s’est fermée. Reconnectez-vous dans un autre onglet, puis envoyez cette page : rien n’en est perdu.";
  }

  tabs.addEventListener("message", begin);
  tabs.postMessage("seen");
  begin();
});
