import type { Raw } from "#policy/index.ts";
import type { RawValue } from "#src/life/index.ts";

/** One change of one field, as it was kept. `page` is the rendering of the form that sent it. */
export interface Edit {
  readonly version: number;
  readonly path: string;
  readonly page: string;
  readonly before: RawValue | null;
  readonly after: RawValue | null;
}

/** What one page sends: all its fields, and the version of the draft it was made from. */
export interface PostedDraft {
  readonly values: ReadonlyMap<string, RawValue>;
  readonly baseVersion: number;
  readonly page: string;
  /** Fields shown as conflicts that nobody has settled yet: what they hold is never kept by itself. */
  readonly undecided?: ReadonlySet<string>;
  /** What was written since, as this page sees it: all of it, unless told. */
  readonly asSeen?: (edits: readonly Edit[]) => readonly Edit[];
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
}

export interface Merged {
  readonly raw: Raw;
  readonly changes: readonly Change[];
  readonly conflicts: readonly FieldConflict[];
}

/**
 * Brings what a page sends into the draft, field by field. A field that its author did not touch never undoes what
 * others wrote; a field that both changed is a conflict, unless they agree. `edits` are those since the base version;
 * without all of them (`areWhole`) what the page first showed is not known, and whatever differs is a conflict.
 */
export function mergeDraft(current: Raw, edits: readonly Edit[], posted: PostedDraft, areWhole = true): Merged {
  const raw: Record<string, RawValue> = { ...current };
  const changes: Change[] = [];
  const conflicts: FieldConflict[] = [];
  for (const [path, yours] of posted.values) {
    const now = current[path] ?? null;
    if (sameValue(yours, now)) continue;
    const { known, hasForeign } = whatThePageKnows(edits, posted, path, now, areWhole);
    if (known !== undefined && sameValue(yours, known)) continue;
    if (known === undefined || hasForeign || posted.undecided?.has(path) === true) {
      conflicts.push({ path, yours, theirs: now ?? "" });
      continue;
    }
    raw[path] = yours;
    changes.push({ path, before: now, after: yours });
  }
  return { raw, changes, conflicts };
}

/**
 * The value that the page last showed or sent for a field, undefined where it cannot be told any more, and whether
 * another page changed it since.
 */
function whatThePageKnows(
  edits: readonly Edit[],
  posted: PostedDraft,
  path: string,
  now: RawValue | null,
  areWhole: boolean,
): { readonly known: RawValue | null | undefined; readonly hasForeign: boolean } {
  const here = edits.filter((edit) => edit.path === path && edit.version > posted.baseVersion);
  const own = here.findLast((edit) => edit.page === posted.page);
  const unseen = here.filter(
    (edit) => edit.page !== posted.page && edit.version > (own?.version ?? posted.baseVersion),
  );
  const hasForeign = unseen.length > 0 || isMoved(edits, posted, path, own?.version ?? posted.baseVersion);
  if (own !== undefined) return { known: own.after, hasForeign };
  if (!areWhole) return { known: undefined, hasForeign };
  return { known: unseen[0] === undefined ? now : unseen[0].before, hasForeign };
}

/**
 * Whether another page moved the items of a group that this field is in: its number names another item since, even
 * where both hold the same text.
 */
function isMoved(edits: readonly Edit[], posted: PostedDraft, path: string, since: number): boolean {
  return edits.some((edit) => {
    if (edit.page === posted.page || edit.version <= since || !edit.path.endsWith(LENGTH)) return false;
    const group = edit.path.slice(0, -LENGTH.length);
    if (!path.startsWith(`${group}.`)) return false;
    const count = Number(edit.before ?? 0);
    if (Number(edit.after ?? 0) < count) return true;
    return edits.some((one) => one.version === edit.version && indexIn(one.path, group) < count);
  });
}

const LENGTH = ".length";

/** The place in a group that a field belongs to; none, for a field of another part. */
function indexIn(path: string, group: string): number {
  const step = path.startsWith(`${group}.`) ? path.slice(group.length + 1).split(".", 1)[0] : undefined;
  return step !== undefined && /^\d+$/.test(step) ? Number(step) : Number.POSITIVE_INFINITY;
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
