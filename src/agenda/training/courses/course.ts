import { courseCodes, entryLevels, jobFamilies, pathways, teachingModes } from "#policy/index.ts";
import { type FormFields, text, texts, textWithin } from "#src/platform/http/forms.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import { readHours } from "../amounts.ts";

/** What a course says beside its title, its hours and whom it is for: all that LHÉO requires, and what the text asks. */
export interface CourseContent {
  readonly objective: string;
  readonly results: string;
  readonly contents: string;
  readonly isCertifying: boolean;
  /** A key of `pathways`, of `entryLevels`. */
  readonly pathway: string;
  readonly entryLevel: string;
  readonly isEntryLevelRequired: boolean;
  readonly rhythm: string;
  readonly alternation: string;
  readonly conditions: string;
  /** FORMACODE of the public, five digits. */
  readonly publicCode: string;
  readonly isFeeCovered: boolean;
  readonly isOpenEntry: boolean;
  readonly formacode: readonly string[];
  readonly nsf: readonly string[];
  readonly rome: readonly string[];
  /** What it complements of the skills plans that OPCOs fund. */
  readonly complements: string;
  readonly trainer: string;
}

export interface NewCourse {
  readonly title: string;
  readonly hours: number;
  readonly audience: readonly string[];
  readonly teachingMode: string;
  readonly content: CourseContent;
  readonly needs: readonly string[];
}

export type CourseState = "draft" | "open" | "closed";

export interface Course extends Omit<NewCourse, "needs"> {
  readonly id: string;
  readonly slug: string;
  readonly year: number;
  readonly state: CourseState;
  readonly version: number;
}

const LONG = 3000;

/** Reads the form of a course, or says what is wrong by each field. */
export function readCourse(
  typed: FormFields,
  needs: readonly string[],
): { readonly course: NewCourse } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const long = (name: string, missing: string) => {
    if (text(typed, name) === "") errors[name] = missing;
    return textWithin(typed, name, LONG, errors);
  };
  const among = (name: string, options: Readonly<Record<string, string>>) => {
    const value = text(typed, name);
    if (!Object.hasOwn(options, value)) errors[name] = "Choisissez une réponse.";
    return value;
  };
  const title = text(typed, "titre");
  if (title === "" || title.length > 200) errors.titre = "Donnez un titre, en 200 caractères au plus.";
  const hours = readHours(text(typed, "heures"));
  if (hours === null) errors.heures = "Donnez une durée en heures, comme 7 ou 3,5.";
  const publicCode = text(typed, "public");
  if (!/^\d{5}$/.test(publicCode)) errors.public = "Le code du public a 5 chiffres, comme 83056.";
  const course: NewCourse = {
    title,
    hours: hours ?? 1,
    audience: texts(typed, "metiers").filter((one) => Object.hasOwn(jobFamilies, one)),
    teachingMode: among("enseignement", teachingModes),
    needs: texts(typed, "besoins").filter((one) => needs.includes(one)),
    content: {
      objective: long("objectif", "Dites l’objectif."),
      results: long("resultats", "Dites ce que l’on saura faire."),
      contents: long("contenu", "Dites le contenu."),
      isCertifying: text(typed, "certifiante") === "oui",
      pathway: among("parcours", pathways),
      entryLevel: among("niveau", entryLevels),
      isEntryLevelRequired: text(typed, "niveau-exige") === "oui",
      rhythm: long("rythme", "Dites le rythme, comme : une journée."),
      alternation: textWithin(typed, "alternance", LONG, errors) || "Sans alternance",
      conditions: textWithin(typed, "conditions", LONG, errors) || "Aucune",
      publicCode,
      isFeeCovered: text(typed, "prise-en-charge") === "oui",
      isOpenEntry: text(typed, "entrees") === "oui",
      formacode: readCodes(typed, "formacode", errors),
      nsf: readCodes(typed, "nsf", errors),
      rome: readCodes(typed, "rome", errors),
      complements: textWithin(typed, "complements", 1000, errors),
      trainer: textWithin(typed, "formateur", 200, errors),
    },
  };
  return Object.keys(errors).length > 0 ? { errors } : { course };
}

function readCodes(
  typed: FormFields,
  name: keyof typeof courseCodes,
  errors: Record<string, string>,
): readonly string[] {
  const { label, pattern, most, example } = courseCodes[name];
  const codes = text(typed, name)
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((one) => one !== "");
  const read = name === "nsf" ? codes.map((one) => one.toLowerCase()) : codes;
  if (read.length > most) errors[name] = `${most} codes ${label} au plus.`;
  const wrong = read.find((one) => !pattern.test(one));
  if (wrong !== undefined) errors[name] = `« ${wrong} » n’a pas la forme d’un code ${label}, comme ${example}.`;
  return read;
}

/** A course as its form was typed. */
export function typedCourse(course: Omit<NewCourse, "needs">, needs: readonly string[]): FormFields {
  const { content } = course;
  const yes = (value: boolean) => (value ? "oui" : "");
  return {
    titre: course.title,
    heures: String(course.hours).replace(".", ","),
    metiers: course.audience,
    enseignement: course.teachingMode,
    besoins: needs,
    objectif: content.objective,
    resultats: content.results,
    contenu: content.contents,
    certifiante: yes(content.isCertifying),
    parcours: content.pathway,
    niveau: content.entryLevel,
    "niveau-exige": yes(content.isEntryLevelRequired),
    rythme: content.rhythm,
    alternance: content.alternation,
    conditions: content.conditions,
    public: content.publicCode,
    "prise-en-charge": yes(content.isFeeCovered),
    entrees: yes(content.isOpenEntry),
    formacode: content.formacode.join(", "),
    nsf: content.nsf.join(", "),
    rome: content.rome.join(", "),
    complements: content.complements,
    formateur: content.trainer,
  };
}
