import type { Missing, Section } from "#policy/index.ts";
import {
  type Application,
  type OpenApplication,
  policyDay,
  type RawValue,
  readApplication,
  schemeOf,
  textOf,
} from "#src/life/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { fieldId } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { placeAfter } from "../begin/begin.ts";
import { budgetTable } from "../budget/table.ts";
import type { Saved } from "./drafts.ts";
import { buttons } from "./form-question.tsx";
import { writeRemoval } from "./removals.ts";

/** Where the buttons of the budget lead: to the line that came, to that of its own page, or back to the table. */
export function lineToShow(
  file: OpenApplication,
  fields: FormFields,
  id: string,
  section: Section,
  added: number | null,
): string | null {
  const path = budgetTable(file.reading.scheme)?.path ?? "";
  const here = urls.applicationSection.href({ id, section: section.id });
  if (added !== null) return `${here}#${fieldId(`${path}.${added}`)}`;
  const [, go = "", line = ""] = /^(ligne|budget):(\d{1,4})$/.exec(text(fields, buttons.go)) ?? [];
  if (go === "ligne") return urls.applicationBudgetLine.href({ id, line });
  return go === "budget" ? `${here}#${fieldId(`${path}.${line}`)}` : null;
}

export function toldOfDirectory(file: OpenApplication, found: ReadonlyMap<string, RawValue>): string {
  const moved = [...found.keys()].some(
    (path) => path.endsWith(".commune") && textOf(file.application.raw, path) !== "",
  );
  const told = "L’annuaire des entreprises a complété les champs à côté du SIRET : vérifiez-les.";
  return moved ? `${told} La commune est maintenant celle de ce SIRET.` : told;
}

/** Where each button leads: on, back, or here with the eye on what changed, cannot be read or contradicts itself. */
export function destination(
  file: OpenApplication,
  { application: saved, removal }: Extract<Saved, { kind: "saved" }>,
  section: Section,
  fields: FormFields,
  world: World,
): string {
  const { id } = saved;
  const here = urls.applicationSection.href({ id, section: section.id });
  const [add, remove] = [text(fields, buttons.add), text(fields, buttons.remove)];
  if (removal !== null)
    return `${urls.applicationSection.href({ id, section: section.id }, { retrait: writeRemoval(removal) })}#${fieldId(placeAfter(add, remove, saved.raw))}`;
  if (add !== "" || remove !== "") return `${here}#${fieldId(placeAfter(add, remove, saved.raw))}`;
  const searched = text(fields, "chercher-commune");
  if (searched !== "") return `${here}#${fieldId(searched)}`;
  const { sections } = schemeOf(saved, policyDay(world.clock.now())).scheme.form;
  const index = sections.findIndex((one) => one.id === section.id);
  const go = text(fields, buttons.go);
  if (go === "plus-tard") return urls.application.href({ id });
  if (go === "retour") return urls.applicationSection.href({ id, section: sections[index - 1]?.id ?? section.id });
  if (hasWrong(file, saved, section, world))
    return urls.applicationSection.href({ id, section: section.id }, { verifier: 1 });
  if (go !== "suite") return here;
  const next = sections[index + 1];
  return next === undefined
    ? urls.applicationAttachments.href({ id })
    : urls.applicationSection.href({ id, section: next.id });
}

function hasWrong(file: OpenApplication, saved: Application, section: Section, world: World): boolean {
  const reading = readApplication(saved, file.ledgers, [], policyDay(world.clock.now()));
  const here = (gap: Missing) => gap.contradicts === true && gap.section === section.id;
  return (
    reading.gaps.some(here) ||
    reading.questions.some((one) => one.section === section.id && reading.errors.has(one.path))
  );
}
