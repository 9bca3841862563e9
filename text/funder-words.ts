/** How pages and letters call the funder once its whole name is known, with the French article that each place takes. */
export interface FunderWords {
  /** « Région » */
  readonly short: string;
  /** « la Région » */
  readonly the: string;
  /** « de la Région » */
  readonly of: string;
  /** « à la Région » */
  readonly to: string;
  /** « La Région », at the head of a sentence. */
  readonly capital: string;
}

const FEMININE = ["Région", "Métropole", "Collectivité", "Ville", "Commune", "Communauté"];
const MASCULINE = ["Département", "Syndicat", "Groupement", "Conseil"];
const BEFORE_A_VOWEL = ["Agence", "Établissement", "Eurométropole", "État", "Office"];

/** « Région Normandie » → « la Région », « Département de l’Orne » → « le Département »; else « le financeur ». */
export function funderWords(name: string): FunderWords {
  const [kind = ""] = /^\p{L}+/u.exec(name) ?? [];
  if (FEMININE.includes(kind)) return called(kind, `la ${kind}`, `de la ${kind}`, `à la ${kind}`);
  if (BEFORE_A_VOWEL.includes(kind)) return called(kind, `l’${kind}`, `de l’${kind}`, `à l’${kind}`);
  const short = MASCULINE.includes(kind) ? kind : "financeur";
  return called(short, `le ${short}`, `du ${short}`, `au ${short}`);
}

function called(short: string, the: string, of: string, to: string): FunderWords {
  return { short, the, of, to, capital: `${the.charAt(0).toUpperCase()}${the.slice(1)}` };
}
