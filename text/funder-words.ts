/** A name as sentences take it, with the French article that each place wants. */
export interface Called {
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
  /** « sa Région », « son Président » */
  readonly its: string;
}

/** How pages and letters call the funder and those who decide for it. */
export interface FunderWords extends Called {
  /** Who votes: « la Commission permanente ». */
  readonly voter: Called;
  /** The same by its whole name: « la Commission permanente du Conseil régional ». */
  readonly wholeVoter: Called;
  /** Who carries out what is voted: « le Président ». */
  readonly executive: Called;
}

/** What the funder says of itself, each name with its article; what it does not say follows from its whole name. */
export interface FunderNames {
  readonly name: string;
  readonly short?: string | null;
  readonly voter?: string;
  readonly wholeVoter?: string;
  readonly executive?: string;
}

/** A sentence of a table of words: as it stands, or with the funder's words in their places. */
export type Said = string | ((funder: FunderWords) => string);

export function say(said: Said, funder: FunderWords): string {
  return typeof said === "string" ? said : said(funder);
}

const FEMININE = ["Région", "Métropole", "Collectivité", "Ville", "Commune", "Communauté"];
const MASCULINE = ["Département", "Syndicat", "Groupement", "Conseil"];
const BEFORE_A_VOWEL = ["Agence", "Établissement", "Eurométropole", "État", "Office"];

export function funderWords({ name, short, voter, wholeVoter, executive }: FunderNames): FunderWords {
  const called = calledBy(voter ?? "l’assemblée");
  return {
    ...calledBy(short ?? shortOf(name)),
    voter: called,
    wholeVoter: wholeVoter === undefined ? called : calledBy(wholeVoter),
    executive: calledBy(executive ?? "le Président"),
  };
}

/** « Région Normandie » → « la Région », « Département de l’Orne » → « le Département »; else « le financeur ». */
function shortOf(name: string): string {
  const [kind = ""] = /^\p{L}+/u.exec(name) ?? [];
  if (FEMININE.includes(kind)) return `la ${kind}`;
  if (BEFORE_A_VOWEL.includes(kind)) return `l’${kind}`;
  return `le ${MASCULINE.includes(kind) ? kind : "financeur"}`;
}

const WITH_ARTICLE = /^(?:(la|le) |l[’'])(\S.*)$/iu;

/** A name written with its article, « la Région »; null where it has none, or is of several. */
export function readCalled(written: string): string | null {
  const [, article, short] = WITH_ARTICLE.exec(written) ?? [];
  if (short === undefined) return null;
  return article === undefined ? `l’${short}` : `${article.toLowerCase()} ${short}`;
}

function calledBy(the: string): Called {
  const [, article, short = the] = WITH_ARTICLE.exec(the) ?? [];
  const capital = `${the.charAt(0).toUpperCase()}${the.slice(1)}`;
  if (article === "le") return { short, the, of: `du ${short}`, to: `au ${short}`, capital, its: `son ${short}` };
  const its = article === "la" ? `sa ${short}` : `son ${short}`;
  return { short, the, of: `de ${the}`, to: `à ${the}`, capital, its };
}
