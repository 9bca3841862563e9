import {
  type CostBase,
  costBases,
  type RemainingCostRule,
  readDigits,
  readEmail,
  readPhone,
  readSiret,
  referenceYear,
} from "#policy/index.ts";
import { type FormFields, text, texts, textWithin } from "#src/platform/http/forms.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import { readEuros, readPercent } from "../amounts.ts";

/** Who runs the programme of a year: what LHÉO wants to know of the responsible organisation. */
export interface Operator {
  readonly name: string;
  readonly siret: string;
  readonly activityNumber: string;
  readonly address: string;
  readonly postcode: string;
  readonly town: string;
  readonly email: string;
  readonly phone: string;
}

/** Who pays for the programme; the amount in cents where it is told. */
export interface PlanFunder {
  readonly name: string;
  readonly amount: number | null;
}

/** Absences without a word that put someone behind the others, and for how long. */
export interface NoShowRule {
  readonly limit: number;
  readonly months: number;
}

export interface YearPlanContent {
  readonly operator: Operator;
  readonly sources: readonly PlanFunder[];
  readonly remainingCost: RemainingCostRule | null;
  readonly noShow: NoShowRule | null;
  readonly presentation: string;
}

export type PlanState = "prepared" | "open" | "closed";

/** The programme of one year, offered by Region and State and run by an operator. */
export interface YearPlan extends YearPlanContent {
  readonly year: number;
  readonly state: PlanState;
  readonly version: number;
}

/** How much was offered and used in a year. Hours are those of the sessions; persons are counted once. */
export interface Volume {
  readonly year: number;
  readonly sessions: number;
  readonly places: number;
  readonly hours: number;
  readonly persons: number;
  /** Where the figures come from; null where the service counted them. */
  readonly source: string | null;
}

export const MOST_SOURCES = 6;

/** Reads the form of a year's programme, or says what is wrong by each field. */
export function readPlan(typed: FormFields): { readonly content: YearPlanContent } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const content = {
    operator: readOperator(typed, errors),
    sources: readSources(typed, errors),
    remainingCost: readRule(typed, errors),
    noShow: readNoShow(typed, errors),
    presentation: textWithin(typed, "presentation", 5000, errors),
  };
  return Object.keys(errors).length > 0 ? { errors } : { content };
}

function readOperator(typed: FormFields, errors: Record<string, string>): Operator {
  /** As it is kept, or as it was typed with what is wrong by its field. */
  const held = (name: string, read: { readonly value: string } | { readonly error: string }) => {
    if ("value" in read) return read.value;
    errors[name] = read.error;
    return text(typed, name);
  };
  const phone = text(typed, "telephone");
  const operator = {
    name: textWithin(typed, "operateur", 200, errors),
    siret: held("siret", readSiret(text(typed, "siret"))),
    activityNumber: held("nda", readDigits(text(typed, "nda"), 11)),
    address: textWithin(typed, "adresse", 50, errors),
    postcode: text(typed, "code-postal"),
    town: textWithin(typed, "ville", 50, errors),
    email: held("courriel", readEmail(text(typed, "courriel"))),
    phone: phone === "" ? "" : held("telephone", readPhone(phone)),
  };
  if (operator.name === "") errors.operateur = "Donnez le nom de l’opérateur.";
  if (operator.address === "") errors.adresse = "Donnez une adresse.";
  if (!/^\d{5}$/.test(operator.postcode)) errors["code-postal"] = "Le code postal a 5 chiffres.";
  if (operator.town === "") errors.ville = "Donnez une ville.";
  return operator;
}

function readSources(typed: FormFields, errors: Record<string, string>): readonly PlanFunder[] {
  const sources: PlanFunder[] = [];
  for (let n = 0; n < MOST_SOURCES; n += 1) {
    const [name, amount] = [text(typed, `financeur.${n}.nom`), text(typed, `financeur.${n}.montant`)];
    if (name === "" && amount === "") continue;
    if (name === "") errors[`financeur.${n}.nom`] = "Donnez le nom du financeur.";
    const read = amount === "" ? null : readEuros(amount);
    if (read === undefined) errors[`financeur.${n}.montant`] = "Donnez un montant, comme 12 000 €.";
    sources.push({ name: textWithin(typed, `financeur.${n}.nom`, 200, errors), amount: read ?? null });
  }
  return sources;
}

/** Nothing typed is no rule: no amount is computed that year. */
function readRule(typed: FormFields, errors: Record<string, string>): RemainingCostRule | null {
  const [share, ceiling] = [text(typed, "part"), text(typed, "plafond")];
  const base = texts(typed, "assiette").filter((one): one is CostBase => Object.hasOwn(costBases, one));
  if (share === "" && ceiling === "" && base.length === 0) return null;
  const part = readPercent(share);
  if (part === null) errors.part = "Donnez une part de 0 à 100 %, ou videz les trois champs s’il n’y a pas de règle.";
  const most = ceiling === "" ? null : readEuros(ceiling);
  if (most === undefined) errors.plafond = "Donnez un montant, comme 300 €.";
  if (base.length === 0) errors.assiette = "Cochez au moins une dépense qui compte.";
  return { share: part ?? 0, ceiling: most ?? null, base };
}

function readNoShow(typed: FormFields, errors: Record<string, string>): NoShowRule | null {
  const [limit, months] = [text(typed, "absences"), text(typed, "mois")];
  if (limit === "" && months === "") return null;
  const [many, long] = [Number(limit), Number(months)];
  if (!Number.isInteger(many) || many < 1 || many > 20) errors.absences = "Donnez un nombre d’absences, de 1 à 20.";
  if (!Number.isInteger(long) || long < 1 || long > 36) errors.mois = "Donnez un nombre de mois, de 1 à 36.";
  return { limit: many, months: long };
}

/** Reads the volumes of a year that the service did not see. */
export function readVolume(typed: FormFields): { readonly volume: Volume } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const count = (name: string) => {
    const value = text(typed, name).replace(/[\s\u202f]/g, "");
    if (!/^\d{1,7}$/.test(value)) errors[name] = "Donnez un nombre entier.";
    return Number(value) || 0;
  };
  const volume = {
    year: referenceYear,
    sessions: count("sessions"),
    places: count("places"),
    hours: count("heures"),
    persons: count("personnes"),
    source: textWithin(typed, "source", 300, errors),
  };
  if (volume.source === "") errors.source = "Dites d’où viennent ces chiffres.";
  return Object.keys(errors).length > 0 ? { errors } : { volume };
}
