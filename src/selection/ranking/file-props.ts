import type { Call } from "#src/calls/index.ts";
import type { CandidateStanding, Rules } from "../standing.ts";

/** All that the page of one project before the committee shows. */
export interface CandidatePageProps {
  readonly call: Call;
  readonly rules: Rules;
  readonly file: CandidateStanding;
  readonly rank: number | null;
  readonly funderName: (code: string) => string;
  readonly mayRun: boolean;
  readonly mayReopen: boolean;
  readonly newKey: () => string;
  /** The sentence that refused what was typed, by field; empty where nothing was. */
  readonly errors: ReadonlyMap<string, string>;
  readonly typed: (name: string) => string | undefined;
}
