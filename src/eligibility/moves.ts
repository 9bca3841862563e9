import { addItem, type Form, type Group, type Item, itemCount, type Raw, removeItem } from "#policy/index.ts";
import { pasteLines } from "./paste.ts";
import { isLong, MOST_LONG_ITEMS, type SimulatorQuery } from "./query.ts";
import { pathAt, type SimulatorStep } from "./steps.ts";

/** Where a button leads: the answers as they become, and the item to look at. */
export interface Changed {
  readonly raw: Raw;
  /** Path of the item just added, or of the one before what was taken away. */
  readonly at: string;
}

/** Adds or takes away one item of a repeated group, as the pressed button says; null where it says neither. */
export function changeItems(form: Form, raw: Raw, query: SimulatorQuery): Changed | null {
  if (query.add !== null) {
    const found = groupAt(form, query.add);
    if (found === null) return null;
    const changed = addItem(raw, query.add, bounds(found));
    return { raw: changed, at: `${query.add}.${itemCount(changed, query.add, bounds(found)) - 1}` };
  }
  if (query.paste !== null) {
    const { path, text } = query.paste;
    const found = groupAt(form, path);
    return found === null ? null : { raw: pasteLines(found, path, raw, text, bounds(found).max), at: `${path}.0` };
  }
  if (query.remove === null) return null;
  const cut = query.remove.lastIndexOf(".");
  const path = query.remove.slice(0, cut);
  const index = Number(query.remove.slice(cut + 1));
  const found = groupAt(form, path);
  if (found === null || !Number.isInteger(index)) return null;
  return { raw: removeItem(raw, path, index, bounds(found)), at: `${path}.${Math.max(0, index - 1)}` };
}

export function bounds(group: Group): { readonly min: number; readonly max: number } {
  return { min: group.min, max: isLong(group) ? Math.min(group.max, MOST_LONG_ITEMS) : group.max };
}

function groupAt(form: Form, path: string): Group | null {
  if (!/^[\w.]{1,200}$/.test(path)) return null;
  const at = (path.match(/\.\d{1,4}(?=\.)/g) ?? []).map((step) => Number(step.slice(1)));
  const find = (items: readonly Item[]): Group | null => {
    for (const item of items) {
      if (item.type !== "group") continue;
      if (pathAt(item.path, at) === path) return item;
      const inside = find(item.items);
      if (inside !== null) return inside;
    }
    return null;
  };
  return find(form.sections.flatMap((section) => section.items));
}

/** The screen asked for, or the first one; then the ones around it. */
export function placeIn(
  steps: readonly SimulatorStep[],
  id: string | null,
): {
  readonly index: number;
  readonly step: SimulatorStep;
  readonly previous: SimulatorStep | null;
  readonly next: SimulatorStep | null;
} | null {
  const found = steps.findIndex((step) => step.id === id);
  const index = found === -1 ? 0 : found;
  const step = steps[index];
  if (step === undefined) return null;
  return { index, step, previous: steps[index - 1] ?? null, next: steps[index + 1] ?? null };
}
