import { compactNumber, sirenOf } from "#policy/index.ts";
import { trimText } from "#text/index.ts";

/** What a person types in the box of the queue: a file's number or its end, a SIREN or SIRET, or words. */
export type Search =
  | { readonly kind: "number"; readonly number: string }
  /** A few digits: the last ones of a file's number, the first ones of a SIREN, or a number in the project's words. */
  | { readonly kind: "digits"; readonly digits: string; readonly query: string }
  | { readonly kind: "siren"; readonly siren: string }
  | { readonly kind: "words"; readonly query: string }
  /** Signs only: it finds nothing, and the page says so. */
  | { readonly kind: "signs" }
  | null;

export function readSearch(text: string): Search {
  if (trimText(text) === "") return null;
  const compact = trimText(text)
    .replace(/[\s.]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
  const numbered = /^([a-z]{2})-?(\d{4})-?(\d{1,6})$/i.exec(compact);
  if (numbered) {
    const [, prefix = "", year = "", rank = ""] = numbered;
    return { kind: "number", number: `${prefix.toUpperCase()}-${year}-${rank.padStart(5, "0")}` };
  }
  const registered = compactNumber(text);
  if (/^\d{9}(\d{5})?$/.test(registered)) return { kind: "siren", siren: sirenOf(registered) };
  const dated = /^(\d{4})-(\d{1,5})$/.exec(compact);
  if (dated) return endOf(`${dated[1]}-${dated[2]?.padStart(5, "0")}`);
  if (/^\d{1,8}$/.test(compact)) return endOf(compact);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // Every word must be there; the last may be the beginning of one.
  return words.length === 0
    ? { kind: "signs" }
    : {
        kind: "words",
        query: words
          .slice(0, 12)
          .map((word) => `${word}:*`)
          .join(" & "),
      };
}

function endOf(digits: string): Search {
  return { kind: "digits", digits, query: `${digits.replace("-", " & ")}:*` };
}
