import { type Moment, stages } from "#src/life/index.ts";
import { isPaper } from "../completion/completion.ts";
import type { FileView } from "./file-view.tsx";

/** Sections that are read at each moment; the others wait folded, with what they hold said in their title. */
const read: Readonly<Record<Moment, readonly string[]>> = {
  completeness: ["reponses", "pieces", "complements"],
  review: ["verifications", "doutes", "grille", "budget", "avis"],
  decision: ["avis", "decision", "budget"],
  after: ["decision", "convention"],
};

/** Whether a section of the page is open at first: it is of this moment, something in it waits, or one acts in it. */
export function isOpenAtFirst(view: FileView, section: string): boolean {
  if (read[stages[view.file.application.state].moment].includes(section)) return true;
  const acting = view.typed?.form ?? view.opened;
  if (acting !== undefined && acting !== null && sectionOfForm(acting) === section) return true;
  const { left } = view.instruction;
  switch (section) {
    case "verifications":
      return left.some((one) => one.kind === "criterion") || view.instruction.checks.some((one) => one.isStale);
    case "pieces":
      return view.asked.some((one) => one.isMissing && isPaper(one.path));
    case "messages":
      return view.file.messages.at(-1)?.side === "applicant";
    case "notes":
      return view.file.notes.length > 0;
    default:
      return false;
  }
}

/** The section that holds a form, by the form's name. */
function sectionOfForm(form: string): string {
  if (form.startsWith("v-")) return "verifications";
  if (form.startsWith("d-")) return "doutes";
  if (form.startsWith("g-")) return "grille";
  return { couts: "budget", "avis-rendu": "avis", messages: "messages", notes: "notes" }[form] ?? "actions";
}
