/**
 * What people typed, verbatim and flat: the draft's content, the names of the HTML fields and the simulator's
 * query string are this same map. `people.0.name`, `people.0.phones.1.number`,
 * and `people.length` for the number of items of a group.
 */
export type Raw = Readonly<Record<string, string | readonly string[]>>;

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** How many items a group has: what is said, never under `min` nor over `max`; unsaid, as many as were filled. */
export function itemCount(raw: Raw, groupPath: string, bounds: Bounds): number {
  return itemCounts(raw)(groupPath, bounds);
}

/** The same for who asks of many groups: what is filled is looked for once. */
export function itemCounts(raw: Raw): (groupPath: string, bounds: Bounds) => number {
  let highest: ReadonlyMap<string, number> | undefined;
  return (groupPath, { min, max }) => {
    const said = raw[`${groupPath}.length`];
    const lengthOfFilled = () => {
      highest ??= highestIndexes(raw);
      return (highest.get(groupPath) ?? -1) + 1;
    };
    const length = typeof said === "string" && PLACE.test(said) ? Number(said) : lengthOfFilled();
    return Math.min(max, Math.max(min, length));
  };
}

const PLACE = /^\d{1,6}$/;

/** By path of a group, the last place of it at which something is. */
function highestIndexes(raw: Raw): ReadonlyMap<string, number> {
  const highest = new Map<string, number>();
  for (const key of Object.keys(raw)) {
    let next = 0;
    for (let dot = key.indexOf("."); dot !== -1; dot = next) {
      next = key.indexOf(".", dot + 1);
      const step = key.slice(dot + 1, next === -1 ? key.length : next);
      if (!PLACE.test(step)) continue;
      const group = key.slice(0, dot);
      if (Number(step) > (highest.get(group) ?? -1)) highest.set(group, Number(step));
    }
  }
  return highest;
}

function indexIn(key: string, groupPath: string): number | null {
  if (!key.startsWith(`${groupPath}.`)) return null;
  const step = key.slice(groupPath.length + 1).split(".", 1)[0] ?? "";
  return PLACE.test(step) ? Number(step) : null;
}

/** One more empty item at the end of a group; the same map where the group is full. */
export function addItem(raw: Raw, groupPath: string, bounds: { readonly min: number; readonly max: number }): Raw {
  const count = itemCount(raw, groupPath, bounds);
  return count >= bounds.max ? raw : { ...raw, [`${groupPath}.length`]: String(count + 1) };
}

/** Without one item of a group; those after it move up. A group at its minimum keeps an empty item in its place. */
export function removeItem(
  raw: Raw,
  groupPath: string,
  index: number,
  bounds: { readonly min: number; readonly max: number },
): Raw {
  const count = itemCount(raw, groupPath, bounds);
  if (index < 0 || index >= count) return raw;
  const kept: Record<string, string | readonly string[]> = {};
  for (const [key, value] of Object.entries(raw)) {
    const at = indexIn(key, groupPath);
    if (at === index) continue;
    if (at === null || at < index) kept[key] = value;
    else kept[`${groupPath}.${at - 1}${key.slice(`${groupPath}.${at}`.length)}`] = value;
  }
  kept[`${groupPath}.length`] = String(Math.max(bounds.min, count - 1));
  return kept;
}

/** What one item of a group holds, by the rest of each path. */
export function itemValues(raw: Raw, itemPath: string): Raw {
  const own = Object.entries(raw).filter(([key]) => key.startsWith(`${itemPath}.`));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(itemPath.length + 1), value]));
}

/** Puts an item back where it was taken from; those that have its place move down. The same map where the group is full. */
export function insertItem(
  raw: Raw,
  groupPath: string,
  index: number,
  values: Raw,
  bounds: { readonly min: number; readonly max: number },
): Raw {
  const count = itemCount(raw, groupPath, bounds);
  if (index < 0 || index > count || count >= bounds.max) return raw;
  const made: Record<string, string | readonly string[]> = {};
  for (const [key, value] of Object.entries(raw)) {
    const at = indexIn(key, groupPath);
    if (at === null || at < index) made[key] = value;
    else made[`${groupPath}.${at + 1}${key.slice(`${groupPath}.${at}`.length)}`] = value;
  }
  for (const [rest, value] of Object.entries(values)) made[`${groupPath}.${index}.${rest}`] = value;
  made[`${groupPath}.length`] = String(count + 1);
  return made;
}

/** `people.0.age` → `/people/0/age`. Names in a form hold neither `/` nor `~`, names of facts may. */
export function pointerOf(path: string): string {
  if (path === "") return "";
  const escaped = /[~/]/.test(path) ? path.replaceAll("~", "~0").replaceAll("/", "~1") : path;
  return `/${escaped.replaceAll(".", "/")}`;
}

/** `/people/0/age` → `people.0.age`: the field to lead to. */
export function pathOf(pointer: string): string {
  const path = pointer.slice(pointer.indexOf("/") + 1).replaceAll("/", ".");
  return path.includes("~") ? path.replaceAll("~1", "/").replaceAll("~0", "~") : path;
}
