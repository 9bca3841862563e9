import type { SchemeWords } from "../../../engine/grants/words.ts";
import { example } from "./example.ts";

/** What people read beside the rules of 2.c. */
export const words: SchemeWords = {
  quotations: {},
  steps: [],
  example,
  cases: { caption: "", intro: "", rows: [] },
  arithmetic: [],
  met: () => null,
  amounts: () => [],
  nothing: () => null,
};
