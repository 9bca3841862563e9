import type { Section } from "#policy/index.ts";
import type { Reading } from "#src/life/index.ts";
import type { Content, RawAnswers } from "#src/ui/index.ts";
import type { Removal } from "./removals.ts";

/** What is wrong with the answers of a section; what is missing too, once a check was asked for. */
export function errorsIn(reading: Reading, section: Section, isChecked: boolean): ReadonlyMap<string, string> {
  const here = new Set(reading.questions.filter((one) => one.section === section.id).map(({ path }) => path));
  const errors = new Map([...reading.errors].filter(([path]) => here.has(path)));
  for (const gap of reading.gaps)
    if (gap.section === section.id && (isChecked || gap.contradicts === true)) errors.set(gap.path, gap.message);
  return errors;
}

/** What a form shows around its questions. */
export interface FormState {
  readonly reading: Reading;
  /** What the fields hold: the draft as kept, with the author's own text where it conflicts with another's. */
  readonly raw: RawAnswers;
  /** By path, in plain words. */
  readonly errors: ReadonlyMap<string, string>;
  /** By path, under the field: what another person wrote, what an officer asks. */
  readonly notes: ReadonlyMap<string, Content>;
  /** The item of a group just taken away, while it can be put back. */
  readonly removal?: Removal | null;
}
