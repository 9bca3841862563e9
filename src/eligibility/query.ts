import type { Form, Group, Item, Raw } from "#policy/index.ts";
import { cleanText, cutText } from "#text/index.ts";

/** Names that the simulator's address uses beside those of the questions. */
export const controlNames = {
  call: "appel",
  step: "etape",
  view: "vue",
  go: "aller",
  add: "ajouter",
  remove: "retirer",
  paste: "coller",
} as const;

/** Name of the box where the lines of a spreadsheet are pasted for a group. */
export function pasteBox(path: string): string {
  return `lignes:${path}`;
}

/** The value of `vue` that shows everything on one page. */
export const wholePage = "page";

export type Go = "suite" | "retour" | "resultat" | "page" | "questions";
const goes: readonly Go[] = ["suite", "retour", "resultat", "page", "questions"];

/** All that the address of the simulator says. */
export interface SimulatorQuery {
  readonly raw: Raw;
  /** What was typed in the communes' boxes, by the path of the question. */
  readonly typed: ReadonlyMap<string, string>;
  readonly step: string | null;
  readonly isWholePage: boolean;
  readonly go: Go | null;
  /** Path of the group to which one item is added. */
  readonly add: string | null;
  /** Path of the item to take away. */
  readonly remove: string | null;
  /** Lines of a spreadsheet, and the group that they are for. */
  readonly paste: { readonly path: string; readonly text: string } | null;
}

const LONGEST_VALUE = 2_000;

/** Addresses hold some 16 000 characters: beyond this many items that hold lists, the request itself is the place. */
export const MOST_LONG_ITEMS = 20;

/**
 * Reads the address. Names that the form does not know are dropped; values are kept as they were typed.
 * `boxName` names the search box that stands beside a commune's question.
 */
export function readQuery(form: Form, params: URLSearchParams, boxName: (name: string) => string): SimulatorQuery {
  const names = namesOf(form);
  const raw: Record<string, string | readonly string[]> = {};
  const typed = new Map<string, string>();
  const long = longGroups(form);
  const isKnown = (name: string) => names.has(name.replace(/\.\d{1,4}(?=\.)/g, ".*"));
  const prefix = boxName("");
  for (const [name, value] of params) {
    if (name.startsWith(prefix)) {
      const path = name.slice(prefix.length);
      if (!typed.has(path) && isKnown(path)) typed.set(path, clean(value));
    }
    if (name === controlNames.call && /^[a-z0-9-]{1,100}$/.test(value)) raw[name] = value;
    if (!isKnown(name) || isBeyond(long, name)) continue;
    const before = raw[name];
    if (before === undefined) raw[name] = clean(value);
    else raw[name] = typeof before === "string" ? [before, clean(value)] : [...before, clean(value)];
  }
  for (const path of long) {
    const count = raw[`${path}.length`];
    if (typeof count === "string") raw[`${path}.length`] = capped(count);
  }
  const one = (name: string) => params.get(name);
  return {
    raw,
    typed,
    step: one(controlNames.step),
    isWholePage: one(controlNames.view) === wholePage,
    go: goes.find((go) => go === one(controlNames.go)) ?? null,
    add: one(controlNames.add),
    remove: one(controlNames.remove),
    paste: pasted(one(controlNames.paste), one),
  };
}

function pasted(path: string | null, one: (name: string) => string | null): SimulatorQuery["paste"] {
  return path === null ? null : { path, text: one(pasteBox(path)) ?? "" };
}

/** Groups whose items hold lists themselves, by their paths: one item fills a good part of an address. */
function longGroups(form: Form): readonly string[] {
  return form.sections.flatMap(({ items }) =>
    items.flatMap((item) => (item.type === "group" && isLong(item) ? [item.path.join(".")] : [])),
  );
}

export function isLong(group: Group): boolean {
  return group.items.some((item) => item.type === "group");
}

function isBeyond(long: readonly string[], name: string): boolean {
  const group = long.find((path) => name.startsWith(`${path}.`));
  if (group === undefined) return false;
  const place = /^(\d+)\./.exec(name.slice(group.length + 1))?.[1];
  return Number(place ?? 0) >= MOST_LONG_ITEMS;
}

function capped(count: string): string {
  return Number(count) > MOST_LONG_ITEMS ? String(MOST_LONG_ITEMS) : count;
}

function clean(value: string): string {
  return cutText(cleanText(value), LONGEST_VALUE);
}

const known = new WeakMap<Form, ReadonlySet<string>>();

/** The field names of a form, `*` for the number of an item, with the counts of its groups. */
function namesOf(form: Form): ReadonlySet<string> {
  const found = known.get(form);
  if (found !== undefined) return found;
  const names = new Set<string>();
  const visit = (item: Item) => {
    const path = item.path.join(".");
    if (item.type === "question") names.add(path);
    else {
      names.add(`${path}.length`);
      item.items.forEach(visit);
    }
  };
  for (const section of form.sections) section.items.forEach(visit);
  known.set(form, names);
  return names;
}

/** The answers as they travel in a link: what is empty is left out, and so is a count that the items already say. */
export function linkable(raw: Raw): Raw {
  const filled = Object.entries(raw).filter(([, value]) => value !== "" && value.length > 0);
  const names = filled.map(([name]) => name);
  return Object.fromEntries(
    filled.filter(([name, value]) => !name.endsWith(".length") || !saysNothing(name, value, names)),
  );
}

function saysNothing(name: string, value: string | readonly string[], names: readonly string[]): boolean {
  const last = Number(value) - 1;
  return last === 0 || names.some((one) => one.startsWith(name.replace(/length$/, `${last}.`)));
}
