import type { AgreementParts } from "#policy/index.ts";
import {
  type Cents,
  type IsoDay,
  type Letterhead,
  type PrintedBudgetLine,
  type PrintedPlan,
  type PrintedSource,
  type Signatory,
  template,
} from "#src/platform/documents/index.ts";

export interface ContractingSide {
  readonly name: string;
  /** « association régie par la loi du 1er juillet 1901 » */
  readonly legalForm?: string;
  readonly siret?: string;
  readonly address: readonly string[];
  /** Who acts for it and by what right: « son Président, habilité par la délibération … ». */
  readonly representedBy: string;
}

export interface AgreedInstalment {
  readonly label: string;
  readonly cents: Cents;
  readonly condition: string;
}

/** The framework is silent on payment: terms are the funder's parameters, marked until confirmed. */
export interface PaymentTerms {
  readonly instalments: readonly AgreedInstalment[];
  readonly supportingDocuments: readonly string[];
  readonly confirmed: boolean;
}

/** The framework gives no wording for this support: what is asked is the funder's parameter. */
export interface PublicityDuties {
  readonly mention: string;
  readonly duties: readonly string[];
  /** Why the mention is to be confirmed, where the text itself sets it. */
  readonly doubt?: string;
  readonly confirmed: boolean;
}

/** The agreement that a vote leads to, with its four annexes. */
export interface GrantAgreement {
  readonly letterhead: Letterhead;
  readonly agreementNumber: string;
  /** `calledBelow`: how the agreement names it from there on, « la Région ». */
  readonly funder: ContractingSide & { readonly calledBelow: string };
  readonly beneficiary: ContractingSide;
  readonly visas: readonly string[];
  readonly scheme: string;
  readonly frameworkOf: IsoDay;
  readonly projectTitle: string;
  readonly plan: PrintedPlan;
  /** What the scheme puts into it. */
  readonly parts: AgreementParts & { readonly startsOn: IsoDay; readonly endsOn: IsoDay };
  readonly budgetLine?: string;
  readonly payment: PaymentTerms;
  readonly publicity: PublicityDuties;
  readonly budget: readonly PrintedBudgetLine[];
  readonly fundingPlan: readonly PrintedSource[];
  /** What was presented beyond what a selection retained: the plan shares out what it retained alone. */
  readonly notRetained?: Cents;
  /** Months after the end in which accounts are rendered. */
  readonly reportWithinMonths: number;
  /** Years during which the supporting documents are kept. */
  readonly keepYears: number;
  /** True for associations and foundations, the only ones bound by the republican commitment contract. */
  readonly republicanCommitment: boolean;
  /** True above the threshold from which the essential data of an agreement are published (décret 2017-779). */
  readonly openData: boolean;
  /** The State aid rule relied upon, when there is one. */
  readonly stateAid?: string;
  readonly dataProtection: { readonly officer: string; readonly retention: string };
  readonly court: string;
  readonly signatories: { readonly funder: Signatory; readonly beneficiary: Signatory };
}

export const grantAgreement = template<GrantAgreement>("agreements/letters/grant-agreement.typ");
