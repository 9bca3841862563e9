import type { Temporal } from "temporal-polyfill";
import type { OpenApplication, Refusal } from "#src/life/index.ts";
import type { Standing } from "../belonging/belonging.ts";

export interface SubmissionPageProps {
  readonly file: OpenApplication;
  readonly maySubmit: boolean;
  /** Whether something shows that they act for the organisation; null for who files nothing. */
  readonly standing: Standing | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly ticked: readonly string[];
  /** Why the filing just tried was refused. */
  readonly refusals: readonly Refusal[];
  readonly now: Temporal.Instant;
}
