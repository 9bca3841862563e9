import { readEmail, readSiret, readWrittenDay } from "#policy/index.ts";
import type { SettingKind } from "#src/platform/settings/setting.ts";
import { formatDay, formatDayShort } from "#src/ui/index.ts";
import { oneLine, readCalled } from "#text/index.ts";

export type ReadSetting = { readonly ok: unknown } | { readonly error: string };

/** What a person typed, as the value that is kept; an empty text is « nothing », null. An image is read apart. */
export function readTyped(kind: SettingKind, typed: string): ReadSetting {
  if (kind.kind === "day-list") return readDays(typed);
  if (kind.kind === "yes-no") return { ok: typed === "oui" };
  if (typed === "") return { ok: null };
  switch (kind.kind) {
    case "line":
      return limited(oneLine(typed), kind.most);
    case "called": {
      const called = readCalled(oneLine(typed));
      return called === null
        ? { error: "Écrivez ce nom avec son article : « la », « le » ou « l’ »." }
        : limited(called, kind.most);
    }
    case "text":
      return limited(typed, kind.most);
    case "email":
      return asRead(readEmail(typed));
    case "siret":
      return asRead(readSiret(typed));
    case "days": {
      const count = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
      return count >= kind.least && count <= kind.most
        ? { ok: count }
        : { error: `Donnez un nombre de jours entre ${kind.least} et ${kind.most}.` };
    }
    case "image":
      return { error: "Choisissez une image PNG ou SVG." };
  }
}

/** A value as one types it. */
export function typedOf(kind: SettingKind, value: unknown): string {
  if (kind.kind === "yes-no") return value === true ? "oui" : "non";
  if (Array.isArray(value)) return (value as readonly string[]).map(formatDayShort).join("\n");
  return value === null || value === undefined || typeof value === "object" ? "" : String(value);
}

/** A value as one reads it; "" where there is none. */
export function saidOf(kind: SettingKind, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (kind.kind === "yes-no") return value === true ? "Oui" : "Non";
  if (kind.kind === "days") return `${String(value)} jours`;
  if (kind.kind === "image") return "Image jointe";
  if (Array.isArray(value)) return (value as readonly string[]).map((day) => formatDay(day)).join(", ");
  return String(value);
}

function asRead(read: { readonly value: string } | { readonly error: string }): ReadSetting {
  return "value" in read ? { ok: read.value } : read;
}

function limited(written: string, most: number): ReadSetting {
  return written.length <= most ? { ok: written } : { error: `${most} caractères au plus.` };
}

function readDays(typed: string): ReadSetting {
  const days: string[] = [];
  for (const line of typed.split(/[\n,;]+/).map((one) => one.trim())) {
    if (line === "") continue;
    const read = readWrittenDay(line);
    if ("error" in read) return { error: `« ${line} » : ${read.error}` };
    days.push(read.value);
  }
  return { ok: [...new Set(days)].sort() };
}
