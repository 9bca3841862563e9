import type { Temporal } from "temporal-polyfill";
import { readDigits, readWrittenDay } from "#policy/index.ts";
import { type FormFields, text, texts } from "#src/platform/http/forms.ts";
import { communeByCode } from "#src/territory/index.ts";
import { lengthOf, oneLine } from "#text/index.ts";
import { findLegalCategories, legalCategoryLabel } from "./legal-categories.ts";
import { opcos } from "./opcos.ts";
import {
  ORGANISATION_KINDS,
  type OrganisationProfile,
  QUALIOPI_CATEGORIES,
  type QualiopiCategory,
} from "./organisation.ts";

/** Number of the declaration of activity of a training organisation (NDA): no check key is known. */
const DECLARATION_DIGITS = 11;

/** An error beside a field, by the field's name. */
export type FieldErrors = Readonly<Record<string, string>>;

export type ReadProfile =
  | { readonly ok: true; readonly profile: OrganisationProfile }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Identity as the directory gives it; typed by the person where it does not. */
export type Identity = Pick<
  OrganisationProfile,
  "name" | "legalCategory" | "mainActivity" | "createdOn" | "headcountBand"
>;

/**
 * Reads the form of an organisation. What the directory said is taken from it, never from the form; `today` bounds the
 * creation day. Every error is given at once.
 */
export function readProfile(fields: FormFields, known: Identity | null, today: Temporal.PlainDate): ReadProfile {
  const errors: Record<string, string> = {};
  const kind = ORGANISATION_KINDS.find((one) => one === text(fields, "type"));
  if (kind === undefined) errors.type = "Dites quel type d’organisme c’est.";
  const identity = known === null ? readIdentity(fields, errors, today) : identityOf(known);
  const headcount = readHeadcount(text(fields, "effectif"), errors);
  const declarationNumber = readDeclaration(text(fields, "nda"), errors);
  const qualiopi = yesNo(text(fields, "qualiopi"));
  const qualiopiCategories = qualiopi === true ? readCategories(texts(fields, "qualiopi-categories")) : [];
  const opco = Object.hasOwn(opcos, text(fields, "opco")) ? text(fields, "opco") : null;
  if (kind === undefined || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, profile: { ...identity, kind, headcount, declarationNumber, qualiopi, qualiopiCategories, opco } };
}

export function identityOf(known: Identity): Identity {
  const { name, legalCategory, mainActivity, createdOn, headcountBand } = known;
  return { name, legalCategory, mainActivity, createdOn, headcountBand };
}

function readIdentity(fields: FormFields, errors: Record<string, string>, today: Temporal.PlainDate): Identity {
  const name = oneLine(text(fields, "nom"));
  if (name === "") errors.nom = "Donnez le nom de l’organisme.";
  if (lengthOf(name) > 200) errors.nom = "Ce nom est trop long : 200 caractères au plus.";
  const activity = text(fields, "activite").toUpperCase().replace(/[\s.]/g, "");
  if (activity !== "" && !/^\d{4}[A-Z]$/.test(activity)) {
    errors.activite = "Un code NAF a quatre chiffres et une lettre, par exemple 85.59A.";
  }
  return {
    name,
    legalCategory: readLegalForm(fields, errors),
    mainActivity: activity === "" ? null : `${activity.slice(0, 2)}.${activity.slice(2)}`,
    createdOn: readDay(text(fields, "creation"), errors, today),
    // INSEE's own word for a size: who types a number of employees is asked nothing more.
    headcountBand: null,
  };
}

/** One of the usual forms, else the one that was searched for: several are asked about, none is chosen. */
function readLegalForm(fields: FormFields, errors: Record<string, string>): string | null {
  const typed = text(fields, "forme-juridique-autre");
  if (typed === "") {
    const code = text(fields, "forme-juridique");
    return legalCategoryLabel(code) === null ? null : code;
  }
  const found = findLegalCategories(typed);
  const chosen = text(fields, "forme-juridique-choix");
  if (found.length === 1 || found.includes(chosen)) return found.length === 1 ? (found[0] ?? null) : chosen;
  errors["forme-juridique-autre"] =
    found.length === 0
      ? "Aucune forme juridique ne porte ces mots\u00a0: essayez-en un seul, par exemple «\u202fcoopérative\u202f»."
      : `${found.length}\u00a0formes portent ces mots\u00a0: choisissez la vôtre, ou précisez.`;
  return null;
}

function readDay(typed: string, errors: Record<string, string>, today: Temporal.PlainDate): string | null {
  if (typed === "") return null;
  const read = readWrittenDay(typed);
  if ("value" in read && read.value <= today.toString()) return read.value;
  errors.creation = "error" in read ? read.error : "Cette date n’est pas encore venue\u00a0: vérifiez l’année.";
  return null;
}

function readHeadcount(typed: string, errors: Record<string, string>): number | null {
  const digits = typed.replace(/\s/g, "");
  if (digits === "") return null;
  if (/^\d{1,6}$/.test(digits)) return Number(digits);
  errors.effectif = "Donnez un nombre entier de salariés, par exemple 12.";
  return null;
}

function readDeclaration(typed: string, errors: Record<string, string>): string | null {
  if (typed === "") return null;
  const read = readDigits(typed, DECLARATION_DIGITS);
  if ("value" in read) return read.value;
  errors.nda = read.error;
  return null;
}

function yesNo(typed: string): boolean | null {
  return typed === "oui" ? true : typed === "non" ? false : null;
}

function readCategories(typed: readonly string[]): readonly QualiopiCategory[] {
  return QUALIOPI_CATEGORIES.filter((category) => typed.includes(category));
}

const LONGEST_ADDRESS = 300;

/** Address of an establishment that the directory did not give. */
export interface TypedPlace {
  readonly address: string | null;
  readonly postcode: string | null;
  readonly commune: string | null;
}

export function readPlace(fields: FormFields): { readonly place: TypedPlace; readonly errors: FieldErrors } {
  const commune = communeByCode(text(fields, "commune"));
  const postcode = text(fields, "code-postal").replace(/\s/g, "");
  const address = oneLine(text(fields, "adresse"));
  const errors: Record<string, string> = {};
  if (lengthOf(address) > LONGEST_ADDRESS)
    errors.adresse = `Raccourcissez cette adresse\u00a0: ${LONGEST_ADDRESS} caractères au plus.`;
  if (commune === null) errors.commune = "Choisissez la commune de l’établissement.";
  if (postcode !== "" && !/^\d{5}$/.test(postcode)) errors["code-postal"] = "Un code postal a cinq chiffres.";
  return {
    place: {
      address: address || null,
      postcode: postcode === "" ? (commune?.postcodes[0] ?? null) : postcode,
      commune: commune?.code ?? null,
    },
    errors,
  };
}
