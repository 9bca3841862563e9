import { Temporal } from "temporal-polyfill";
import { eventKinds, frameworks, jobFamilies, transitions } from "#policy/index.ts";
import { type FormFields, text, texts, textWithin } from "#src/platform/http/forms.ts";
import { communeByCode, sayCommune, settleCommune } from "#src/territory/index.ts";
import { formatChoices } from "#src/ui/index.ts";
import type { NewQuota, OccasionContent, OccasionQuestion, Slot, TimetableItem } from "./occasion.ts";
import { at, isSkipped, readDay, readEmail, readTime, SKIPPED_HOUR, writeDay, writeTime } from "./typed.ts";

/** What was typed, by the name of each field. */
export type Typed = FormFields;
export type FieldErrors = Readonly<Record<string, string>>;

export interface ReadOccasion {
  readonly content: OccasionContent;
  readonly slots: readonly Slot[];
  readonly quotas: readonly NewQuota[];
}

/** How many rows of each repeated block a form can hold. */
export const MOST = { slots: 12, quotas: 6, timetable: 30, questions: 8, communes: 5 } as const;

/** The axes of the strategy, as its last version names them. */
export function axes(): readonly { readonly id: string; readonly label: string }[] {
  return frameworks.at(-1)?.axes ?? [];
}

const LONGEST = { title: 200, summary: 1000, problem: 2000, place: 200, access: 2000 } as const;

/** Reads the form of an occasion: all that it says, or an error by each field that says it wrong. */
export function readOccasion(
  typed: Typed,
  nature: "event" | "session" = "event",
): { readonly read: ReadOccasion } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const slots = readSlots(typed, errors);
  const quotas = readQuotas(typed, errors);
  const content: OccasionContent = {
    kind: nature === "session" ? "training" : readKind(typed, errors),
    title: required(typed, "titre", LONGEST.title, "Donnez un titre.", errors),
    summary: textWithin(typed, "resume", LONGEST.summary, errors),
    problem: textWithin(typed, "probleme", LONGEST.problem, errors),
    axis: axes().find((one) => one.id === text(typed, "axe"))?.id ?? null,
    transitions: texts(typed, "transitions").filter((one) => one in transitions),
    audience: texts(typed, "metiers").filter((one) => one in jobFamilies),
    place: textWithin(typed, "lieu", LONGEST.place, errors),
    address: textWithin(typed, "adresse", LONGEST.place, errors),
    commune: readCommune(typed, errors),
    link: readLink(typed, errors),
    isRemote: text(typed, "distance") === "oui",
    opensAt: readBound(typed, "ouverture", "start", errors),
    closesAt: readBound(typed, "cloture", "end", errors),
    offerHours: readHours(typed, errors),
    access: textWithin(typed, "acces", LONGEST.access, errors),
    contact: readContact(typed, errors),
    organiser: textWithin(typed, "organisateur", LONGEST.place, errors),
    timetable: readTimetable(typed, errors),
    questions: readQuestions(typed, errors),
  };
  checkTogether(content, slots, errors);
  return Object.keys(errors).length > 0 ? { errors } : { read: { content, slots, quotas } };
}

function checkTogether(content: OccasionContent, slots: readonly Slot[], errors: Record<string, string>): void {
  const isSomewhere = content.place !== "" || content.commune !== null || content.isRemote;
  if (!isSomewhere) errors.lieu ??= "Donnez un lieu, ou cochez « à distance ».";
  const last = slots.at(-1)?.endsAt;
  const { opensAt, closesAt } = content;
  if (last !== undefined && opensAt !== null && opensAt.epochMilliseconds >= last.epochMilliseconds) {
    errors.ouverture ??= "Les inscriptions ouvriraient après la fin du rendez-vous.";
  }
  if (opensAt !== null && closesAt !== null && closesAt.epochMilliseconds <= opensAt.epochMilliseconds) {
    errors.cloture ??= "Les inscriptions seraient closes avant d’être ouvertes.";
  }
}

