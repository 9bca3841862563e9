import type { JSX } from "preact";
import type { ActRequest, Outcome, Refusal } from "#src/life/index.ts";
import type { SignedVisitor, Visitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import type { Content, IconName } from "#src/ui/index.ts";
import type { Facet, QueueReader } from "./filters/facet.ts";
import type { Sort } from "./filters/filter.ts";
import type { QueueRow } from "./queue-store.ts";
import type { ServiceFigure } from "./service/figure.ts";
import type { SheetColumn } from "./sheets/sheet.ts";

/** A column of the queue. One of `cell` and `cells` writes it. */
export interface QueueColumn {
  /** As settings and addresses name it, in French. */
  readonly key: string;
  readonly label: string;
  /** The order that its header sorts by. */
  readonly sort?: Sort;
  readonly numeric?: true;
  /** From the row alone. */
  readonly cell?: (row: QueueRow, reader: QueueReader) => Content;
  /** For all the rows of a page at once, by the file's id, read in the page's transaction. */
  readonly cells?: (tx: Tx, rows: readonly QueueRow[], reader: QueueReader) => Promise<ReadonlyMap<string, Content>>;
}

/** What is asked on a page of its own before an act on several files. */
export interface BulkQuestion {
  /** « Valider ces avis » */
  readonly title: string;
  /** What the act does, in a sentence. */
  readonly lead: string;
  readonly submit: string;
  /** Its fields, with what was typed and what is wrong with it. */
  readonly fields?: (asking: {
    readonly typed: FormFields;
    readonly refusals: readonly Refusal[];
    readonly options: readonly string[];
  }) => JSX.Element;
  /** What the fields propose: the labels there are. */
  readonly options?: (tx: Tx) => Promise<readonly string[]>;
  /** Why what was typed cannot be done, before any file is touched. */
  readonly check?: (typed: FormFields) => readonly Refusal[];
  /** What must be read of each file before, by its id. */
  readonly details?: (tx: Tx, rows: readonly QueueRow[]) => Promise<ReadonlyMap<string, Content>>;
}

/** An act on the files that were chosen: each file is its own act, in its own transaction. */
export interface BulkAct {
  readonly key: string;
  readonly label: string;
  readonly icon: IconName;
  /** Who is offered it, whatever the files are. */
  readonly may: (visitor: Visitor) => boolean;
  /** « affecté », « affectés » */
  readonly done: readonly [one: string, many: string];
  readonly question?: BulkQuestion;
  readonly act: (world: World, visitor: SignedVisitor, request: ActRequest, typed: FormFields) => Promise<Outcome>;
}

/** What a slice adds to the queue. */
export interface QueuePart {
  readonly facets?: readonly Facet[];
  readonly columns?: readonly QueueColumn[];
  readonly acts?: readonly BulkAct[];
  /** Columns of the sheets that are exported. */
  readonly sheet?: readonly SheetColumn[];
  /** What it tells of the service: numbers that lead to their files. */
  readonly figures?: readonly ServiceFigure[];
}

/** The queue with all that the slices bring to it, in their order. */
export type Queue = Required<QueuePart>;

export function queueOf(parts: readonly QueuePart[]): Queue {
  return {
    facets: parts.flatMap((part) => part.facets ?? []),
    columns: parts.flatMap((part) => part.columns ?? []),
    acts: parts.flatMap((part) => part.acts ?? []),
    sheet: parts.flatMap((part) => part.sheet ?? []),
    figures: parts.flatMap((part) => part.figures ?? []),
  };
}
