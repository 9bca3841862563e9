/**
 * Documents as PDF/UA-1. A letter is two files in the `letters/` folder of its slice: `<name>.ts` with the type of its
 * data and `template<Data>("<slice>/letters/<name>.typ")`, and `<name>.typ`, which imports `page.typ` and begins with
 * `#show: letter.with(title, subject)` or `report.with(…)`. Data are plain values (cents, ISO days): `french.typ`
 * formats them. Layouts are read from `src/` when a document is set, in the bundle too.
 */
export type { PrintedAnswer, PrintedAttachment, PrintedItem, PrintedQuestion, PrintedSection } from "./answers.ts";
export type { PrintedBudgetLine, PrintedPlan, PrintedSource } from "./budget.ts";
export { funderPdf } from "./funder-pdf.ts";
export type {
  Appeals,
  BasisPoints,
  Cents,
  IsoDay,
  Issuer,
  Letterhead,
  LocalMoment,
  Office,
  Recipient,
  Reference,
  Signatory,
} from "./letterhead.ts";
export { type DocumentTemplate, template } from "./template.ts";
