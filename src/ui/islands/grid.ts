// A short table of lines in a form that is sent as a whole: arrows and Enter as in a spreadsheet, and a block pasted goes to
// the box below, whose button reads it. Without this script the box takes the same block.
import { keepKeys } from "./shared/keys.ts";
import { enhance } from "./shared/page.ts";

enhance("[data-island='grid']", HTMLElement, (grid) => {
  const press = (button: HTMLElement | null) => {
    button?.click();
    return button !== null;
  };
  keepKeys(grid, {
    add: () => press(document.getElementById(grid.dataset.add ?? "")),
    duplicate: () => false,
    remove: (row) => press(row.querySelector("[data-act='remove']")),
    putBack: () => false,
  });
  grid.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const box = document.getElementById(grid.dataset.box ?? "");
    if (!(box instanceof HTMLTextAreaElement) || !(text.includes("\t") || text.trim().includes("\n"))) return;
    event.preventDefault();
    box.value = text;
    press(box.closest("details")?.querySelector("button") ?? null);
  });
});