export function readSlots(typed: Typed, errors: Record<string, string>): readonly Slot[] {
  const slots: Slot[] = [];
  for (let n = 0; n < MOST.slots; n += 1) {
    const name = (part: string) => `seance.${n}.${part}`;
    const [day, from, to] = [text(typed, name("jour")), text(typed, name("debut")), text(typed, name("fin"))];
    if (n > 0 && day === "" && from === "" && to === "") continue;
    const [on, starts, ends] = [readDay(day, name("jour"), errors), readTime(from), readTime(to)];
    if (starts === null) errors[name("debut")] = "Donnez une heure, comme 9 h 30.";
    if (ends === null) errors[name("fin")] = "Donnez une heure, comme 16 h 30.";
    if (on === null || starts === null || ends === null) continue;
    if (isSkipped(on, starts)) errors[name("debut")] = SKIPPED_HOUR;
    if (isSkipped(on, ends)) errors[name("fin")] = SKIPPED_HOUR;
    if (Temporal.PlainTime.compare(starts, ends) >= 0) errors[name("fin")] = "La fin vient après le début.";
    else slots.push({ startsAt: at(on, starts), endsAt: at(on, ends) });
  }
  const sorted = slots.toSorted((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds);
  const overlap = sorted.findIndex(
    (slot, n) => n > 0 && slot.startsAt.epochMilliseconds < (sorted[n - 1]?.endsAt.epochMilliseconds ?? 0),
  );
  if (overlap > 0) errors["seance.0.jour"] ??= "Deux séances se chevauchent.";
  return sorted;
}

function readQuotas(typed: Typed, errors: Record<string, string>): readonly NewQuota[] {
  const quotas: NewQuota[] = [];
  for (let n = 0; n < MOST.quotas; n += 1) {
    const [label, many] = [text(typed, `public.${n}.nom`), text(typed, `public.${n}.places`)];
    if (label === "" && many === "") continue;
    if (label.length > 100) errors[`public.${n}.nom`] = "100 caractères au plus.";
    if (label === "" && n > 0) errors[`public.${n}.nom`] = "Dites pour qui sont ces places.";
    const places = many === "" ? null : /^\d{1,5}$/.test(many) ? Number(many) : undefined;
    if (places === undefined)
      errors[`public.${n}.places`] = "Donnez un nombre entier, ou rien s’il n’y a pas de limite.";
    quotas.push({ label: label === "" ? EVERYONE : label, places: places ?? null });
  }
  return quotas.length === 0 ? [{ label: EVERYONE, places: null }] : quotas;
}

export const EVERYONE = "Tout public";

function readTimetable(typed: Typed, errors: Record<string, string>): readonly TimetableItem[] {
  const items: TimetableItem[] = [];
  for (let n = 0; n < MOST.timetable; n += 1) {
    const part = (name: string) => text(typed, `programme.${n}.${name}`);
    const [hour, title] = [part("heure"), part("titre")];
    if (hour === "" && title === "") continue;
    const time = readTime(hour);
    if (time === null) errors[`programme.${n}.heure`] = "Donnez une heure, comme 9 h 30.";
    if (title === "" || title.length > 300)
      errors[`programme.${n}.titre`] = "Dites ce qui s’y passe, en 300 caractères au plus.";
    if (time === null) continue;
    items.push({
      at: time.toString({ smallestUnit: "minute" }),
      title,
      speakers: textWithin(typed, `programme.${n}.intervenants`, 300, errors),
      room: textWithin(typed, `programme.${n}.salle`, 100, errors),
    });
  }
  return items.toSorted((a, b) => a.at.localeCompare(b.at));
}

function readQuestions(typed: Typed, errors: Record<string, string>): readonly OccasionQuestion[] {
  const questions: OccasionQuestion[] = [];
  for (let n = 0; n < MOST.questions; n += 1) {
    const part = (name: string) => text(typed, `question.${n}.${name}`);
    const label = part("texte");
    if (label === "") continue;
    const options = part("choix")
      .split(/\r?\n|;/)
      .map((one) => one.trim())
      .filter((one) => one !== "");
    const kind = part("genre") === "yes-no" ? "yes-no" : part("genre") === "choice" ? "choice" : "text";
    if (label.length > 200) errors[`question.${n}.texte`] = "200 caractères au plus.";
    if (kind === "choice" && options.length < 2)
      errors[`question.${n}.choix`] = "Donnez deux réponses au moins, une par ligne.";
    questions.push({
      id: `q${n + 1}`,
      label,
      kind,
      options: kind === "choice" ? options.slice(0, 20) : [],
      required: part("obligatoire") === "oui",
    });
  }
  return questions;
}

function readKind(typed: Typed, errors: Record<string, string>): string {
  const kind = text(typed, "genre");
  if (!Object.hasOwn(eventKinds, kind)) errors.genre = "Choisissez une forme.";
  return kind;
}

/** « Caen », « 14000 Caen »: the code of the one commune that it can be. */
function readCommune(typed: Typed, errors: Record<string, string>): string | null {
  const written = text(typed, "commune");
  if (written === "") return null;
  const { code, found } = settleCommune("", written);
  if (code !== "") return code;
  const among = found.slice(0, MOST.communes).map(({ code: one }) => sayCommune(one));
  errors.commune =
    found.length === 0
      ? "Aucune commune ne porte ce nom : vérifiez, ou donnez le code postal."
      : `Écrivez laquelle : ${formatChoices(among)}${found.length > among.length ? ", ou une autre" : ""}.`;
  return null;
}

function writeCommune(code: string | null): string {
  const commune = code === null ? null : communeByCode(code);
  return commune === null ? "" : `${commune.postcodes[0] ?? ""} ${commune.name}`.trim();
}

function readLink(typed: Typed, errors: Record<string, string>): string {
  const link = text(typed, "lien");
  if (link === "") return "";
  if (!/^https:\/\/\S{4,500}$/.test(link) || URL.parse(link) === null)
    errors.lien = "Donnez une adresse qui commence par https://.";
  return link;
}

function readContact(typed: Typed, errors: Record<string, string>): string {
  const contact = text(typed, "contact");
  if (contact === "") return "";
  const email = readEmail(contact);
  if (email === null) errors.contact = "Donnez une adresse électronique complète.";
  return email ?? contact;
}

function readBound(
  typed: Typed,
  name: string,
  edge: "start" | "end",
  errors: Record<string, string>,
): Temporal.Instant | null {
  const day = text(typed, name);
  if (day === "") return null;
  const read = readDay(day, name, errors);
  if (read === null) return null;
  return edge === "start" ? at(read, new Temporal.PlainTime()) : at(read.add({ days: 1 }), new Temporal.PlainTime());
}

function readHours(typed: Typed, errors: Record<string, string>): number {
  const hours = text(typed, "delai");
  if (hours === "") return 24;
  const many = /^\d{1,3}$/.test(hours) ? Number(hours) : 0;
  if (many < 1 || many > 240) errors.delai = "Donnez un nombre d’heures, de 1 à 240.";
  return Math.min(240, Math.max(1, many));
}

function required(typed: Typed, name: string, most: number, missing: string, errors: Record<string, string>): string {
  if (text(typed, name) === "") errors[name] = missing;
  return textWithin(typed, name, most, errors);
}

/** An occasion as its form was typed, to be changed or copied. */
export function typedOf(occasion: OccasionContent, slots: readonly Slot[], quotas: readonly NewQuota[]): Typed {
  const fields: Record<string, string | readonly string[]> = {
    genre: occasion.kind,
    titre: occasion.title,
    resume: occasion.summary,
    probleme: occasion.problem,
    axe: occasion.axis ?? "",
    transitions: occasion.transitions,
    metiers: occasion.audience,
    lieu: occasion.place,
    adresse: occasion.address,
    commune: writeCommune(occasion.commune),
    lien: occasion.link,
    distance: occasion.isRemote ? "oui" : "",
    ouverture: occasion.opensAt === null ? "" : writeDay(occasion.opensAt),
    cloture: occasion.closesAt === null ? "" : writeDay(occasion.closesAt.subtract({ seconds: 1 })),
    delai: String(occasion.offerHours),
    acces: occasion.access,
    contact: occasion.contact,
    organisateur: occasion.organiser,
  };
  for (const [n, slot] of slots.entries()) {
    fields[`seance.${n}.jour`] = writeDay(slot.startsAt);
    fields[`seance.${n}.debut`] = writeTime(slot.startsAt);
    fields[`seance.${n}.fin`] = writeTime(slot.endsAt);
  }
  for (const [n, quota] of quotas.entries()) {
    fields[`public.${n}.nom`] = quota.label;
    fields[`public.${n}.places`] = quota.places === null ? "" : String(quota.places);
  }
  for (const [n, item] of occasion.timetable.entries()) {
    fields[`programme.${n}.heure`] = item.at;
    fields[`programme.${n}.titre`] = item.title;
    fields[`programme.${n}.intervenants`] = item.speakers;
    fields[`programme.${n}.salle`] = item.room;
  }
  for (const [n, question] of occasion.questions.entries()) {
    fields[`question.${n}.texte`] = question.label;
    fields[`question.${n}.genre`] = question.kind;
    fields[`question.${n}.choix`] = question.options.join("\n");
    fields[`question.${n}.obligatoire`] = question.required ? "oui" : "";
  }
  return fields;
}
