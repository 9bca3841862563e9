import { createHmac, timingSafeEqual } from "node:crypto";

const ID_BYTES = 16;
const SEAL_BYTES = 16;

/**
 * An identifier with the service's seal on it: whoever holds the link was given it by a mail or a page of ours. It can be
 * written anew in each mail, so nothing of it is stored. `purpose` keeps a link for one thing from opening another.
 */
export function sealId(secret: string, purpose: string, id: string): string {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return Buffer.concat([bytes, sealOf(secret, purpose, bytes)]).toString("base64url");
}

/** The identifier that a sealed text carries; null where the seal is not ours, or is for something else. */
export function openSealedId(secret: string, purpose: string, text: string): string | null {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== ID_BYTES + SEAL_BYTES || bytes.toString("base64url") !== text) return null;
  const id = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), sealOf(secret, purpose, id))) return null;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function sealOf(secret: string, purpose: string, id: Uint8Array): Buffer {
  return createHmac("sha256", secret).update(`${purpose}\0`).update(id).digest().subarray(0, SEAL_BYTES);
}

/** The same for a word of any length, such as the id of a person. */
export function sealWord(secret: string, purpose: string, word: string): string {
  const bytes = Buffer.from(word);
  return Buffer.concat([sealOf(secret, purpose, bytes), bytes]).toString("base64url");
}

/** The word that a sealed text carries; null where the seal is not ours, or is for something else. */
export function openSealedWord(secret: string, purpose: string, text: string): string | null {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length <= SEAL_BYTES || bytes.toString("base64url") !== text) return null;
  const word = bytes.subarray(SEAL_BYTES);
  return timingSafeEqual(bytes.subarray(0, SEAL_BYTES), sealOf(secret, purpose, word)) ? word.toString() : null;
}
