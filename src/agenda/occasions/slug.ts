import { addressWords } from "#text/index.ts";

/** A title as the end of an address: letters without accents, digits, hyphens. */
export function slugOf(title: string): string {
  const plain = addressWords(title, 60);
  // An address of the agenda itself is no name for an occasion.
  return plain === "" || plain === "proposer" ? "rendez-vous" : plain;
}
