/** A title as the end of an address: letters without accents, digits, hyphens. */
export function slugOf(title: string): string {
  const plain = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  // An address of the agenda itself is no name for an occasion.
  return plain === "" || plain === "proposer" ? "rendez-vous" : plain;
}
