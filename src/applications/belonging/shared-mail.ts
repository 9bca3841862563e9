import providers from "email-providers/all.json" with { type: "json" };

/** French ones that the list lacks: an address there is anyone's. */
const french = [
  "9online.fr",
  "aol.fr",
  "bbox.fr",
  "bouyguestelecom.fr",
  "cegetel.net",
  "dbmail.com",
  "infonie.fr",
  "mailo.com",
  "netc.fr",
  "noos.fr",
  "numericable.com",
  "numericable.fr",
  "posteo.net",
  "sfr.net",
  "tutanota.com",
];
const shared = new Set([...providers, ...french]);

/** True of a domain where anyone may open a letter box: reading mail there shows no belonging. */
export function isSharedMail(domain: string): boolean {
  return shared.has(domain.toLowerCase());
}

/** The domain of an address, in small letters: « cfa-exemple.fr ». */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1).toLowerCase();
}
