import type { Temporal } from "temporal-polyfill";
import { communeByCode } from "#src/territory/index.ts";
import { dayInParis, formatDay, formatTime, NBSP } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Closed, Occasion } from "./occasion.ts";

const weekdays = new Intl.DateTimeFormat("fr-FR", { weekday: "long", timeZone: "UTC" });

/** « mardi ». */
export function weekday(day: Temporal.PlainDate): string {
  return weekdays.format(Date.UTC(day.year, day.month - 1, day.day));
}

/** « mardi 8 décembre 2026, de 9 h 30 à 16 h 30 », « du 10 décembre 2026 au 11 décembre 2026 ». */
export function sayWhen(occasion: Pick<Occasion, "startsAt" | "endsAt">): string {
  const [first, last] = [dayInParis(occasion.startsAt), dayInParis(occasion.endsAt)];
  const from = occasion.startsAt.toZonedDateTimeISO("Europe/Paris").toPlainDate();
  if (first === last) {
    return `${weekday(from)} ${formatDay(first)}, ${sayHours(occasion)}`;
  }
  return `du ${weekday(from)} ${formatDay(first)} au ${formatDay(last)}`;
}

/** « de 9 h 30 à 16 h 30 ». */
export function sayHours(occasion: Pick<Occasion, "startsAt" | "endsAt">): string {
  return `de ${clock(occasion.startsAt)} à ${clock(occasion.endsAt)}`;
}

/** « 14 h », « 9 h 30 ». */
function clock(at: Temporal.Instant): string {
  return formatTime(at).replace(`${NBSP}h${NBSP}00`, `${NBSP}h`);
}

/** « Maison des métiers, 12 rue de la Marée, Caen », « à distance », or both. */
export function sayWhere(occasion: Pick<Occasion, "place" | "address" | "commune" | "isRemote">): string {
  const town = occasion.commune === null ? "" : (communeByCode(occasion.commune)?.name ?? "");
  const there = [occasion.place, occasion.address, town].filter((part) => part !== "").join(", ");
  if (there === "") return occasion.isRemote ? "À distance" : "";
  return occasion.isRemote ? `${there}, ou à distance` : there;
}

/**
 * Where the address is shown on a map: a plain link, opened by who wants it, since a map set in the page would tell its
 * maker of every reader. Null without an address: a commune alone is on every telephone.
 */
export function mapAddress(occasion: Pick<Occasion, "address" | "commune">): string | null {
  const town = occasion.commune === null ? undefined : communeByCode(occasion.commune);
  if (occasion.address === "" || town === undefined || town === null) return null;
  const query = `${occasion.address}, ${town.postcodes[0] ?? ""} ${town.name}`;
  return `https://www.openstreetmap.org/search?${new URLSearchParams({ query })}`;
}

/** The place in a word, for lists: « Caen », « à distance ». */
export function sayTown(occasion: Pick<Occasion, "place" | "commune" | "isRemote">): string {
  const town = occasion.commune === null ? occasion.place : (communeByCode(occasion.commune)?.name ?? occasion.place);
  return town === "" && occasion.isRemote ? "à distance" : town;
}

export const closedWords: Readonly<Record<Closed, string>> = {
  "not-announced": "Ce rendez-vous n’est pas encore annoncé.",
  postponed: "Ce rendez-vous est reporté : la nouvelle date sera dite aux inscrits.",
  cancelled: "Ce rendez-vous est annulé.",
  "not-open-yet": "Les inscriptions ne sont pas encore ouvertes.",
  closed: "Les inscriptions sont closes.",
  over: "Ce rendez-vous a eu lieu.",
};

/** Where the occasion is given as a calendar file: its page's address with `.ics`. */
export function calendarAddress(occasion: Pick<Occasion, "slug">): string {
  return urls.agendaItem.href({ slug: `${occasion.slug}.ics` });
}
