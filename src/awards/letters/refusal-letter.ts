import { type Appeals, type IsoDay, type Letterhead, type Signatory, template } from "#src/platform/documents/index.ts";
import type { PrintedDeliberation } from "./decision.ts";

export interface RefusalGround {
  /** The rule, in plain words. */
  readonly rule: string;
  /** How the file stands against it. */
  readonly finding: string;
  /** Where the rule is written: « cadre d’intervention du 15 juillet 2025, 1.b, public visé ». */
  readonly provision: string;
}

/** Tells that the request is refused: every ground with its provision, what can still be done, how to appeal. */
export interface RefusalLetter {
  readonly letterhead: Letterhead;
  readonly scheme: string;
  readonly projectTitle: string;
  readonly applicant: string;
  readonly receivedOn: IsoDay;
  readonly deliberation: PrintedDeliberation;
  readonly grounds: readonly [RefusalGround, ...RefusalGround[]];
  /** What the assessment found of the project, criterion by criterion; empty where no committee assessed it. */
  readonly criteria: readonly { readonly title: string; readonly strength: string; readonly weakness: string }[];
  /** What the applicant can do next: another scheme, a new request. */
  readonly otherWays: readonly string[];
  readonly appeals: Appeals;
  readonly signatory: Signatory;
}

export const refusalLetter = template<RefusalLetter>("awards/letters/refusal-letter.typ");
