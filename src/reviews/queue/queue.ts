import type { Eligibility } from "#policy/engine/eligibility.ts";
import { compactNumber, sirenOf } from "#policy/index.ts";
import { GROUPS, type Group, groupOf, STATES, type State } from "#src/life/index.ts";
import type { Query } from "#src/urls.ts";
import { cutText, trimText } from "#text/index.ts";
import { type Cursor, readCursor, writeCursor } from "./cursor.ts";

export const SORTS = ["submitted", "deadline", "amount", "organisation"] as const;
export type Sort = (typeof SORTS)[number];

/** What the queue shows. Money in cents; "me" and "nobody" are said as such, so that a saved view can be shared. */
export interface QueueFilter {
  readonly group: Group | null;
  readonly state: State | null;
  readonly assignee: "me" | "nobody" | { readonly person: string } | null;
  readonly deadline: "late" | "soon" | "suspended" | null;
  /** Department number, or INSEE code of a commune. */
  readonly place: string | null;
  readonly verdict: Eligibility | null;
  readonly route: Route | null;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly search: string;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly cursor: Cursor | null;
}

export const ROUTES = ["individual", "collective", "opco"] as const;
export type Route = (typeof ROUTES)[number];

export const VERDICTS = ["eligible", "not-eligible", "incomplete", "to-assess"] as const;

/** Days under which a deadline is close. */
export const SOON_DAYS = 7;

export const DEPARTMENTS: Readonly<Record<string, string>> = {
  "14": "Calvados",
  "27": "Eure",
  "50": "Manche",
  "61": "Orne",
  "76": "Seine-Maritime",
};

/** Names of the parameters in addresses, in French as the pages are. */
const names = {
  group: "vue",
  state: "etat",
  assignee: "agent",
  deadline: "delai",
  place: "lieu",
  verdict: "verdict",
  route: "voie",
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
const deadlineWords = { late: "retard", soon: "proche", suspended: "suspendu" } as const;

/** What a bare address opens on. */
export type HomeFilter = Pick<QueueFilter, "group" | "state" | "sort" | "descending">;

/** Every filed request, last first. */
export const everyFile: HomeFilter = { group: null, state: null, sort: "submitted", descending: true };

/**
 * Reads a filter from an address. What it does not know is left out: an old link still opens the queue. An address that
 * says nothing opens on `home`; a search or a filter looks everywhere.
 */
export function readFilter(query: URLSearchParams, home: HomeFilter): QueueFilter {
  const isBare = [...query.keys()].length === 0;
  const value = (name: string) => trimText(query.get(name) ?? "");
  const sort = SORTS.find((one) => sortWords[one] === value(names.sort)) ?? "submitted";
  const direction = value(names.direction);
  const read: QueueFilter = {
    group: GROUPS.find((one) => groupWords[one] === value(names.group)) ?? null,
    state: STATES.find((one) => one === value(names.state) && one !== "draft") ?? null,
    assignee: readAssignee(value(names.assignee)),
    deadline: keyOf(deadlineWords, value(names.deadline)),
    place: /^(\d{2}|\d{5}|2[AB]\d{3})$/.test(value(names.place)) ? value(names.place) : null,
    verdict: VERDICTS.find((one) => one === value(names.verdict)) ?? null,
    route: ROUTES.find((one) => one === value(names.route)) ?? null,
    atLeast: readEuros(value(names.atLeast)),
    atMost: readEuros(value(names.atMost)),
    search: cutText(value(names.search), 200),
    sort,
    descending: direction === "" ? naturallyDescending(sort) : direction === "desc",
    cursor: readCursor(value(names.cursor)),
  };
  return isBare ? { ...read, ...home } : read;
}

function readAssignee(text: string): QueueFilter["assignee"] {
  if (text === "") return null;
  if (text === "moi") return "me";
  if (text === "personne") return "nobody";
  return { person: cutText(text, 100) };
}

function readEuros(text: string): number | null {
  const digits = text.replace(/[\s€]/g, "").replace(",", ".");
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(digits)) return null;
  return Math.round(Number(digits) * 100);
}

function keyOf<K extends string>(words: Readonly<Record<K, string>>, text: string): K | null {
  return (Object.keys(words) as K[]).find((key) => words[key] === text) ?? null;
}

/** The newest files and the largest amounts come first; the nearest deadline and the first letter too. */
function naturallyDescending(sort: Sort): boolean {
  return sort === "submitted" || sort === "amount";
}

