import { cleanText, lengthOf, plainWidth, trimText } from "#text/index.ts";

/** An address or a number to reach someone at, as it can be used; or how to write it. */
export type Reachable = { readonly value: string } | { readonly error: string };

const LONGEST_EMAIL = 254;
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const lastLabel = /^(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/iu;

/**
 * One e-mail address. What surrounds it in a paste is dropped, for it says nothing: `mailto:`, a name and its brackets,
 * the end of a sentence. Two addresses, or an address with a fault inside, are for the person to correct.
 */
export function readEmail(typed: string, maxLength = LONGEST_EMAIL): Reachable {
  const address = bareAddress(plainWidth(trimText(typed)));
  const at = address.lastIndexOf("@");
  const name = address.slice(0, Math.max(0, at));
  const labels = address.slice(at + 1).split(".");
  const isAddress =
    at > 0 &&
    local.test(name) &&
    name.length <= 64 &&
    labels.length > 1 &&
    labels.every((one) => label.test(one)) &&
    lastLabel.test(labels.at(-1) ?? "");
  if (isAddress && address.length <= Math.min(maxLength, LONGEST_EMAIL)) return { value: address };
  return { error: "Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr." };
}

function bareAddress(text: string): string {
  const bracketed = /^[^<>@]*<([^<>]*)>[\s.,;]*$/.exec(text)?.[1] ?? text;
  return bracketed
    .trim()
    .replace(/^mailto:\s*/i, "")
    .replace(/[\s.,;]+$/, "");
}

/** A telephone number, spaced as it was typed: from six digits to the fifteen that a number in the world may have. */
export function readPhone(typed: string, maxLength = 30): Reachable {
  const text = plainWidth(trimText(typed))
    .replace(/^tel:\s*/i, "")
    .replace(/[\s\u2007]+/g, " ");
  const digits = cleanText(text).replace(/\D/g, "").length;
  if (/^\+?[\d .()/\-\u2010-\u2015]+$/.test(text) && digits >= 6 && digits <= 15 && lengthOf(text) <= maxLength)
    return { value: text };
  return { error: "Indiquez un numéro de téléphone, par exemple 02\u00a031\u00a000\u00a000\u00a000." };
}
