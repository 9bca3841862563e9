import type { Status } from "#policy/index.ts";
import {
  type Cents,
  type IsoDay,
  type Letterhead,
  type LocalMoment,
  type PrintedAttachment,
  type PrintedBudgetLine,
  type PrintedPlan,
  type PrintedSection,
  template,
} from "#src/platform/documents/index.ts";

export interface PrintedCheck {
  readonly title: string;
  readonly status: Status;
  readonly reason: string;
  readonly provision: string;
  /** The officer's own finding, where one confirmed or overruled the computed answer. */
  readonly finding?: { readonly status: Status; readonly reason: string; readonly by: string; readonly on: IsoDay };
}

export interface PrintedEvent {
  readonly at: LocalMoment;
  readonly what: string;
  readonly who: string;
}

/** The officer's file on paper: what was answered, checked, accepted and thought of it. */
export interface InstructionReport {
  readonly letterhead: Letterhead;
  readonly fileNumber: string;
  readonly applicant: { readonly name: string; readonly siret?: string };
  readonly scheme: string;
  readonly frameworkOf: IsoDay;
  readonly projectTitle: string;
  readonly state: string;
  readonly receivedAt?: LocalMoment;
  readonly checks: readonly PrintedCheck[];
  readonly budget: readonly PrintedBudgetLine[];
  readonly aid?: { readonly requested: Cents; readonly proposed?: Cents };
  /** True where a condition is not met and nobody decided otherwise: no amount is printed. */
  readonly isUnmet?: boolean;
  /** The vote: the day and the number of its deliberation; an aid of nothing is a rejection. */
  readonly vote?: { readonly aid: Cents; readonly on: IsoDay; readonly deliberation: string };
  readonly plan?: PrintedPlan;
  readonly opinion?: {
    readonly favourable: boolean;
    readonly words: string;
    readonly by: string;
    readonly on: IsoDay;
  };
  readonly sections: readonly PrintedSection[];
  readonly attachments: readonly PrintedAttachment[];
  readonly history: readonly PrintedEvent[];
}

export const instructionReport = template<InstructionReport>("reviews/report/file-report.typ");
