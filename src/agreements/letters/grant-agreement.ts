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

export interface Party {
  readonly name: string;
  /** « association régie par la loi du 1er juillet 1901 » */
  readonly legalForm?: string;
  readonly siret?: string;
  readonly address: readonly string[];
  /** Who acts for it and by what right: « son Président, habilité par la délibération … ». */
  readonly representedBy: string;
}

export interface AgreedPhase {
  readonly title: string;
  readonly startsOn: IsoDay;
  readonly endsOn: IsoDay;
  /** As the quote asks. */
  readonly days: number;
  readonly dayPrice: Cents;
  /** Days that count for the aid, and the price that counts for each: what was accepted, within the rules' ceiling. */
  readonly eligibleDays: number;
  readonly eligibleDayPrice: Cents;
}

/** What follows and shows the use of the grant; never something handed over in exchange for it (D-09). */
export interface AgreedDeliverable {
  readonly phase: string;
  readonly title: string;
  readonly content: string;
  readonly dueOn: IsoDay;
}

export interface AgreedInstalment {
  readonly label: string;
  readonly cents: Cents;
  readonly condition: string;
}

/** The framework is silent on payment (ACT-04): terms are the funder's parameters, marked until confirmed. */
export interface PaymentTerms {
  readonly instalments: readonly AgreedInstalment[];
  readonly supportingDocuments: readonly string[];
  readonly confirmed: boolean;
}

/** The framework gives no wording for this support (D-07): what is asked is the funder's parameter. */
export interface PublicityDuties {
  readonly mention: string;
  readonly duties: readonly string[];
  readonly confirmed: boolean;
}

export interface AgreedProvider {
  readonly name: string;
  readonly siret?: string;
  readonly createdOn?: IsoDay;
  readonly fields: readonly string[];
  readonly consultants: readonly string[];
  /** A body relied upon for a precise field; its contract comes before its first day (CS-15). */
  readonly partner?: { readonly name: string; readonly field: string };
}

/** A supported organisation of a collective request, with its own ceilings (CS-6, CS-9). */
export interface AgreedStructure {
  readonly name: string;
  readonly commune: string;
  readonly days: number;
  readonly eligibleBase: Cents;
  readonly cents: Cents;
}

/** The agreement that a vote leads to, with its four annexes. */
export interface GrantAgreement {
  readonly letterhead: Letterhead;
  readonly agreementNumber: string;
  /** `calledBelow`: how the agreement names it from there on, « la Région ». */
  readonly funder: Party & { readonly calledBelow: string };
  readonly beneficiary: Party;
  readonly visas: readonly string[];
  readonly scheme: string;
  readonly frameworkOf: IsoDay;
  readonly projectTitle: string;
  readonly projectSummary: string;
  readonly plan: PrintedPlan;
  /** Ceilings of the support: days and euros for one organisation, euros for a day. */
  readonly ceilings: { readonly days: number; readonly cents: Cents; readonly dayCents: Cents };
  readonly budgetLine?: string;
  readonly startsOn: IsoDay;
  readonly endsOn: IsoDay;
  readonly phases: readonly [AgreedPhase, ...AgreedPhase[]];
  readonly structures: readonly AgreedStructure[];
  readonly provider: AgreedProvider;
  readonly deliverables: readonly AgreedDeliverable[];
  readonly payment: PaymentTerms;
  readonly publicity: PublicityDuties;
  readonly budget: readonly PrintedBudgetLine[];
  readonly fundingPlan: readonly PrintedSource[];
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
