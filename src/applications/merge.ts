import type { Raw } from "#policy/index.ts";

export type RawValue = string | readonly string[];

/** One change of one field, as it was kept. `page` is the rendering of the form that sent it. */
export interface Edit {
  readonly version: number;
  readonly path: string;
  readonly page: string;
  readonly personId: string | null;
  readonly before: RawValue | null;
  readonly after: RawValue | null;
}

/** What one page sends: all its fields, and the version of the draft it was made from. */
export interface PostedDraft {
  readonly values: ReadonlyMap<string, RawValue>;
  readonly baseVersion: number;
  readonly page: string;
}

export interface Change {
  readonly path: string;
  readonly before: RawValue | null;
  readonly after: RawValue | null;
}

/** Two people changed the same field: theirs is kept, yours is shown beside. */
export interface FieldConflict {
  readonly path: string;
  readonly yours: RawValue;
  readonly theirs: RawValue;
  readonly personId: string | null;
}

export interface Merged {
  readonly raw: Raw;
  readonly changes: readonly Change[];
  readonly conflicts: readonly FieldConflict[];
}

/**
 * Brings what a page sends into the draft, field by field. A field that its author did not touch never undoes what
 * others wrote; a field that both changed is a conflict, unless they agree. `edits` are those since the base version.
 */
export function mergeDraft(current: Raw, edits: readonly Edit[], posted: PostedDraft): Merged {
  const raw: Record<string, RawValue> = { ...current };
  const changes: Change[] = [];
  const conflicts: FieldConflict[] = [];
  for (const [path, yours] of posted.values) {
    const now = current[path] ?? null;
    if (sameValue(yours, now)) continue;
    const { known, foreign } = whatThePageKnows(edits, posted, path, now);
    if (sameValue(yours, known)) continue;
    if (foreign !== null) {
      conflicts.push({ path, yours, theirs: now ?? "", personId: foreign.personId });
      continue;
    }
    raw[path] = yours;
    changes.push({ path, before: now, after: yours });
  }
  return { raw, changes, conflicts };
}

/** The value that the page last showed or sent for a field, and the last change by another page that it has not seen. */
function whatThePageKnows(
  edits: readonly Edit[],
  posted: PostedDraft,
  path: string,
  now: RawValue | null,
): { readonly known: RawValue | null; readonly foreign: Edit | null } {
  const here = edits.filter((edit) => edit.path === path && edit.version > posted.baseVersion);
  const own = here.findLast((edit) => edit.page === posted.page);
  const unseen = here.filter(
    (edit) => edit.page !== posted.page && edit.version > (own?.version ?? posted.baseVersion),
  );
  const known = own !== undefined ? own.after : unseen[0] !== undefined ? unseen[0].before : now;
  return { known, foreign: unseen.at(-1) ?? null };
}

/** What differs between two drafts, field by field: the effect of adding or taking away an item. */
export function changesBetween(before: Raw, after: Raw): readonly Change[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths]
    .map((path) => ({ path, before: before[path] ?? null, after: after[path] ?? null }))
    .filter((change) => !sameValue(change.before, change.after));
}

/** Nothing, an empty text and no ticked box are the same; so are one text and a list that holds it alone. */
export function sameValue(a: RawValue | null, b: RawValue | null): boolean {
  const left = listOf(a);
  const right = listOf(b);
  return left.length === right.length && left.every((one, index) => one === right[index]);
}

function listOf(value: RawValue | null): readonly string[] {
  const list = value === null ? [] : typeof value === "string" ? [value] : value;
  return list.filter((one) => one !== "");
}
