import { ownActs } from "./bulk/own-acts.tsx";
import { ownColumns } from "./columns/own-columns.tsx";
import { ownFacets } from "./filters/own-facets.ts";
import type { QueuePart } from "./part.ts";
import { ownSheet } from "./sheets/own-sheet-export.ts";

/** What the review itself brings to the queue. */
export const reviewQueue: QueuePart = { facets: ownFacets, columns: ownColumns, acts: ownActs, sheet: ownSheet };
