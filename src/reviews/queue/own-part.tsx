import { ownActs } from "./bulk/own-acts.tsx";
import { ownColumns } from "./columns/own-columns.tsx";
import { ownFacets } from "./filters/own-facets.ts";
import type { QueuePart } from "./part.ts";
import { ownFigures } from "./service/own-figures.ts";
import { spanFacet } from "./service/spans.ts";
import { ownSheet } from "./sheets/own-sheet-export.ts";

/** What the review itself brings to the queue. */
export const reviewQueue: QueuePart = {
  facets: [...ownFacets, spanFacet],
  columns: ownColumns,
  acts: ownActs,
  sheet: ownSheet,
  figures: ownFigures,
};
