import {
  type Appeals,
  type IsoDay,
  type Letterhead,
  type LocalMoment,
  type PrintedAttachment,
  type PrintedPlan,
  type PrintedSection,
  type PrintedSource,
  template,
} from "#src/platform/documents/index.ts";

/** What a file lacks: R112-5 3° has the receipt say it when it is known at once. */
export interface MissingItem {
  readonly what: string;
  readonly why?: string;
  /** Where it goes in the form: « Le projet ». */
  readonly where?: string;
}

/**
 * The acknowledgement of receipt that the administrative code asks for (L112-3, L112-11, R112-5), together with what
 * was received: the answers, the attachments and their fingerprints.
 */
export interface ReceiptLetter {
  readonly letterhead: Letterhead;
  readonly fileNumber: string;
  /** The SIRET of the establishment, or the SIREN of the organisation where it alone is known. */
  readonly applicant: { readonly name: string; readonly siret?: string; readonly siren?: string };
  readonly submittedBy?: string;
  readonly scheme: string;
  /** The day of the text under which the file is judged (GOV-1). */
  readonly frameworkOf: IsoDay;
  readonly projectTitle: string;
  readonly receivedAt: LocalMoment;
  /** When silence becomes a refusal: two months after receipt (L231-4 3°). */
  readonly implicitRefusalOn: IsoDay;
  readonly missing: readonly MissingItem[];
  /** The day by which what is missing must arrive. */
  readonly missingBy?: IsoDay;
  readonly nextSteps: readonly string[];
  /** What was asked as the rules reckoned it at the filing; absent where they could not. */
  readonly funding?: { readonly plan: PrintedPlan; readonly sources: readonly PrintedSource[] };
  readonly appeals: Appeals;
  readonly revision: { readonly number: number; readonly sha256: string };
  readonly sections: readonly PrintedSection[];
  readonly attachments: readonly PrintedAttachment[];
  readonly declarations: readonly string[];
}

export const receiptLetter = template<ReceiptLetter>("applications/filing/receipt.typ");
