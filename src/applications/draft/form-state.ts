import type { Reading } from "#src/life/index.ts";
import type { Content, RawAnswers } from "#src/ui/index.ts";
import type { Removal } from "./removals.ts";

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
