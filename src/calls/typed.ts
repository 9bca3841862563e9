import type { Group, Item, Raw, Section } from "#policy/index.ts";
import { type FormFields, texts } from "#src/platform/http/forms.ts";
import { isBlank } from "#text/index.ts";

/**
 * What one page of the form sent, in the place of what the same page said before. Lines of a table that were left blank
 * are no lines: the others close up.
 */
export function withSection(raw: Raw, section: Section, sent: FormFields): Raw {
  const others = Object.entries(raw).filter(([name]) => !section.items.some((item) => holds(item, name)));
  const here = section.items.flatMap((item) =>
    item.type === "question"
      ? [[item.path.join("."), typedAt(sent, item.path.join("."))] as const]
      : linesOf(item, sent),
  );
  return Object.fromEntries([...others, ...here]);
}

function holds(item: Item, name: string): boolean {
  const path = item.path.join(".");
  return name === path || name.startsWith(`${path}.`);
}

function linesOf(group: Group, sent: FormFields): readonly (readonly [string, string | readonly string[]])[] {
  const base = group.path.join(".");
  const places = new Set(
    Object.keys(sent)
      .filter((name) => name.startsWith(`${base}.`))
      .map((name) => Number(name.slice(base.length + 1).split(".", 1)[0]))
      .filter((place) => Number.isInteger(place) && place >= 0),
  );
  const fields = group.items.map((item) => item.id);
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => fields.map((field) => [field, typedAt(sent, `${base}.${place}.${field}`)] as const))
    .filter((line) => line.some(([, value]) => (typeof value === "string" ? !isBlank(value) : value.length > 0)))
    .slice(0, group.max)
    .flatMap((line, place) => line.map(([field, value]) => [`${base}.${place}.${field}`, value] as const));
}

function typedAt(sent: FormFields, name: string): string | readonly string[] {
  const all = texts(sent, name);
  return all.length > 1 ? all : (all[0] ?? "");
}
