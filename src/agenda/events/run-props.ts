import type { ComponentChildren } from "preact";
import type { FormFields } from "#src/platform/http/forms.ts";
import type { Crew } from "../occasions/crew.ts";
import type { OccasionPart } from "../occasions/may.ts";
import type { Occasion } from "../occasions/occasion.ts";
import type { FieldErrors } from "../occasions/occasion-form.ts";
import type { Quota, Registration } from "../registrations/registration.ts";

export interface RunPageProps {
  readonly occasion: Occasion;
  readonly parts: readonly OccasionPart[];
  readonly quotas: readonly Quota[];
  readonly registrations: readonly Registration[];
  readonly crew: readonly Crew[];
  readonly attended: ReadonlySet<string>;
  /** It took place: nothing of it is cancelled or put off any more. */
  readonly isOver: boolean;
  /** The keeper's own page, to be opened from a telephone; null where nobody may check in yet. */
  readonly doorAddress: string | null;
  readonly typed: FormFields;
  readonly errors: FieldErrors;
  readonly children?: ComponentChildren;
}

/** Whether a form of the page was sent and is to be corrected. */
export function hasError({ errors }: RunPageProps, ...names: readonly string[]): boolean {
  return names.some((name) => errors[name] !== undefined);
}
