import { Temporal } from "temporal-polyfill";
import { jobFamilies } from "#policy/index.ts";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import { departmentsOfFunder } from "#src/territory/index.ts";
import type { Family } from "../occasions/occasion.ts";

/** What the agenda is narrowed to; null is everything. */
export interface AgendaFilter {
  readonly family: Family | null;
  /** Code of a department, or "remote". */
  readonly where: string | null;
  /** One of the job families. */
  readonly audience: string | null;
}

export interface AgendaQuery extends AgendaFilter {
  readonly view: "list" | "month";
  /** The first day of the month that is shown. */
  readonly month: Temporal.PlainDate;
  /** Whether the address names it; otherwise it is where something is still to come. */
  readonly isChosen: boolean;
}

export const families: Readonly<Record<Family, { readonly word: string; readonly value: string }>> = {
  event: { word: "Événements", value: "evenements" },
  session: { word: "Formations", value: "formations" },
  workshop: { word: "Ateliers et questions", value: "ateliers" },
};

/** A filter that means nothing: which one, and what it may say. */
export interface BadFilter {
  readonly name: string;
  readonly detail: string;
}

/** Reads the address of the agenda. A filter that means nothing is named, never guessed. */
export function readAgendaQuery(
  query: Readonly<Record<string, string | undefined>>,
  today: Temporal.PlainDate,
): { readonly query: AgendaQuery } | { readonly bad: BadFilter } {
  const filter = readFilter(query);
  if ("bad" in filter) return filter;
  const view = query.vue ?? "";
  if (view !== "" && view !== "liste" && view !== "mois") return { bad: { name: "vue", detail: "liste ou mois" } };
  const month = readMonth(query.mois ?? "", today);
  if (month === null) return { bad: { name: "mois", detail: "une année et un mois, comme 2026-12" } };
  const isChosen = (query.mois ?? "") !== "";
  return { query: { ...filter.filter, view: view === "mois" ? "month" : "list", month, isChosen } };
}

export function readFilter(
  query: Readonly<Record<string, string | undefined>>,
): { readonly filter: AgendaFilter } | { readonly bad: BadFilter } {
  const family = (Object.keys(families) as Family[]).find((one) => families[one].value === query.quoi) ?? null;
  if (family === null && (query.quoi ?? "") !== "") {
    return {
      bad: {
        name: "quoi",
        detail: Object.values(families)
          .map((one) => one.value)
          .join(", "),
      },
    };
  }
  const where = query.ou ?? "";
  if (where !== "" && !Object.hasOwn(placeWords(), where)) {
    return { bad: { name: "ou", detail: Object.keys(placeWords()).join(", ") } };
  }
  const audience = query.qui ?? "";
  if (audience !== "" && !Object.hasOwn(jobFamilies, audience)) {
    return { bad: { name: "qui", detail: Object.keys(jobFamilies).join(", ") } };
  }
  return { filter: { family, where: where || null, audience: audience || null } };
}

export const REMOTE = "distance";

/** Where a rendez-vous may be, by what the address says: a department's code, or from afar. */
export function placeWords(): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(departmentsOfFunder().map(({ code, name }) => [code, name])), [REMOTE]: "À distance" };
}

function readMonth(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (text === "") return today.with({ day: 1 });
  const found = /^(\d{4})-(\d{2})$/.exec(text);
  const [year, month] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || year < 2000 || year > 2100 || month < 1 || month > 12) return null;
  return Temporal.PlainDate.from({ year, month, day: 1 });
}

/** The same filters as the address says them. */
export function agendaQueryString(query: Partial<AgendaQuery>): Readonly<Record<string, string | null>> {
  return {
    vue: query.view === "month" ? "mois" : null,
    mois: query.month === undefined ? null : query.month.toString().slice(0, 7),
    quoi: query.family ? families[query.family].value : null,
    ou: query.where ?? null,
    qui: query.audience ?? null,
  };
}

/** From the first instant of a month to the first of the next. */
export function boundsOfMonth(month: Temporal.PlainDate): {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
} {
  const start = (day: Temporal.PlainDate) => day.toZonedDateTime(LEGAL_TIME_ZONE).toInstant();
  return { from: start(month), until: start(month.add({ months: 1 })) };
}

/** The days of a month as a calendar shows them: whole weeks from Monday. */
export function weeksOf(month: Temporal.PlainDate): readonly (readonly Temporal.PlainDate[])[] {
  const monday = month.subtract({ days: month.dayOfWeek - 1 });
  const last = month.add({ months: 1 }).subtract({ days: 1 });
  const weeks = Math.ceil((month.dayOfWeek - 1 + last.day) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, n) => monday.add({ days: week * 7 + n })),
  );
}
