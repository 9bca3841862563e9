import type { Temporal } from "temporal-polyfill";
import type { Day } from "#policy/index.ts";
import type { SignedFile } from "#src/life/index.ts";
import type { Refusal } from "#src/reviews/index.ts";

/** `CONV-2026-00012`: a number without holes a year. */
export function agreementNumber(year: number, value: number): string {
  return `CONV-${year}-${String(value).padStart(5, "0")}`;
}

/** What is said of a signed copy: when, and by whom. */
export interface SignatureInput {
  readonly signedOn: Day | null;
  readonly signatory: string;
}

export interface Signature {
  readonly signedOn: Day;
  readonly signatory: string;
}

/** The signature, or every reason why it cannot be recorded. `madeOn` is the day on which the agreement was made. */
export function readSignature(
  input: SignatureInput,
  madeOn: Day,
  today: Day,
): { readonly ok: Signature } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  if (input.signedOn === null)
    refusals.push({ field: "date", message: "Indiquez la date de signature, par exemple 03/03/2026." });
  else if (input.signedOn > today)
    refusals.push({ field: "date", message: "La date de signature ne peut pas être à venir." });
  else if (input.signedOn < madeOn)
    refusals.push({ field: "date", message: "La date de signature ne peut pas précéder la convention." });
  if (input.signatory === "")
    refusals.push({ field: "signataire", message: "Indiquez le nom et la qualité du signataire." });
  if (input.signatory.length > 200)
    refusals.push({ field: "signataire", message: "Raccourcissez : 200 caractères au plus." });
  return refusals.length > 0 || input.signedOn === null
    ? { refusals }
    : { ok: { signedOn: input.signedOn, signatory: input.signatory } };
}

/** An agreement as it stands: made, then signed by each side. */
export interface Agreement {
  readonly id: string;
  readonly number: string;
  readonly aid: number;
  readonly madeAt: Temporal.Instant;
  /** Null for the moment between the act and the job that sets the pages. */
  readonly documentId: string | null;
  /** The copy that stands: the one with both signatures where the antivirus let it through, else the beneficiary's. */
  readonly signedFile: SignedFile | null;
  /** The copy with both signatures, as the funder joined it. */
  readonly countersigned: SignedFile | null;
  /** The beneficiary's signature. */
  readonly signedOn: string | null;
  readonly signatory: string | null;
  readonly funderSignedOn: string | null;
  readonly funderSignatory: string | null;
}

/** Readers may open it: the antivirus found nothing in it, or there is none. */
export function isOpen(file: SignedFile): boolean {
  return file.scan === "clean" || file.scan === "not-configured";
}

/** Signed by both, and the copy that says so was thrown away: another may be joined. */
export function lacksCountersigned(agreement: Agreement): boolean {
  return agreement.funderSignedOn !== null && agreement.countersigned?.scan === "infected";
}
