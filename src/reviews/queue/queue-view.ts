import type { State } from "#src/life/index.ts";
import type { QueueHome } from "./home.ts";
import type { QueueFilter } from "./queue.ts";
import type { Assignable, QueuePage, StateCounts } from "./queue-store.ts";
import type { SavedView } from "./saved-views.ts";

/** All that the queue's page shows. */
export interface QueueView {
  readonly filter: QueueFilter;
  /** What each field of the filter did not understand, by its name. */
  readonly misread: ReadonlyMap<string, string>;
  readonly page: QueuePage;
  readonly counts: StateCounts;
  /** How many files the filter shows; null where nobody counted. `Infinity` past the bound. */
  readonly found: number | null;
  /** What the files of a state were voted in all, in cents: of the state shown, and of those that the reader waits for. */
  readonly voted: ReadonlyMap<State, number>;
  /** What this reader waits for. */
  readonly waits: QueueHome["waits"];
  readonly agents: readonly Assignable[];
  readonly views: readonly SavedView[];
  readonly me: string;
  readonly today: string;
  readonly placeName: (commune: string) => string;
  readonly may: { readonly assign: boolean; readonly saveView: boolean; readonly report: boolean };
}
