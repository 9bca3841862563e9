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

/** The signature, or every reason why it cannot be recorded. `after` is what it follows. */
export function readSignature(
  input: SignatureInput,
  after: Before,
  today: Day,
): { readonly ok: Signature } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = refuseDay(input.signedOn, after, today);
  if (input.signatory === "")
    refusals.push({ field: "signataire", message: "Indiquez le nom et la qualité du signataire." });
  if (input.signatory.length > 200)
    refusals.push({ field: "signataire", message: "Raccourcissez : 200 caractères au plus." });
  return refusals.length > 0 || input.signedOn === null
    ? { refusals }
    : { ok: { signedOn: input.signedOn, signatory: input.signatory } };
}

/** What a signature follows: the day of it, and what is said of a signature before. */
export interface Before {
  readonly on: Day;
  readonly said: string;
}

/** What is wrong with the day of a signature, by its field. */
export function refuseDay(signedOn: Day | null, after: Before, today: Day, which = "signature"): Refusal[] {
  const refused = (message: string): Refusal[] => [{ field: "date", message }];
  if (signedOn === null) return refused(`Indiquez la date de ${which}, par exemple 03/03/2026.`);
  if (signedOn > today) return refused("La date de signature ne peut pas être à venir.");
  return signedOn < after.on ? refused(after.said) : [];
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
