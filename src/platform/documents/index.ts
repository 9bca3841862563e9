export type {
  PrintedAnswer,
  PrintedAttachment,
  PrintedItem,
  PrintedQuestion,
  PrintedSection,
} from "./answers.ts";
export type { PrintedBudgetLine } from "./budget.ts";
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
export { type RenderedPdf, type RenderOptions, renderPdf } from "./render.ts";
export { type Template, template } from "./template.ts";
export type { Logo } from "./typesetter.ts";
