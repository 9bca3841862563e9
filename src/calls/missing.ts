import type { Temporal } from "temporal-polyfill";
import { type Call, schemeOfCall } from "./call.ts";
import { readCall } from "./content.ts";
import { callForm, weighedLines } from "./form.ts";

/** One thing that keeps a call from opening, with where it is mended. */
export interface Blocking {
  /** The section of the form; "vote" for the vote of the grid. */
  readonly section: string;
  readonly path: string;
  readonly label: string;
  readonly message: string;
}

/** All that keeps a call from opening: nothing is invented in the place of what the funder did not say. */
export function blocksOpening(call: Call, now: Temporal.Instant): readonly Blocking[] {
  const scheme = schemeOfCall(call);
  const { errors, missing, closesAt } = readCall(scheme, call.raw);
  const sections = callForm(scheme).sections;
  const sectionOf = (path: string) =>
    sections.find(({ items }) =>
      items.some((item) => path === item.path.join(".") || path.startsWith(`${item.path.join(".")}.`)),
    );
  const wrong = [...errors].map(([path, message]) => {
    const section = sectionOf(path);
    const item = section?.items.find((one) => one.path.join(".") === path);
    return { section: section?.id ?? "presentation", path, label: item?.label ?? section?.title ?? path, message };
  });
  const blocking: Blocking[] = [...wrong, ...missing];
  if (closesAt !== null && closesAt.epochMilliseconds <= now.epochMilliseconds) {
    blocking.push({
      section: "calendrier",
      path: "closesOn",
      label: "Jour de clôture",
      message: "La clôture est passée.",
    });
  }
  if (weighedLines(scheme).length > 0 && call.gridVote === null) {
    blocking.push({
      section: "vote",
      path: "vote",
      label: "Vote de la grille",
      message: "Le comité de l’appel vote les poids avant l’ouverture ; inscrivez son vote.",
    });
  }
  return blocking;
}
