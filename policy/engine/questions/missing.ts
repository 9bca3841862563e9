import type { Day } from "../values/day.ts";
import type { Value, Values } from "../values/field.ts";
import { anyDay, askedOf, documentsOf, isRequired, labelHere, statusAt, valueAt, visibilityOf } from "./answers.ts";
import type { Form, Question } from "./form.ts";

/** A gap of the file, with the field or the paper it leads to. */
export interface Missing {
  readonly path: string;
  readonly section: string;
  readonly label: string;
  readonly message: string;
  /** Set where an answer was given and contradicts another: it is to be corrected, not given. */
  readonly contradicts?: true;
}

/** All that is missing, or contradicts itself, before the file can be submitted. `documentsPresent` holds keys of `documentsOf`. */
export function missingAnswers(
  form: Form,
  answers: Values,
  documentsPresent: readonly string[],
  today: Day = anyDay,
): readonly Missing[] {
  const gaps = new Map<string, Missing>();
  for (const { question, path, at, section, situation, steps } of askedOf(form, answers)) {
    if (gaps.has(path) || visibilityOf(question, answers, at) !== "met") continue;
    const isMissing = isRequired(question.required, answers, at) && !isAnswered(valueAt(answers, steps));
    const message = isMissing ? messageFor(question) : failureOf(form, question, answers, at, today);
    if (message === null) continue;
    const label = labelHere(question.label, situation);
    gaps.set(path, { path, section, label, message, ...(isMissing ? null : { contradicts: true }) });
  }
  for (const { key, document, required, situation } of documentsOf(form, answers)) {
    if (!required || documentsPresent.includes(key)) continue;
    const label = labelHere(document.label, situation);
    gaps.set(`documents.${key}`, {
      path: `documents.${key}`,
      section: "documents",
      label,
      message: "Joignez ce document.",
    });
  }
  return [...gaps.values()];
}

/** What contradicts an answer, if anything does. */
function failureOf(form: Form, question: Question, answers: Values, at: readonly number[], today: Day): string | null {
  const path = question.path.join(".");
  const failed = form.checks?.find(
    (check) => check.path.join(".") === path && statusAt(check.fails, answers, at, today) === "met",
  );
  return failed?.message ?? null;
}

function isAnswered(value: Value | null | undefined): boolean {
  return value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function messageFor({ control }: Question): string {
  switch (control.kind) {
    case "yes-no":
      return "Répondez par oui ou par non.";
    case "choice":
      return "Choisissez une réponse.";
    case "choices":
      return "Choisissez au moins une réponse.";
    case "day":
      return "Indiquez une date.";
    case "money":
      // A total may be nothing; a price never is.
      return control.unit === "€"
        ? "Indiquez un montant, zéro s’il n’y en a pas."
        : "Indiquez un montant, par exemple 1\u202f100,50.";
    case "share":
      return "Indiquez un pourcentage.";
    case "integer":
    case "decimal":
      return "Indiquez un nombre.";
    case "commune":
      return "Choisissez une commune.";
    case "siret":
      return "Indiquez les 14 chiffres du SIRET.";
    default:
      return "Remplissez ce champ.";
  }
}
