import type { Call } from "#src/calls/index.ts";
import type { AwardDeliberation } from "../deliberation.ts";
import type { BatchRow } from "./store.ts";

export interface VotePageProps {
  readonly call: Call;
  readonly rows: readonly BatchRow[];
  /** What still stands before the vote of a file, by its id. */
  readonly obstacles: ReadonlyMap<string, readonly string[]>;
  readonly deliberations: readonly AwardDeliberation[];
  readonly mayVote: boolean;
  readonly mayNotify: boolean;
  readonly newKey: () => string;
  readonly errors: ReadonlyMap<string, string>;
  readonly typed: (name: string) => string | undefined;
  readonly chosen: readonly string[] | null;
}
