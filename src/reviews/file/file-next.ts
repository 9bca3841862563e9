import { gridId } from "../checks/file-grid.tsx";
import { criterionId, doubtId } from "../checks/point.ts";
import type { Left } from "../instruction/instruction.ts";
import { OPINION } from "../opinions/file-opinion.tsx";
import { may, mayTakeStep, type ReviewedView } from "./file-view.tsx";

export interface NextPoint {
  readonly href: string;
  readonly label: string;
  /** How many points wait before the opinion; 0 where none does. */
  readonly left: number;
}

/** Where one goes now in the page: the first point to conclude, then the opinion, then what the file's state asks. */
export function nextPoint(view: ReviewedView): NextPoint | null {
  const { left } = view.instruction;
  const [first] = left;
  if (mayTakeStep(view, "propose-favourable")) {
    if (first === undefined) return { href: `#${OPINION}`, label: "Rendre l’avis", left: 0 };
    return { href: `#${anchorOf(first)}`, label: `Prochain point\u00a0: ${kinds[first.kind]}`, left: left.length };
  }
  if (mayTakeStep(view, "validate-favourable") || mayTakeStep(view, "validate-unfavourable")) {
    return { href: "#actions", label: "Valider l’avis", left: 0 };
  }
  const next = view.parts.find((part) => part.next !== undefined)?.next;
  if (next !== undefined) return { href: "#actions", label: next, left: 0 };
  return may(view, "find") && first !== undefined
    ? { href: `#${anchorOf(first)}`, label: `Prochain point\u00a0: ${kinds[first.kind]}`, left: left.length }
    : null;
}

const kinds: Readonly<Record<Left["kind"], string>> = { criterion: "vérification", doubt: "doute", grid: "grille" };

/** Where a point that waits stands in the page. */
export function anchorOf({ kind, subject, about }: Left): string {
  switch (kind) {
    case "criterion":
      return criterionId(subject, about);
    case "doubt":
      return doubtId(subject);
    case "grid":
      return gridId(subject);
  }
}
