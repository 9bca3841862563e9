import type { Reading } from "#src/life/index.ts";
import { fieldId } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { BELONGING } from "../belonging/belonging.ts";
import { PARTNERS } from "../partners/waiting.ts";

/** The address of the very field, paper or box that a path names. */
export function placeOf(reading: Reading, id: string, path: string): string {
  if (path.startsWith("documents.")) return `${urls.applicationAttachments.href({ id })}#${fieldId(path)}`;
  if (path === BELONGING) return `#${BELONGING}`;
  if (path === PARTNERS) return urls.applicationPartners.href({ id });
  if (path.startsWith("declarations.")) return `#${fieldId(path)}`;
  const section =
    reading.allQuestions.find((one) => one.path === path)?.section ?? reading.scheme.form.sections[0]?.id ?? "";
  return `${urls.applicationSection.href({ id, section }, { verifier: 1 })}#${fieldId(path)}`;
}
