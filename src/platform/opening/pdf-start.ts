/** Bytes that may come before a PDF: a printer's orders, a mail's heads. Readers look no further. */
const MOST_BEFORE = 1024;
const SIGNATURE = "%PDF-";

/** Where a PDF begins in a file, -1 where it does not. */
export function pdfStart(bytes: Uint8Array): number {
  return Buffer.from(bytes.subarray(0, MOST_BEFORE + SIGNATURE.length)).indexOf(SIGNATURE, 0, "latin1");
}

export function startsAsPdf(head: Uint8Array): boolean {
  return pdfStart(head) >= 0;
}
