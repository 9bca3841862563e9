import type { Temporal } from "temporal-polyfill";
import { formatDateTime, formatDay, NBSP, plural, type StateLook } from "#src/ui/index.ts";
import { type Call, isPublished, type Phase, type PublishedCall, phaseOf } from "./call.ts";

const phases: Readonly<Record<Phase, StateLook>> = {
  "to-come": { tone: "info", icon: "calendar", label: "À venir" },
  open: { tone: "success", icon: "check", label: "Ouvert" },
  closed: { tone: "neutral", icon: "lock", label: "Clos" },
};

export function phaseLook(phase: Phase): StateLook {
  return phases[phase];
}

/** Where a call stands, at the funder's desk. */
export function callLook(call: Call, now: Temporal.Instant): StateLook {
  if (isPublished(call)) return phases[phaseOf(call, now)];
  return call.state === "proposed"
    ? { tone: "honey", icon: "eye", label: "À publier" }
    : { tone: "neutral", icon: "pen", label: "En préparation" };
}

/** « Clôture le 28 janvier 2027 à 12 h 00, dans 58 jours ». */
export function sayCalendar(call: PublishedCall, now: Temporal.Instant): string {
  const closing = formatDateTime(call.closesAt);
  switch (phaseOf(call, now)) {
    case "to-come":
      return `Ouvre le ${formatDateTime(call.opensAt)}, se clôt le ${closing}`;
    case "open":
      return `Clôture le ${closing}, ${sayTimeLeft(call.closesAt, now)}`;
    case "closed":
      return `Clos depuis le ${closing}`;
  }
}

/** « dans 12 jours », « dans 3 heures », « dans 4 minutes », « dans 9 secondes ». */
export function sayTimeLeft(until: Temporal.Instant, now: Temporal.Instant): string {
  const seconds = Math.max(0, Math.floor((until.epochMilliseconds - now.epochMilliseconds) / 1000));
  if (seconds >= 48 * 3600) return `dans ${plural(Math.floor(seconds / 86_400), "jour")}`;
  if (seconds >= 2 * 3600) return `dans ${plural(Math.floor(seconds / 3600), "heure")}`;
  if (seconds >= 120) return `dans ${plural(Math.floor(seconds / 60), "minute")}`;
  return `dans ${plural(seconds, "seconde")}`;
}

/** « le 4 février 2027 : comité de sélection ». */
export function sayStep(step: {
  readonly on?: string | null | undefined;
  readonly what?: string | null | undefined;
}): string {
  return `${step.on == null ? "" : formatDay(step.on)}${NBSP}: ${step.what ?? ""}`;
}
