import type { SignedVisitor, Visitor } from "#src/people/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import type { Occasion } from "../occasions/occasion.ts";
import type { FieldErrors } from "../occasions/occasion-form.ts";
import { readEmail } from "../occasions/typed.ts";
import { readName } from "./names.ts";
import type { Entry, Quota } from "./registration.ts";
import { MOST_COLLEAGUES } from "./registration-form.tsx";

export interface ReadEntries {
  readonly quotaId: string;
  readonly self: Entry;
  readonly colleagues: readonly Entry[];
}

/** Reads the form of a registration, or says what is wrong by each field. */
export function readEntries(
  typed: FormFields,
  occasion: Pick<Occasion, "questions">,
  quotas: readonly Quota[],
  visitor: Visitor,
): { readonly read: ReadEntries } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const quota = quotas.length === 1 ? quotas[0] : quotas.find((one) => one.id === text(typed, "public"));
  if (quota === undefined) errors.public = "Dites pour qui vous venez.";
  const who = visitor.person === null ? readStranger(typed, errors) : readMember(typed, visitor as SignedVisitor);
  const answers = readAnswers(typed, occasion, errors);
  const accessNeed = text(typed, "acces");
  if (accessNeed.length > 500) errors.acces = "500 caractères au plus.";
  const colleagues = readColleagues(typed, who.email, errors).map((one) => ({
    ...one,
    structure: who.structure,
    organisationId: who.organisationId,
    personId: null,
    answers: {},
    accessNeed: "",
    photoConsent: null,
  }));
  if (quota === undefined || Object.keys(errors).length > 0) return { errors };
  const self = { ...who, answers, accessNeed, photoConsent: text(typed, "photo") === "oui" };
  return { read: { quotaId: quota.id, self, colleagues } };
}

type Who = Pick<Entry, "name" | "email" | "structure" | "organisationId" | "personId">;

function readStranger(typed: FormFields, errors: Record<string, string>): Who {
  const name = readName(text(typed, "nom"));
  const email = readEmail(text(typed, "courriel"));
  if (name === null) errors.nom = "Donnez votre nom, en 120 caractères au plus.";
  if (email === null) errors.courriel = "Donnez une adresse électronique complète.";
  const structure = text(typed, "structure");
  if (structure.length > 200) errors.structure = "200 caractères au plus.";
  return { name: name ?? "", email: email ?? "", structure, organisationId: null, personId: null };
}

function readMember(typed: FormFields, visitor: SignedVisitor): Who {
  const { id, name, email } = visitor.person;
  const membership = visitor.memberships.find((one) => one.organisationId === text(typed, "organisme"));
  return {
    name,
    email,
    personId: id,
    structure: membership?.organisationName ?? "",
    organisationId: membership?.organisationId ?? null,
  };
}

export function readAnswers(
  typed: FormFields,
  occasion: Pick<Occasion, "questions">,
  errors: Record<string, string>,
): Readonly<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const question of occasion.questions) {
    const name = `reponse.${question.id}`;
    const answer = text(typed, name);
    if (answer === "" && question.required) errors[name] = "Répondez à cette question.";
    if (answer.length > 500) errors[name] = "500 caractères au plus.";
    const isListed = question.kind !== "choice" || question.options.includes(answer);
    if (answer !== "" && !isListed) errors[name] = "Choisissez une des réponses.";
    if (answer !== "") answers[question.id] = answer;
  }
  return answers;
}

function readColleagues(
  typed: FormFields,
  own: string,
  errors: Record<string, string>,
): readonly { readonly name: string; readonly email: string }[] {
  const found: { name: string; email: string }[] = [];
  for (let n = 0; n < MOST_COLLEAGUES; n += 1) {
    const [name, address] = [text(typed, `collegue.${n}.nom`), text(typed, `collegue.${n}.courriel`)];
    if (name === "" && address === "") continue;
    const [read, email] = [readName(name), readEmail(address)];
    if (read === null) errors[`collegue.${n}.nom`] = "Donnez le nom de cette personne.";
    if (email === null) errors[`collegue.${n}.courriel`] = "Donnez une adresse électronique complète.";
    else if (email === own || found.some((one) => one.email === email)) {
      errors[`collegue.${n}.courriel`] = "Cette adresse est déjà donnée plus haut : chacun a la sienne.";
    }
    if (read !== null && email !== null) found.push({ name: read, email });
  }
  return found;
}
