import type { PaperSpecimen } from "#policy/index.ts";
import { type Letterhead, template } from "#src/platform/documents/index.ts";

export interface PrintedSpecimen extends PaperSpecimen {
  readonly letterhead: Letterhead;
  readonly label: string;
}

export const paperSpecimen = template<PrintedSpecimen>("information/letters/paper-specimen.typ");
