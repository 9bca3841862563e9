import { type Moment, stages } from "#src/life/index.ts";
import type { ReviewedView } from "./file-view.tsx";

/** Folds that are read at each moment; the others wait, with what they hold said in their title. */
const read: Readonly<Record<Moment, readonly string[]>> = {
  completeness: ["complements"],
  review: [],
  decision: ["decision"],
  after: ["decision", "convention"],
};

/** Whether a fold of the page is open at first: it is of this moment, something in it waits, or one acts in it. */
export function isOpenAtFirst(view: ReviewedView, section: string): boolean {
  if (read[stages[view.file.application.state].moment].includes(section)) return !isEmpty(view, section);
  if ((view.typed?.form ?? view.opened) === section) return true;
  return section === "messages" && view.file.messages.at(-1)?.side === "applicant";
}

function isEmpty(view: ReviewedView, section: string): boolean {
  return section === "complements" && view.file.requests.length === 0;
}
