import { type Cents, type IsoDay, type Letterhead, type PrintedPlan, template } from "#src/platform/documents/index.ts";
import type { Called } from "#text/index.ts";
import type { PrintedReduction } from "./award-letter.ts";

export interface ReportedApplication {
  readonly fileNumber: string;
  readonly organisation: string;
  readonly commune: string;
  /** One line for the table. */
  readonly purpose: string;
  /** What the elected members need to know, in a few lines. */
  readonly summary: string;
  readonly requested: Cents;
  /** With the aid proposed: zero where the opinion is unfavourable. */
  readonly plan: PrintedPlan;
  /** Where less is proposed than the rules allow: what they allow, and why. */
  readonly less?: { readonly computed: Cents; readonly why: string };
  /** What was presented and is not eligible, with the reason. */
  readonly reductions: readonly PrintedReduction[];
  readonly opinion: "favourable" | "unfavourable";
  /** Whose opinion: of the service, or of the committee that ranked the projects of a call; of the service where absent. */
  readonly opinionOf?: "service" | "committee";
  /** Why; the legal grounds where the opinion is unfavourable. */
  readonly grounds: readonly string[];
  readonly conditions: readonly string[];
  /** What is kept, in all, of what the scheme counts beside the aid. */
  readonly counted?: { readonly label: string; readonly quantity: number };
  /** Supported organisations of a collective request. */
  readonly organisations?: readonly string[];
}

/** The report that lays several files before the Permanent Commission, with the deliberation it may vote. */
export interface CommissionReport {
  readonly letterhead: Letterhead;
  readonly title: string;
  /** Who votes. */
  readonly voter: Called;
  readonly sessionOn: IsoDay;
  readonly scheme: string;
  readonly context: string;
  readonly files: readonly [ReportedApplication, ...ReportedApplication[]];
  /** Where the money comes from: « chapitre 932, autorisation d’engagement … ». */
  readonly budgetLine?: string;
  readonly deliberation: {
    readonly visas: readonly string[];
    readonly articles: readonly string[];
  };
}

export const commissionReport = template<CommissionReport>("awards/letters/commission-report.typ");
