/** A number that some register gave, read whole or not at all: the form and the JSON of the API ask the same of it. */
export type RegisteredNumber = { readonly value: string } | { readonly error: string };

/** A number of so many digits: nothing else in it, none missing. */
export function readDigits(text: string, count: number): RegisteredNumber {
  if (!/^\d+$/.test(text)) return { error: `Indiquez les ${count} chiffres de ce numéro, sans lettre ni signe.` };
  if (text.length === count) return { value: text };
  return { error: `Ce numéro a ${count} chiffres\u00a0: vous en avez indiqué ${text.length}.` };
}

export function readSiret(digits: string): RegisteredNumber {
  if (!/^\d{14}$/.test(digits)) return { error: "Indiquez les 14 chiffres du SIRET." };
  return isSiret(digits) ? { value: digits } : { error: "Ce SIRET n’est pas valide\u00a0: vérifiez ses chiffres." };
}

/** The key of a SIRET: Luhn's, or for La Poste's establishments a sum of digits that is a multiple of five. */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits)) return false;
  if (hasLuhnKey(digits)) return true;
  const plain = [...digits].reduce((sum, digit) => sum + Number(digit), 0);
  return digits.startsWith("356000000") && plain % 5 === 0;
}

/** The key of a SIREN is Luhn's, La Poste's too. */
export function isSiren(digits: string): boolean {
  return /^\d{9}$/.test(digits) && hasLuhnKey(digits);
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
