import { GROUPS, type Group, groupOf, STATES, type State } from "#src/life/index.ts";
import type { Query } from "#src/urls.ts";
import { cutText, trimText } from "#text/index.ts";
import { type Cursor, readCursor, writeCursor } from "../cursor.ts";
import type { Facet } from "./facet.ts";

export const SORTS = ["submitted", "deadline", "amount", "organisation"] as const;
export type Sort = (typeof SORTS)[number];

/** What the queue shows. Money in cents; "moi" and "personne" are kept as said, so that a view can be shared. */
export interface QueueFilter {
  /** The tab. */
  readonly group: Group | null;
  /** By the name of a facet, the values asked of it: any of them. A facet that narrows nothing is not there. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly search: string;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly cursor: Cursor | null;
}

/** Names of the parameters in addresses, in French as the pages are; those of the facets are their own. */
const names = {
  group: "vue",
  atLeast: "min",
  atMost: "max",
  search: "q",
  sort: "tri",
  direction: "sens",
  cursor: "page",
} as const;

const groupWords: Readonly<Record<Group, string>> = {
  "to-do": "a-instruire",
  completion: "complements",
  opinion: "avis",
  agreement: "suites",
  closed: "clos",
};
/** The tab that shows every filed request. */
const EVERYTHING = "tous";
const sortWords: Readonly<Record<Sort, string>> = {
  submitted: "depot",
  deadline: "delai",
  amount: "montant",
  organisation: "organisme",
};
/** The facet of states. */
export const STATE = "etat";
/** Values of one facet that an address may ask at once. */
const MANY = 40;

/** What a bare address opens on. */
export type HomeFilter = Pick<QueueFilter, "group" | "values" | "sort" | "descending"> &
  Partial<Pick<QueueFilter, "atLeast" | "atMost" | "search">>;

/** Every filed request, last first. */
export const everyApplication: HomeFilter = { group: null, values: {}, sort: "submitted", descending: true };

/**
 * Reads a filter from an address. What it does not know is left out: an old link still opens the queue. An address that
 * says nothing opens on `home`; a search or a filter looks everywhere.
 */
export function readFilter(query: URLSearchParams, home: HomeFilter, facets: readonly Facet[]): QueueFilter {
  const isBare = [...query.keys()].every((name) => aside.has(name));
  const value = (name: string) => trimText(query.get(name) ?? "");
  const sort = SORTS.find((one) => sortWords[one] === value(names.sort)) ?? "submitted";
  const direction = value(names.direction);
  const values = readValues(query, facets);
  const read: QueueFilter = {
    // States that are asked by name stand in whichever tab they do.
    group: STATE in values ? null : (GROUPS.find((one) => groupWords[one] === value(names.group)) ?? null),
    values,
    atLeast: readEuros(value(names.atLeast)),
    atMost: readEuros(value(names.atMost)),
    search: cutText(value(names.search), 200),
    sort,
    descending: direction === "" ? naturallyDescending(sort) : direction === "desc",
    cursor: readCursor(value(names.cursor)),
  };
  return isBare ? { ...read, ...home } : read;
}

/** What an address of the queue says beside its filter: which files are chosen. */
const aside = new Set(["choix"]);

/** Said by the links that sort, beside the order that they ask: it stays the reader's. */
export const KEEP_ORDER: Query = { garder: "tri" };

function readValues(query: URLSearchParams, facets: readonly Facet[]): QueueFilter["values"] {
  const values: Record<string, readonly string[]> = {};
  for (const { name, knows } of facets) {
    const known = asked(query, name).filter(knows);
    if (known.length > 0) values[name] = known.slice(0, MANY);
  }
  return values;
}

/** The texts that an address gives to a name, each once, blanks left out. */
export function asked(query: URLSearchParams, name: string): readonly string[] {
  return [...new Set(query.getAll(name).map((text) => cutText(trimText(text), 100)))].filter((text) => text !== "");
}

function readEuros(text: string): number | null {
  const digits = text.replace(/[\s€]/g, "").replace(",", ".");
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(digits)) return null;
  return Math.round(Number(digits) * 100);
}

/** The newest files and the largest amounts come first; the nearest deadline and the first letter too. */
export function naturallyDescending(sort: Sort): boolean {
  return sort === "submitted" || sort === "amount";
}

/** The address of every filed request: a bare one opens on its reader's own home. */
export const everyApplicationQuery: Query = { [names.group]: EVERYTHING };

/** The parameters that bring a filter back. What is at rest is left out, so that addresses stay short. */
export function queryOf(filter: QueueFilter): Query {
  return {
    [names.group]: filter.group === null ? EVERYTHING : groupWords[filter.group],
    ...filter.values,
    [names.atLeast]: filter.atLeast === null ? null : writeEuros(filter.atLeast),
    [names.atMost]: filter.atMost === null ? null : writeEuros(filter.atMost),
    [names.search]: filter.search,
    [names.sort]: filter.sort === "submitted" ? null : sortWords[filter.sort],
    [names.direction]:
      filter.descending === naturallyDescending(filter.sort) ? null : filter.descending ? "desc" : "asc",
    [names.cursor]: filter.cursor === null ? null : writeCursor(filter.cursor),
  };
}

export function writeEuros(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace(".", ",");
}

/** Names of the form's fields and their values in addresses, for the page that filters. */
export const queueFields = { names, groupWords, sortWords } as const;

/** The values asked of a facet. */
export function valuesOf(filter: Pick<QueueFilter, "values">, name: string): readonly string[] {
  return filter.values[name] ?? [];
}

/** The same filter, with these values of a facet in place of those it has; none lets the facet go. */
export function withValues(filter: QueueFilter, name: string, values: readonly string[]): QueueFilter {
  const { [name]: _before, ...others } = filter.values;
  return { ...filter, values: values.length === 0 ? others : { ...others, [name]: values }, cursor: null };
}

/** The same filter from its first page: what an export, a tab or a saved view keeps. */
export function withoutPage(filter: QueueFilter): QueueFilter {
  return { ...filter, cursor: null };
}

/** The tab and the order alone, all that narrows it let go. */
export function withoutFilters(filter: QueueFilter): QueueFilter {
  return { ...filter, values: {}, atLeast: null, atMost: null, search: "", cursor: null };
}

/** True where nothing but a tab and an order was chosen: counts are then known without counting. */
export function isPlain({ values, atLeast, atMost, search }: QueueFilter): boolean {
  return Object.keys(values).length === 0 && atLeast === null && atMost === null && search === "";
}

/** States of a tab, for the queries that cannot call `groupOf`. */
export function statesOf(group: Group): readonly State[] {
  return STATES.filter((state) => groupOf(state) === group);
}
