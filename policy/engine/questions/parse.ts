import { isBlank, lengthOf, oneLine, trimText } from "#text/index.ts";
import { anyCode, type IsCommune, isCommuneCode } from "../values/commune.ts";
import type { Field, RecordOf, Scalar, Value, ValueOf } from "../values/field.ts";
import { parseDecimalMoney } from "../values/money.ts";
import { readDigits, readSiret } from "../values/registered-number.ts";
import { readIsoDay } from "../values/written-day.ts";
import { LONGEST_OWN_CHOICE } from "./typed.ts";

/** A bad field of a JSON request: JSON Pointer and plain French. */
export interface ParseError {
  readonly pointer: string;
  readonly message: string;
}
export type Parsed<T> =
  | { readonly ok: true; readonly facts: T }
  | { readonly ok: false; readonly errors: readonly ParseError[] };

const maxErrors = 100;

/** Reads JSON strictly by its declaration: wrong types, unknown names, bad days, absurd sizes are all named at once. */
export function parseRecord<F extends RecordOf>(
  declared: F,
  json: unknown,
  isCommune: IsCommune = anyCode,
): Parsed<ValueOf<F>> {
  const errors: ParseError[] = [];
  const value = parse(declared, json, "", { errors, isCommune });
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, maxErrors) };
  return { ok: true, facts: value as ValueOf<F> };
}

interface FieldReader {
  readonly errors: ParseError[];
  readonly isCommune: IsCommune;
}

function parse(field: Field, json: unknown, at: string, reader: FieldReader): Value | null {
  const { errors } = reader;
  const fail = (message: string): null => {
    if (errors.length < maxErrors) errors.push({ pointer: at, message });
    return null;
  };
  if (field.kind === "record") {
    if (typeof json !== "object" || json === null || Array.isArray(json)) return fail("Un objet est attendu.");
    const read: Record<string, Value | null> = {};
    for (const [name, value] of Object.entries(json)) {
      const of = Object.hasOwn(field.fields, name) ? field.fields[name] : undefined;
      const pointer = `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (of !== undefined) read[name] = value === null ? null : parse(of, value, pointer, reader);
      else if (errors.length < maxErrors) errors.push({ pointer, message: "Ce champ n’existe pas." });
    }
    return read;
  }
  if (field.kind === "list") {
    if (!Array.isArray(json)) return fail("Une liste est attendue.");
    if (json.length > field.max)
      return fail(`Cette liste compte ${json.length} éléments\u202f; ${field.max} au plus sont possibles.`);
    return json.map((item, index) => parse(field.item, item, `${at}/${index}`, reader) ?? {}) as Value;
  }
  const read = parseScalar(field, json, reader.isCommune);
  return "error" in read ? fail(read.error) : read.value;
}

type Read = { readonly value: Value | null } | { readonly error: string };

function parseScalar(field: Scalar, json: unknown, isCommune: IsCommune): Read {
  switch (field.kind) {
    case "yes-no":
      return typeof json === "boolean" ? { value: json } : { error: "Vrai ou faux (true, false) est attendu." };
    case "integer":
    case "decimal":
    case "days":
      return parseNumber(field, json);
    case "share":
      return parseShare(json);
    case "money": {
      const amount = typeof json === "string" ? parseDecimalMoney(json) : null;
      if (amount === null)
        return { error: 'Un montant en euros est attendu, dans une chaîne\u00a0: "1100.00", deux décimales au plus.' };
      return amount > field.max ? { error: "Ce montant est trop élevé." } : { value: amount };
    }
    case "day":
      return readIsoDay(json);
    case "choice":
      if (typeof json === "string" && field.unknowns?.includes(json) === true) return { value: null };
      return typeof json === "string" && Object.hasOwn(field.options, json)
        ? { value: json }
        : { error: `Valeurs possibles\u00a0: ${Object.keys(field.options).join(", ")}.` };
    case "choices":
      return parseChoices(field, json);
    case "commune":
      return parseCommune(json, isCommune);
    case "communes": {
      if (!Array.isArray(json) || json.length > field.max)
        return { error: `Une liste de ${field.max} codes INSEE au plus est attendue.` };
      const wrong = json.map((code) => parseCommune(code, isCommune)).find((read) => "error" in read);
      return wrong ?? { value: [...new Set<string>(json)] };
    }
    case "siret":
      return typeof json === "string" ? readSiret(json) : { error: "Un texte est attendu." };
    case "code":
      return typeof json === "string" ? readDigits(json, field.max) : { error: "Un texte est attendu." };
    default:
      if (typeof json !== "string") return { error: "Un texte est attendu." };
      return lengthOf(json) > field.max
        ? { error: `Ce texte est trop long\u00a0: ${field.max} caractères au plus.` }
        : { value: trimText(json) || null };
  }
}

function parseCommune(json: unknown, isCommune: IsCommune): Read {
  if (typeof json !== "string" || !isCommuneCode(json))
    return { error: "Le code INSEE d’une commune est attendu, sur 5 caractères." };
  return isCommune(json)
    ? { value: json }
    : { error: "Aucune commune n’a, ni n’a eu, ce code INSEE. Un code postal n’en est pas un." };
}

function parseNumber(field: Extract<Scalar, { min: number }>, given: unknown): Read {
  const json = field.digits === true && typeof given === "string" && inDigits.test(given) ? Number(given) : given;
  if (typeof json !== "number" || !Number.isFinite(json)) return { error: "Un nombre est attendu." };
  if (field.kind === "integer" && !Number.isInteger(json)) return { error: "Un nombre entier est attendu." };
  if (json < field.min) return { error: `Ce nombre doit être au moins ${field.min}.` };
  if (json > field.max) return { error: `Ce nombre doit être au plus ${field.max}.` };
  if (field.kind === "days" && !Number.isInteger(json * 2))
    return { error: "Les jours se comptent par demi-journées\u00a0: 2.5 par exemple." };
  return { value: json === 0 ? 0 : json };
}

/** A decimal of six digits after the point at most. */
const inDigits = /^\d{1,9}(?:\.\d{1,6})?$/;

function parseShare(json: unknown): Read {
  if (typeof json !== "number" || !(json >= 0 && json <= 1))
    return { error: "Une part de 0 à 1 est attendue\u00a0: 0.6 par exemple." };
  return hasSixDecimals(json)
    ? { value: json === 0 ? 0 : json }
    : { error: "Cette part a trop de décimales\u00a0: six au plus." };
}

/** Read from its digits: a part is never rounded. */
function hasSixDecimals(part: number): boolean {
  return Math.round(part * 1_000_000) / 1_000_000 === part;
}

function parseChoices(field: Extract<Scalar, { kind: "choices" }>, json: unknown): Read {
  if (!Array.isArray(json) || json.length > 50) return { error: "Une liste de 50 valeurs au plus est attendue." };
  const isTaken = (value: unknown): value is string =>
    typeof value === "string" &&
    (field.open === true
      ? !isBlank(value) && lengthOf(value) <= LONGEST_OWN_CHOICE
      : Object.hasOwn(field.options, value));
  return json.every(isTaken)
    ? { value: json.map(oneLine) }
    : { error: `Valeurs possibles\u00a0: ${Object.keys(field.options).join(", ")}.` };
}
