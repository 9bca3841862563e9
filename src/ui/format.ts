// French formats, applied at the very edge: what goes in is typed, what comes out is only for people.
import { Temporal } from "temporal-polyfill";

/** Narrow no-break space, the French separator of thousands and the space inside « ». */
export const NARROW = "\u202f";
/** No-break space: keeps a number and its unit on one line. */
export const NBSP = "\u00a0";

const euros = new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const wholeEuros = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 0 });
const numbers = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });
const months = new Intl.DateTimeFormat("fr-FR", { month: "long", timeZone: "UTC" });
const monthNames = Array.from({ length: 12 }, (_, index) => months.format(Date.UTC(2024, index, 15)));
const shortMonths = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const lists = new Intl.ListFormat("fr-FR", { type: "conjunction" });
const choices = new Intl.ListFormat("fr-FR", { type: "disjunction" });

export type DayLike = string | Temporal.PlainDate;
export type InstantLike = string | Temporal.Instant | Date;

/** Cents to euros: « 9 100 € », « 9 100,50 € ». */
export function formatMoney(cents: number): string {
  const written = cents % 100 === 0 ? wholeEuros.format(cents / 100) : euros.format(cents / 100);
  return `${minus(written)}${NBSP}€`;
}

/** Cents to euros with two decimals always, for columns: « 9 100,00 € ». */
export function formatMoneyExact(cents: number): string {
  return `${minus(euros.format(cents / 100))}${NBSP}€`;
}

/** At most two decimals: « 12,5 ». */
export function formatNumber(value: number): string {
  return minus(numbers.format(value));
}

/** Basis points to a rate: 7000 → « 70 % ». */
export function formatPercent(basisPoints: number): string {
  return `${formatNumber(basisPoints / 100)}${NBSP}%`;
}

/** « 3 mars 2026 », « 1er mars 2026 ». */
export function formatDay(day: DayLike): string {
  const date = plainDate(day);
  return `${dayOfMonth(date.day)}${NBSP}${monthName(date.month)} ${date.year}`;
}

/** « 3 mars », without the year. */
export function formatDayOfYear(day: DayLike): string {
  const date = plainDate(day);
  return `${dayOfMonth(date.day)}${NBSP}${monthName(date.month)}`;
}

/** « 03/03/2026 », as people type it. */
export function formatDayShort(day: DayLike): string {
  const date = plainDate(day);
  return `${pad(date.day)}/${pad(date.month)}/${date.year}`;
}

/** « mars 2026 ». */
export function formatMonth(day: DayLike): string {
  const date = plainDate(day);
  return `${monthName(date.month)} ${date.year}`;
}

/** « sept. », « mai »: under a picture, where there is little room. */
export function formatMonthShort(day: DayLike): string {
  return shortMonths[plainDate(day).month - 1] ?? "";
}

/** Legal time is Paris's: « 3 mars 2026 à 9 h 05 ». */
export function formatDateTime(instant: InstantLike): string {
  const local = inParis(instant);
  return `${formatDay(local.day)} à ${formatClock(local)}`;
}

/** « 9 h 05 », in Paris. */
export function formatTime(instant: InstantLike): string {
  return formatClock(inParis(instant));
}

/** The day that an instant falls on in Paris, as ISO. */
export function dayInParis(instant: InstantLike): string {
  return inParis(instant).day.toString();
}

