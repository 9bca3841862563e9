import { type Cents, type IsoDay, type Letterhead, type Signatory, template } from "#src/platform/documents/index.ts";
import type { ContractingSide } from "./grant-agreement.ts";

/** What changes of an agreement that was signed: its amount, once another funder took its aid back, or lowered it. */
export interface AgreementAmendment {
  readonly letterhead: Letterhead;
  readonly number: string;
  /** Of the agreement, and the day on which the funder signed it. */
  readonly agreement: { readonly number: string; readonly signedOn: IsoDay };
  readonly funder: ContractingSide & { readonly calledBelow: string };
  readonly beneficiary: ContractingSide;
  readonly visas: readonly string[];
  readonly projectTitle: string;
  /** The word of the other funder: it took its aid back, or lowered what it retained to a total. */
  readonly word: {
    readonly called: string;
    readonly reference: string;
    readonly on: IsoDay;
    readonly lowered?: { readonly from: Cents; readonly to: Cents; readonly owed: string };
  };
  readonly before: Cents;
  readonly after: Cents;
  readonly reason: string;
  readonly signatories: { readonly funder: Signatory; readonly beneficiary: Signatory };
}

export const agreementAmendment = template<AgreementAmendment>("agreements/letters/amendment.typ");