/** The address of every filed request: a bare one opens on its reader's own home. */
export const everyFileQuery: Query = { [names.group]: EVERYTHING };

/** The parameters that bring a filter back. What is at rest is left out, so that addresses stay short. */
export function queryOf(filter: QueueFilter): Query {
  return {
    [names.group]: filter.group === null ? EVERYTHING : groupWords[filter.group],
    [names.state]: filter.state,
    [names.assignee]: writeAssignee(filter.assignee),
    [names.deadline]: filter.deadline === null ? null : deadlineWords[filter.deadline],
    [names.place]: filter.place,
    [names.verdict]: filter.verdict,
    [names.route]: filter.route,
    [names.atLeast]: filter.atLeast === null ? null : writeEuros(filter.atLeast),
    [names.atMost]: filter.atMost === null ? null : writeEuros(filter.atMost),
    [names.search]: filter.search,
    [names.sort]: filter.sort === "submitted" ? null : sortWords[filter.sort],
    [names.direction]:
      filter.descending === naturallyDescending(filter.sort) ? null : filter.descending ? "desc" : "asc",
    [names.cursor]: filter.cursor === null ? null : writeCursor(filter.cursor),
  };
}

export function writeAssignee(assignee: QueueFilter["assignee"]): string | null {
  if (assignee === null) return null;
  if (assignee === "me") return "moi";
  return assignee === "nobody" ? "personne" : assignee.person;
}

export function writeEuros(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace(".", ",");
}

/** Names of the form's fields and their values in addresses, for the page that filters. */
export const queueFields = { names, groupWords, sortWords, deadlineWords } as const;

/** The same filter from its first page: what an export, a tab or a saved view keeps. */
export function withoutPage(filter: QueueFilter): QueueFilter {
  return { ...filter, cursor: null };
}

/** The tab and the order alone, all that narrows it let go. */
export function withoutFilters(filter: QueueFilter): QueueFilter {
  const { group, sort, descending } = filter;
  return { ...readFilter(new URLSearchParams(), everyFile), group, sort, descending };
}

/** True where nothing but a tab and an order was chosen: counts are then known without counting. */
export function isPlain(filter: QueueFilter): boolean {
  const { state, assignee, deadline, place, verdict, route, atLeast, atMost, search } = filter;
  return (
    [state, assignee, deadline, place, verdict, route, atLeast, atMost].every((one) => one === null) && search === ""
  );
}

/** What a person types in the box of the queue: a file's number or its end, a SIREN or SIRET, or words. */
export type Search =
  | { readonly kind: "number"; readonly number: string }
  /** A few digits: the last ones of a file's number, the first ones of a SIREN, or a number in the project's words. */
  | { readonly kind: "digits"; readonly digits: string; readonly query: string }
  | { readonly kind: "siren"; readonly siren: string }
  | { readonly kind: "words"; readonly query: string }
  /** Signs only: it finds nothing, and the page says so. */
  | { readonly kind: "signs" }
  | null;

export function readSearch(text: string): Search {
  if (trimText(text) === "") return null;
  const compact = trimText(text)
    .replace(/[\s.]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
  const numbered = /^([a-z]{2})-?(\d{4})-?(\d{1,6})$/i.exec(compact);
  if (numbered) {
    const [, prefix = "", year = "", rank = ""] = numbered;
    return { kind: "number", number: `${prefix.toUpperCase()}-${year}-${rank.padStart(5, "0")}` };
  }
  const registered = compactNumber(text);
  if (/^\d{9}(\d{5})?$/.test(registered)) return { kind: "siren", siren: sirenOf(registered) };
  const dated = /^(\d{4})-(\d{1,5})$/.exec(compact);
  if (dated) return endOf(`${dated[1]}-${dated[2]?.padStart(5, "0")}`);
  if (/^\d{1,8}$/.test(compact)) return endOf(compact);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // Every word must be there; the last may be the beginning of one.
  return words.length === 0
    ? { kind: "signs" }
    : {
        kind: "words",
        query: words
          .slice(0, 12)
          .map((word) => `${word}:*`)
          .join(" & "),
      };
}

function endOf(digits: string): Search {
  return { kind: "digits", digits, query: `${digits.replace("-", " & ")}:*` };
}

/** States of a tab, for the queries that cannot call `groupOf`. */
export function statesOf(group: Group): readonly State[] {
  return STATES.filter((state) => groupOf(state) === group);
}
