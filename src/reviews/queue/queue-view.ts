import type { State } from "#src/life/index.ts";
import type { Content } from "#src/ui/index.ts";
import type { Assignable } from "./agents.ts";
import type { Found, StateCounts } from "./counts.ts";
import type { QueueFilter } from "./filters/filter.ts";
import type { QueueHome } from "./home.ts";
import type { BulkAct, QueueColumn } from "./part.ts";
import type { QueuePage, QueueRow } from "./queue-store.ts";
import type { SavedView } from "./views/saved-views.ts";
import type { QueueSettings } from "./views/settings.ts";

/** A facet as the page shows it: its values with their words, and how many files each would show where that is known. */
export interface FacetView {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly count: number | null }[];
  /** The values asked, in words. */
  readonly asked: readonly string[];
  readonly hidden: boolean;
}

/** All that the queue's page shows. */
export interface QueueView {
  readonly filter: QueueFilter;
  readonly facets: readonly FacetView[];
  /** What each field of the filter did not understand, by its name. */
  readonly misread: ReadonlyMap<string, string>;
  readonly page: QueuePage;
  readonly columns: readonly QueueColumn[];
  readonly cell: (row: QueueRow, column: QueueColumn) => Content;
  /** How many files stand in each state, whatever is asked. */
  readonly counts: StateCounts;
  /** What the filter finds, in every tab; null where it narrows nothing. */
  readonly found: Found | null;
  /** What the files of a state were voted in all, in cents: of the state shown, and of those that the reader waits for. */
  readonly voted: ReadonlyMap<State, number>;
  /** What this reader waits for. */
  readonly waits: QueueHome["waits"];
  /** How many wait to be told that they are of their organisation; null for a reader whose answer it is not. */
  readonly waitingProofs: number | null;
  readonly agents: readonly Assignable[];
  readonly views: readonly SavedView[];
  readonly settings: QueueSettings;
  /** Every file of the list, chosen; null where each is chosen by hand. */
  readonly all: {
    readonly files: readonly { readonly id: string; readonly version: number }[];
    readonly isMore: boolean;
  } | null;
  readonly acts: readonly BulkAct[];
  readonly may: { readonly assign: boolean; readonly saveView: boolean; readonly report: boolean };
  /** Makes the acts of this page happen once. */
  readonly formKey: string;
}
