import { canonicalJson, sha256 } from "#policy/index.ts";

/**
 * What a form was made from, in a few signs. Sent back with it, it tells whether somebody changed the same thing
 * meanwhile: what they wrote is then told, and the second sending decides.
 */
export function seenOf(value: unknown): string {
  return sha256(canonicalJson(value)).slice(0, 16);
}

/** A sending that carries nothing was made from nothing that a page showed. */
export function isChanged(seen: string | null, value: unknown): boolean {
  return seen !== null && seen !== seenOf(value);
}

/** « Une autre personne vient d’écrire ici… » */
export function sayChanged(words: string): string {
  const there =
    words === ""
      ? "Une autre personne vient de vider ce champ."
      : `Une autre personne vient d’écrire ici\u00a0: «\u202f${words}\u202f».`;
  return `${there} Enregistrez de nouveau pour garder ce que vous avez écrit.`;
}
