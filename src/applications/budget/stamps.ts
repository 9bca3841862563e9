import { hash } from "node:crypto";
import type { LineNote } from "./line-state.ts";
import type { WrittenLine } from "./table.ts";

/** So much of a digest that no two lines of a budget are mistaken for one another. */
const LENGTH = 8;

/**
 * What a line shows beside its cells, as one short word. The page says which it shows, and is answered the others: of 200
 * lines, one changes as one types.
 */
export function stampOf({ path, number }: WrittenLine, note: LineNote, rules: readonly string[]): string {
  const { state, kept, reason, provision, wrong } = note;
  const said = JSON.stringify([path, number, state, kept, reason, provision, [...wrong], rules]);
  return hash("sha1", said, "base64url").slice(0, LENGTH);
}

/** The stamps that a page says it shows, one after the other. */
export function stampsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(new RegExp(`.{${LENGTH}}`, "gs")));
}
