import { getResolvedPDFJS } from "unpdf";
import { pdfStart } from "./pdf-start.ts";
import type { Unopened } from "./unopened.ts";

/** Opens a PDF as its reader would, each page found; null when it opens. Costly, and run by whoever sends it: apart. */
export async function openPdf(given: Uint8Array): Promise<Unopened | null> {
  const bytes = given.subarray(Math.max(0, pdfStart(given)));
  const { getDocument } = await getResolvedPDFJS();
  // The library takes over the bytes that it is given.
  const task = getDocument({ data: bytes.slice(), enableXfa: true, verbosity: 0, useSystemFonts: false });
  try {
    const pdf = await task.promise;
    if (pdf.isPureXfa) return "dynamic-form";
    const { info } = await pdf.getMetadata();
    if ("IsCollectionPresent" in info && info.IsCollectionPresent === true) return "portfolio";
    if (isCut(bytes)) return "cut";
    for (let number = 1; number <= pdf.numPages; number += 1) await pdf.getPage(number);
    return pdf.numPages > 0 ? null : "damaged";
  } catch (error) {
    if (isLocked(error, bytes)) return "protected";
    return isCut(bytes) ? "cut" : "damaged";
  } finally {
    await task.destroy();
  }
}

/** A password is asked, or the lock is one of those that only its maker's software opens. */
function isLocked(error: unknown, bytes: Uint8Array): boolean {
  if (error instanceof Error && error.name === "PasswordException") return true;
  return /\/Encrypt\b/.test(latin(bytes));
}

/** A PDF ends by saying where its index stands, after its last object: one that was cut lacks that. */
function isCut(bytes: Uint8Array): boolean {
  const text = latin(bytes);
  return /\d\s+obj\b/.test(text.slice(Math.max(0, text.lastIndexOf("startxref"))));
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
