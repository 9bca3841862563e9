import {
  addItem,
  type Control,
  type Form,
  fundedRule,
  type Group,
  type Item,
  type OpenScheme,
  PARTNER_ID,
  partyPath,
  type Raw,
  removeItem,
  routeBegunBy,
} from "#policy/index.ts";
import { type Known, prefill, type RawValue, textOf } from "#src/life/index.ts";
import type { OrganisationKind } from "#src/people/index.ts";
import { settleCommune } from "#src/territory/index.ts";
import { cleanText, cutText } from "#text/index.ts";

const LONGEST_VALUE = 2_000;
const MOST_VALUES = 2_000;

/**
 * The answers that a link carries (the simulator's address), for the names that the form knows; the rest is dropped. What
 * stands in the place of a commune's code is read as if it were typed in its box.
 */
export function answersFromLink(form: Form, params: URLSearchParams, boxName: (path: string) => string): Raw {
  const names = namesOf(form);
  const raw: Record<string, RawValue> = {};
  for (const name of [...new Set(params.keys())].slice(0, MOST_VALUES)) {
    const kind = names.get(name.replace(/\.\d{1,4}(?=\.)/g, ".*"));
    if (kind === undefined) continue;
    const values = params.getAll(name).map((value) => cutText(cleanText(value), LONGEST_VALUE));
    const [first = "", ...others] = values;
    raw[name] = others.length === 0 ? first : values.slice(0, 50);
    if (kind !== "commune" || first === "") continue;
    const { code, text } = settleCommune(first, undefined);
    raw[name] = code;
    if (code === "") raw[boxName(name)] = text;
  }
  return raw;
}

/** What the form calls its fields, and the kind of each. */
function namesOf(form: Form): ReadonlyMap<string, Control["kind"] | "count"> {
  const names = new Map<string, Control["kind"] | "count">();
  const visit = (item: Item): void => {
    const path = item.path.join(".");
    if (item.type === "question") {
      names.set(path, item.control.kind);
      return;
    }
    names.set(`${path}.length`, "count");
    item.items.forEach(visit);
  };
  for (const section of form.sections) section.items.forEach(visit);
  return names;
}

/**
 * A draft's first answers: those brought along, then what the service knows where nothing was said. The establishment's
 * own commune stands before the one tried in the simulator: the place of the establishment decides.
 */
export function firstAnswers(
  scheme: Pick<OpenScheme, "form" | "parties" | "asking">,
  brought: Raw,
  known: Known,
  kind: OrganisationKind,
): Raw {
  const filled = prefill(scheme, { ...routeBegunBy(scheme, kind), ...brought }, known);
  const commune = known["organisation.commune"] ?? "";
  const rule = fundedRule(scheme);
  if (rule?.commune === undefined || commune === "") return filled;
  const isOwn = textOf(filled, partyPath(scheme, rule.siret, 0)) === known["organisation.siret"];
  return isOwn ? { ...filled, [partyPath(scheme, rule.commune, 0)]: commune } : filled;
}

/** The draft once the button « add » or « take away » of a group is pressed; the same one where the form has no such group. */
export function rearranged(form: Form, raw: Raw, add: string, remove: string): Raw {
  if (add !== "") {
    const group = groupAt(form, add);
    return group === null ? raw : addItem(raw, add, group);
  }
  const at = groupOfItem(form, remove);
  // Who takes part in a project is taken away with a word to them, not by a button of the form.
  if (textOf(raw, `${remove}.${PARTNER_ID}`) !== "") return raw;
  return at === null ? raw : removeItem(raw, at.path, at.index, at.group);
}

/** Where the eye goes after it: the item just added, or the group that lost one. */
export function placeAfter(add: string, remove: string, raw: Raw): string {
  if (add === "") return remove.slice(0, Math.max(0, remove.lastIndexOf(".")));
  const said = raw[`${add}.length`];
  return `${add}.${Math.max(0, Number(typeof said === "string" ? said : "1") - 1)}`;
}

/** The group that an item is in, by the item's path; null where the form has no such group. */
export function groupOfItem(
  form: Form,
  item: string,
): { readonly group: Group; readonly path: string; readonly index: number } | null {
  const cut = item.lastIndexOf(".");
  const path = item.slice(0, Math.max(0, cut));
  const [group, index] = [groupAt(form, path), Number(item.slice(cut + 1))];
  return group === null || !Number.isInteger(index) ? null : { group, path, index };
}

function groupAt(form: Form, path: string): Group | null {
  if (!/^[A-Za-z]\w*(?:\.\w+){0,8}$/.test(path)) return null;
  const shape = path.replace(/\.\d{1,4}(?=\.)/g, ".*");
  const find = (items: readonly Item[]): Group | null => {
    for (const item of items) {
      if (item.type !== "group") continue;
      if (item.path.join(".") === shape && item.continues !== true) return item;
      const inside = find(item.items);
      if (inside !== null) return inside;
    }
    return null;
  };
  return find(form.sections.flatMap((section) => section.items));
}
