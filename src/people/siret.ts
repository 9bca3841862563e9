import { isSiren, isSiret } from "#policy/index.ts";

/** A checked number, or why it is not one. */
export type CheckedNumber =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a SIRET as people paste it: spaces of any kind, dots and dashes are dropped. Fourteen digits that
 * hold together.
 */
export function readSiret(typed: string): CheckedNumber {
  const digits = withoutSpaces(typed);
  if (digits === "") return refused("Donnez le numéro SIRET de l’établissement.");
  if (!/^\d+$/.test(digits)) return refused("Un numéro SIRET ne contient que des chiffres.");
  if (digits.length === 9) {
    return refused("Ce numéro a 9 chiffres : c’est un SIREN. Ajoutez les 5 chiffres de l’établissement.");
  }
  if (digits.length !== 14) return refused(lengthReason("SIRET", 14, digits.length));
  return isSiret(digits) ? { ok: true, value: digits } : refused(mistyped("SIRET"));
}

/** Reads a SIREN, nine digits. */
export function readSiren(typed: string): CheckedNumber {
  const digits = withoutSpaces(typed);
  if (digits === "") return refused("Donnez le numéro SIREN.");
  if (!/^\d+$/.test(digits)) return refused("Un numéro SIREN ne contient que des chiffres.");
  if (digits.length !== 9) return refused(lengthReason("SIREN", 9, digits.length));
  return isSiren(digits) ? { ok: true, value: digits } : refused(mistyped("SIREN"));
}

/** The legal unit that an establishment belongs to. */
export function sirenOf(siret: string): string {
  return siret.slice(0, 9);
}

/** Number of the declaration of activity of a training organisation (NDA): eleven digits, no check key is known. */
export function readDeclarationNumber(typed: string): CheckedNumber {
  const digits = withoutSpaces(typed);
  if (!/^\d+$/.test(digits)) return refused("Le numéro de déclaration d’activité ne contient que des chiffres.");
  if (digits.length !== 11) return refused(lengthReason("de déclaration d’activité", 11, digits.length));
  return { ok: true, value: digits };
}

/** Spaces of every width, invisible marks, dots and dashes say nothing. */
function withoutSpaces(typed: string): string {
  return typed.replace(/[\s\u200b-\u200f\u2060\ufeff.\-‐-―]/g, "");
}

function refused(reason: string): CheckedNumber {
  return { ok: false, reason };
}

function lengthReason(what: string, expected: number, given: number): string {
  const gap = Math.abs(expected - given);
  const digits = gap === 1 ? "chiffre" : "chiffres";
  const fault = given < expected ? `il manque ${gap} ${digits}` : `il y a ${gap} ${digits} de trop`;
  return `Un numéro ${what} a ${expected} chiffres : ${fault}.`;
}

function mistyped(what: string): string {
  return `Ce numéro ${what} contient une erreur de frappe : vérifiez chaque chiffre.`;
}
