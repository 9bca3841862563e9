import { lengthOf, oneLine } from "#text/index.ts";

/** A person's name as it is kept, or null where it is none. */
export function readName(typed: string): string | null {
  const name = oneLine(typed);
  return name === "" || lengthOf(name) > 120 ? null : name;
}
