import { type IsoDay, type Letterhead, type Signatory, template } from "#src/platform/documents/index.ts";

export interface RequestedItem {
  readonly what: string;
  /** Why it is needed, in plain words. */
  readonly why: string;
  /** Where it goes in the form: « Le projet ». */
  readonly where: string;
  /** The text that asks for it: « 1.b, qualité du prestataire ». */
  readonly provision?: string;
}

/** Asks for what an application lacks; the delay after which silence means refusal is suspended meanwhile (L114-5). */
export interface CompletionLetter {
  readonly letterhead: Letterhead;
  readonly scheme: string;
  readonly projectTitle: string;
  readonly receivedOn: IsoDay;
  readonly items: readonly [RequestedItem, ...RequestedItem[]];
  /** The last day on which an answer is in time. */
  readonly replyBy: IsoDay;
  readonly suspendedSince: IsoDay;
  /** When silence becomes a refusal if all arrives on the last day only; sooner when it arrives sooner. */
  readonly implicitRefusalOn: IsoDay;
  /** The page that leads to each field. */
  readonly replyAt: string;
  readonly signatory: Signatory;
}

export const completionRequest = template<CompletionLetter>("reviews/completion/completion-request.typ");
