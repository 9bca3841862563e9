import { type Form, insertItem, itemValues, type Raw } from "#policy/index.ts";
import { type Application, movePapersBack, type RawValue } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { groupOfItem } from "../begin/begin.ts";

/** An item of a group that was taken away from a draft, and the version of the draft that this made. */
export interface Removal {
  readonly item: string;
  readonly version: number;
}

/** `12:list.1`, the version then the item, as links and buttons carry it. */
export function writeRemoval({ version, item }: Removal): string {
  return `${version}:${item}`;
}

/** Reads it back; null for anything else. */
export function readRemoval(text: string): Removal | null {
  const [, version = "", item = ""] = /^(\d{1,9}):([A-Za-z][\w.]{0,200})$/.exec(text) ?? [];
  return version === "" ? null : { item, version: Number(version) };
}

/** What an item held when it was taken away, and when that was. */
export interface RemovedItem {
  readonly values: Raw;
  readonly at: string;
}

/**
 * What was taken away, read from the edits of the draft; null where it cannot be put back: nothing was taken away then,
 * its group has gained or lost another item since, or the edits are gone with a filing.
 */
export async function findRemoved(
  tx: Tx,
  form: Form,
  application: Application,
  removal: Removal,
): Promise<RemovedItem | null> {
  const place = groupOfItem(form, removal.item);
  if (place === null) return null;
  const edits = await tx
    .selectFrom("draft_edit")
    .select((eb) => ["raw_version", "path", "before", "after", eb.cast<string>("at", "text").as("at")])
    .where("application_id", "=", application.id)
    .where("raw_version", ">=", removal.version)
    .orderBy("raw_version", "desc")
    .execute();
  const [itsOwn, since] = [
    edits.filter((one) => one.raw_version === removal.version),
    edits.filter((one) => one.raw_version > removal.version),
  ];
  const versions = new Set(edits.map((one) => one.raw_version)).size;
  const length = itsOwn.find((one) => one.path === `${place.path}.length`);
  if (length === undefined || versions !== application.rawVersion - removal.version + 1) return null;
  if (isTaller(length) || since.some((one) => rearranges(one.path, place.path))) return null;
  const before: Record<string, RawValue> = { ...application.raw };
  for (const edit of edits) {
    if (edit.before === null) delete before[edit.path];
    else before[edit.path] = edit.before as RawValue;
  }
  return { values: itemValues(before, removal.item), at: length.at };
}

/** An item was added: nothing was taken away. */
function isTaller(length: { readonly before: unknown; readonly after: unknown }): boolean {
  return length.before !== null && Number(length.after) >= Number(length.before);
}

/** Whether an edit moves the items of this group, or those of one that it is in. */
function rearranges(path: string, group: string): boolean {
  if (!path.endsWith(".length")) return false;
  const moved = path.slice(0, -".length".length);
  return moved === group || group.startsWith(`${moved}.`);
}

/** The draft with the item back in its place and its papers with it; null where it cannot be. */
export async function putBack(
  tx: Tx,
  form: Form,
  application: Application,
  raw: Raw,
  removal: Removal,
): Promise<Raw | null> {
  const place = groupOfItem(form, removal.item);
  const removed = await findRemoved(tx, form, application, removal);
  if (place === null || removed === null) return null;
  const back = insertItem(raw, place.path, place.index, removed.values, place.group);
  if (back === raw) return null;
  await movePapersBack(tx, application.id, removal.item, removed.at);
  return back;
}
