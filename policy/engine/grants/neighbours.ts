import type { Path } from "../rules/expression.ts";

/** What exists near a project, which a condition is judged beside: other projects, shared practices, courses. */
export interface Neighbours {
  /** Id of the condition that is read beside them. */
  readonly criterion: string;
  /** Answers in words that say what a project is, beside its title. */
  readonly words: readonly Path[];
  /** Answers whose codes are compared as they stand, and how one is told: « transition numérique ». */
  readonly codes: readonly { readonly answer: Path; say(code: string): string }[];
}
