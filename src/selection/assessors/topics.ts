import { frameworkByVersion, tagsOfKind } from "#policy/index.ts";

/** What an assessor may know best: the transitions of a version of the text. */
export function specialitiesOf(framework: string): readonly { readonly id: string; readonly label: string }[] {
  const tags = frameworkByVersion(framework)?.tags ?? [];
  return tagsOfKind(tags, "transition").map(({ id, label }) => ({ id, label }));
}

/** The specialities that the answers of a file name, wherever its form asks for them. */
export function topicsIn(facts: unknown, specialities: readonly string[]): readonly string[] {
  const found = new Set<string>();
  visit(facts, (word) => {
    if (specialities.includes(word)) found.add(word);
  });
  return [...found].sort();
}

function visit(value: unknown, meet: (word: string) => void): void {
  if (typeof value === "string") meet(value);
  else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) visit(one, meet);
}