/** Seconds to words: « 45 secondes », « 2 minutes », « 3 h 20 ». */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return plural(Math.round(seconds), "seconde");
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return plural(minutes, "minute");
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)}${NBSP}h`;
  return rest === 0 ? hours : `${hours}${NBSP}${pad(rest)}`;
}

/** Bytes to words: « 812 octets », « 1,4 Mo ». */
export function formatFileSize(bytes: number): string {
  if (bytes < 1000) return plural(bytes, "octet");
  const [divisor, unit] = bytes < 1e6 ? [1e3, "ko"] : bytes < 1e9 ? [1e6, "Mo"] : [1e9, "Go"];
  const value = bytes / divisor;
  return `${formatNumber(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))}${NBSP}${unit}`;
}

/** The number and its noun; French takes the plural from two on: « 1,5 jour », « 2 jours ». */
export function plural(count: number, singular: string, many = `${singular}s`): string {
  return `${formatNumber(count)}${NBSP}${pluralOf(count, singular, many)}`;
}

/** The noun alone, agreed with the number. */
export function pluralOf(count: number, singular: string, many = `${singular}s`): string {
  return Math.abs(count) < 2 ? singular : many;
}

/** « a, b et c ». */
export function formatList(items: readonly string[]): string {
  return lists.format(items);
}

/** « a, b ou c ». */
export function formatChoices(items: readonly string[]): string {
  return choices.format(items);
}

/** A SIRET as it is read aloud: « 123 456 789 00012 ». Anything else comes back as typed. */
export function formatSiret(siret: string): string {
  const digits = siret.replace(/\s/g, "");
  if (!/^\d{14}$/.test(digits)) return siret;
  return digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, `$1${NBSP}$2${NBSP}$3${NBSP}$4`);
}

/** Whole days from `today` to `day`: 0 today, negative once past. */
export function daysUntil(day: DayLike, today: DayLike): number {
  return plainDate(today).until(plainDate(day), { largestUnit: "days" }).days;
}

/** « aujourd’hui », « demain », « dans 3 jours », « en retard de 2 jours ». */
export function formatDeadline(days: number): string {
  if (days === 0) return "aujourd’hui";
  if (days === 1) return "demain";
  if (days > 1) return `dans ${plural(days, "jour")}`;
  return `en retard de ${plural(-days, "jour")}`;
}

/** A quotation in French marks, with the spaces that stay. */
export function quoted(text: string): string {
  return `«${NARROW}${text}${NARROW}»`;
}

/** Pages tell the same days again and again; beyond this many all are forgotten. */
const MOST_READ = 2_000;
const read = new Map<string, Temporal.PlainDate>();

function plainDate(day: DayLike): Temporal.PlainDate {
  if (typeof day !== "string") return day;
  let date = read.get(day);
  if (date === undefined) {
    date = Temporal.PlainDate.from(day);
    if (read.size >= MOST_READ) read.clear();
    read.set(day, date);
  }
  return date;
}

/** An instant as the clocks of Paris say it. */
interface Local {
  readonly day: Temporal.PlainDate;
  readonly hour: number;
  readonly minute: number;
}

const MINUTE_MS = 60_000;
const hours = new Map<number, Omit<Local, "minute">>();

/** Paris stands whole hours from UTC: the hour is looked up, since a journal tells many instants of few hours. */
function inParis(instant: InstantLike): Local {
  const minutes = Math.floor(epochOf(instant) / MINUTE_MS);
  const hour = Math.floor(minutes / 60);
  let local = hours.get(hour);
  if (local === undefined) {
    const moment = Temporal.Instant.fromEpochMilliseconds(hour * 60 * MINUTE_MS).toZonedDateTimeISO("Europe/Paris");
    local = { day: moment.toPlainDate(), hour: moment.hour };
    if (hours.size >= MOST_READ) hours.clear();
    hours.set(hour, local);
  }
  return { ...local, minute: minutes - hour * 60 };
}

function epochOf(instant: InstantLike): number {
  if (typeof instant === "string") return Date.parse(instant);
  return instant instanceof Date ? instant.getTime() : instant.epochMilliseconds;
}

function formatClock(local: Local): string {
  return `${local.hour}${NBSP}h${NBSP}${pad(local.minute)}`;
}

function dayOfMonth(day: number): string {
  return day === 1 ? "1er" : String(day);
}

function monthName(month: number): string {
  return monthNames[month - 1] ?? "";
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

function minus(written: string): string {
  return written.replace("-", "−").replaceAll("\u00a0", NARROW);
}

/** An error with the field it is about: « Nombre de jours : indiquez… », « Combien de salariés ? Indiquez… ». */
export function errorAt(label: string, message: string): string {
  return /[?!]$/.test(label) ? `${label} ${message}` : `${label}\u00a0: ${message}`;
}

/** The same words at the head of a line: « Décembre 2026 ». */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An instant as `<time datetime>` takes it: HTML reads three digits of a second, and microseconds are six. */
export function machineInstant(at: { toString(): string } | Date): string {
  return (at instanceof Date ? at.toISOString() : at.toString()).replace(/(\.\d{3})\d+(?=Z|[+-])/, "$1");
}
