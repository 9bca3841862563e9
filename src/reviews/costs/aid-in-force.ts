import type { ReviewedApplication } from "../file/file-store.ts";

/** An aid that an amendment lowered: what was voted, and what stands since. */
export interface AmendedAid {
  readonly number: string;
  readonly before: number;
  readonly aid: number;
  readonly deliberation: string;
  readonly decidedOn: string;
}

/** The last amendment of a file, as its journal tells it; null where what was voted stands. */
export function amendedAid({ journal }: Pick<ReviewedApplication, "journal">): AmendedAid | null {
  const last = journal.find(({ act }) => act === "agreement-amended");
  return last === undefined ? null : (last.details as unknown as AmendedAid);
}

/** « Aide votée », or what an amendment left of it. */
export function decidedAidLabel(file: Pick<ReviewedApplication, "journal">): string {
  const amended = amendedAid(file);
  return amended === null ? "Aide votée" : `Aide après l’avenant ${amended.number}`;
}
