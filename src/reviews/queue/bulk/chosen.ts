import { createHash, randomUUID } from "node:crypto";
import { type FormFields, text, texts } from "#src/platform/http/forms.ts";

/** A file that was chosen in a list, with the version at which the list showed it; null where it did not say. */
export interface Chosen {
  readonly id: string;
  readonly version: number | null;
}

/** Files that one act may take at once: each is locked, judged and written by itself. */
export const MOST_CHOSEN = 500;

/** As a box of the list says it: `0199…~7`. */
export function writeChosen({ id, version }: { readonly id: string; readonly version: number }): string {
  return `${id}~${version}`;
}

/** The files that a form of the list chose: its boxes, and those of other pages that « choose all » brought along. */
export function readChosen(fields: FormFields): readonly Chosen[] {
  const said = [...texts(fields, "dossier"), ...text(fields, "autres").split(" ")];
  const chosen = new Map<string, Chosen>();
  for (const one of said) {
    const [, id, version] =
      /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:~(\d{1,9}))?$/.exec(one) ?? [];
    if (id !== undefined) chosen.set(id, { id, version: version === undefined ? null : Number(version) });
  }
  return [...chosen.values()].slice(0, MOST_CHOSEN);
}

/** The key of the act on one of the files, so that a form sent twice acts once on each. */
export function keyFor(form: string, act: string, file: string): string {
  if (form === "") return randomUUID();
  const hash = createHash("sha256").update(`${form} ${act} ${file}`).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
