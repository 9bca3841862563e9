import type { Tx } from "#src/platform/database/database.ts";
import type { Query } from "#src/urls.ts";
import type { QueueReader } from "../filters/facet.ts";

/** A number of files, what they have in common, and the filter of the queue that shows them. */
export interface FigureLine {
  readonly label: string;
  readonly files: number;
  readonly query: Query;
  /** What these files were voted in all, in cents, where that is told. */
  readonly cents?: number;
}

/** A part of the figures of the service: each of its numbers leads to its list. */
export interface ServiceFigure {
  readonly key: string;
  readonly title: string;
  /** Told where no file counts. */
  readonly none: string;
  readonly tone: "late" | "load" | "quiet";
  readonly load: (tx: Tx, reader: QueueReader) => Promise<readonly FigureLine[]>;
}
