import type { Raw } from "#policy/index.ts";
import { type Edit, sameValue } from "../draft/merge.ts";

/**
 * What was written since a page was made, as one part of the project saw it: a part that comes or goes before it gives it
 * another place, and changes nothing of it. `namesIn` gives the names of its fields where it stands in a draft, always in
 * the same order; none, where it does not stand there.
 */
export function editsOfPart(
  current: Raw,
  edits: readonly Edit[],
  namesIn: (raw: Raw) => readonly string[],
): readonly Edit[] {
  const names = namesIn(current);
  const seen: Edit[] = [];
  let after = current;
  for (const step of [...Map.groupBy(edits, ({ version }) => version).values()].toReversed()) {
    const before = undone(after, step);
    const [page, version] = [step[0]?.page ?? "", step[0]?.version ?? 0];
    for (const [index, path] of names.entries()) {
      const change = { before: valueAt(before, namesIn, index), after: valueAt(after, namesIn, index) };
      if (!sameValue(change.before, change.after)) seen.unshift({ version, path, page, ...change });
    }
    after = before;
  }
  return seen;
}

function undone(raw: Raw, edits: readonly Edit[]): Raw {
  const paths = new Set(edits.map(({ path }) => path));
  const kept = Object.entries(raw).filter(([path]) => !paths.has(path));
  return Object.fromEntries([
    ...kept,
    ...edits.flatMap(({ path, before }) => (before === null ? [] : [[path, before] as const])),
  ]);
}

function valueAt(raw: Raw, namesIn: (raw: Raw) => readonly string[], index: number) {
  return raw[namesIn(raw)[index] ?? ""] ?? null;
}
