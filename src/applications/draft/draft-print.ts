import {
  type Cents,
  type IsoDay,
  type Letterhead,
  type LocalMoment,
  type PrintedAttachment,
  type PrintedSection,
  template,
} from "#src/platform/documents/index.ts";

/** A draft on paper, for colleagues to reread: never proof that anything was filed. */
export interface DraftPrint {
  readonly letterhead: Letterhead;
  readonly applicant: { readonly name: string; readonly siren: string };
  readonly scheme: string;
  readonly frameworkOf: IsoDay;
  readonly projectTitle: string;
  readonly printedAt: LocalMoment;
  /** The aid possible at most; absent where the rules cannot tell, or a condition is not met. */
  readonly aid?: Cents;
  readonly isUnmet: boolean;
  readonly missing: readonly { readonly what: string; readonly where?: string }[];
  readonly sections: readonly PrintedSection[];
  readonly papers: readonly Omit<PrintedAttachment, "sha256">[];
}

export const draftPrint = template<DraftPrint>("applications/draft/draft.typ");
