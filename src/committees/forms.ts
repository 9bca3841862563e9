import { Temporal } from "temporal-polyfill";
import { calendarDay, choice, integer, text, yesNo } from "#policy/index.ts";
import { isSkipped, legalInstant, readTime, SKIPPED_HOUR } from "#src/platform/legal-time.ts";
import { plainForm } from "#src/ui/index.ts";
import { committeeKindWords, seatRoleWords } from "./committee.ts";

export const committeeForm = plainForm(
  {
    kind: choice("nature", committeeKindWords),
    name: text("text", "nom", 120),
    purpose: text("long-text", "rôle", 600),
    quorum: integer("quorum", { min: 0, max: 100, unit: "% des sièges" }),
  },
  {
    kind: { label: "Nature" },
    name: { label: "Nom" },
    purpose: { label: "À quoi sert-elle ?" },
    quorum: { label: "Quorum", hint: "Part des sièges à tenir pour décider ; 0 s’il n’y en a pas." },
  },
);

export const seatForm = plainForm(
  {
    name: text("text", "nom", 120),
    email: text("email", "adresse électronique", 200),
    body: text("text", "organisme", 160),
    college: text("text", "collège", 80),
    role: choice("rôle", seatRoleWords),
    fromOn: calendarDay("début du mandat"),
    untilOn: calendarDay("fin du mandat"),
    nameIsPublic: yesNo("nom public"),
  },
  {
    name: { label: "Qui siège ?" },
    email: {
      label: "Son adresse électronique",
      hint: "Pour la convocation. Si la personne a un compte, il lui ouvre ces pages.",
      required: "optional",
    },
    body: { label: "Pour quel organisme ?" },
    college: {
      label: "Collège",
      hint: "« Réseaux de formation », « Insertion et emploi », « Financeurs »…",
      required: "optional",
    },
    role: { label: "Rôle" },
    fromOn: { label: "Mandat à partir du" },
    untilOn: { label: "Jusqu’au", required: "optional" },
    nameIsPublic: {
      label: "La personne accepte-t-elle que son nom soit public ?",
      hint: "Sinon, seul l’organisme paraît.",
    },
  },
);

export const meetingForm = plainForm(
  {
    title: text("text", "objet", 160),
    day: calendarDay("jour"),
    time: text("text", "heure", 10),
    place: text("text", "lieu", 200),
  },
  {
    title: { label: "Objet" },
    day: { label: "Jour" },
    time: { label: "Heure", hint: "« 14 h 30 »." },
    place: { label: "Lieu, ou lien de visioconférence" },
  },
);

export const itemForm = plainForm(
  { title: text("text", "point", 200), detail: text("long-text", "précisions", 1_000), toDecide: yesNo("vote") },
  {
    title: { label: "Point à l’ordre du jour" },
    detail: { label: "Précisions", required: "optional" },
    toDecide: { label: "Ce point est-il à voter ?" },
  },
);

export const decisionForm = plainForm(
  {
    text: text("long-text", "décision", 2_000),
    inFavour: integer("voix pour", { min: 0, max: 500, unit: "voix" }),
    against: integer("voix contre", { min: 0, max: 500, unit: "voix" }),
    abstained: integer("abstentions", { min: 0, max: 500, unit: "voix" }),
    responsible: text("text", "responsable", 160),
    dueOn: calendarDay("échéance"),
  },
  {
    text: { label: "Ce qui est décidé" },
    inFavour: { label: "Pour" },
    against: { label: "Contre" },
    abstained: { label: "Abstentions" },
    responsible: { label: "Qui s’en charge ?", required: "optional" },
    dueOn: { label: "Pour quand ?", required: "optional" },
  },
);

export const followUpForm = plainForm(
  { followUp: text("long-text", "suite", 1_000), doneOn: calendarDay("fait le") },
  { followUp: { label: "Où en est-on ?" }, doneOn: { label: "Fait le", required: "optional" } },
);

export const minutesForm = plainForm(
  { minutes: text("long-text", "compte rendu", 20_000) },
  { minutes: { label: "Compte rendu", hint: "Les présences, les votes et les décisions s’y ajoutent tout seuls." } },
);

/** When the meeting that was typed starts; null where it cannot be told, what is wrong with its hour among the errors. */
export function readStart(
  answers: { readonly day?: string | null | undefined; readonly time?: string | null | undefined },
  errors: Map<string, string>,
): Temporal.Instant | null {
  const time = readTime(answers.time ?? "");
  if (time === null) {
    if (!errors.has("time")) errors.set("time", "Écrivez l’heure comme «\u202f14 h 30\u202f».");
    return null;
  }
  if (answers.day == null) return null;
  const day = Temporal.PlainDate.from(answers.day);
  if (isSkipped(day, time)) errors.set("time", SKIPPED_HOUR);
  return legalInstant(day, time);
}
