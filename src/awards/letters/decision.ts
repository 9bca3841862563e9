import type { IsoDay } from "#src/platform/documents/index.ts";

/** The vote that decides: « délibération nº CP-2026-0615 du 15 juin 2026 ». */
export interface PrintedDeliberation {
  readonly number: string;
  readonly day: IsoDay;
  /** Who voted: « la Commission permanente du Conseil régional ». */
  readonly body: string;
}
