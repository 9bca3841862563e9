import { cleanText, plainWidth } from "#text/index.ts";

/** A number that some register gave, or why this is not one. The form, the JSON of the API and the pages of accounts ask the same of it. */
export type RegisteredNumber = { readonly value: string } | { readonly error: string };

const separators = /[\s\p{Default_Ignorable_Code_Point}.\-\u2010-\u2015\u2212]/gu;

/** A number as people paste it: wide digits are digits; spaces of any kind, dots, dashes and what nobody sees say nothing. */
export function compactNumber(typed: string): string {
  return plainWidth(cleanText(typed)).replace(separators, "");
}

/** A number of so many digits: nothing else in it, none missing. */
export function readDigits(typed: string, count: number): RegisteredNumber {
  return readNumber(typed, "Ce numéro", count);
}

export function readSiret(typed: string): RegisteredNumber {
  const siret = compactNumber(typed);
  if (/^\d{9}$/.test(siret))
    return { error: "Ce numéro a 9 chiffres\u00a0: c’est un SIREN. Ajoutez les 5 chiffres de l’établissement." };
  return readKeyed(siret, "SIRET", 14, isSiret);
}

export function readSiren(typed: string): RegisteredNumber {
  return readKeyed(compactNumber(typed), "SIREN", 9, isSiren);
}

function readKeyed(digits: string, name: string, count: number, holds: (digits: string) => boolean): RegisteredNumber {
  if (digits === "") return { error: `Donnez le numéro ${name}.` };
  const read = readNumber(digits, `Un numéro ${name}`, count);
  if ("error" in read || holds(read.value)) return read;
  return { error: `Ce numéro ${name} contient une erreur de frappe\u00a0: vérifiez chaque chiffre.` };
}

function readNumber(typed: string, what: string, count: number): RegisteredNumber {
  const digits = compactNumber(typed);
  if (!/^\d+$/.test(digits)) return { error: `${what} ne contient que des chiffres\u00a0: il y en a ${count}.` };
  if (/^0+$/.test(digits)) return { error: "Ce numéro ne contient que des zéros\u00a0: vérifiez-le." };
  const gap = Math.abs(count - digits.length);
  if (gap === 0) return { value: digits };
  const them = gap === 1 ? "1 chiffre" : `${gap} chiffres`;
  const fault = digits.length < count ? `il manque ${them}` : `il y a ${them} de trop`;
  return { error: `${what} a ${count} chiffres\u00a0: ${fault}.` };
}

/**
 * The keys of a SIRET: its SIREN's, then its own. Luhn's both, save for La Poste's establishments, whose digits add up to
 * a multiple of five.
 */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits) || !isSiren(sirenOf(digits))) return false;
  if (hasLuhnKey(digits)) return true;
  const plain = [...digits].reduce((sum, digit) => sum + Number(digit), 0);
  return digits.startsWith("356000000") && plain % 5 === 0;
}

/** The key of a SIREN is Luhn's, La Poste's too; zeros hold together and name nobody. */
export function isSiren(digits: string): boolean {
  return /^\d{9}$/.test(digits) && !/^0+$/.test(digits) && hasLuhnKey(digits);
}

/** The legal unit that an establishment belongs to. */
export function sirenOf(siret: string): string {
  return siret.slice(0, 9);
}

/** Every second digit from the right is doubled, and loses nine where it has two; the sum is a multiple of ten. */
function hasLuhnKey(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[i]);
    const weighed = (digits.length - i) % 2 === 0 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
