import type { JournalRow } from "../file/file-store.ts";

/** Acts by which the applicant says what is asked. */
const filings: readonly string[] = ["application-submitted", "completion-answered"];

/**
 * The aid that the applicant last filed for, where the service corrected an answer since; null where none was, or where
 * it could not be told. The journal comes the last first.
 */
export function aidBeforeCorrections(journal: readonly Pick<JournalRow, "act" | "details">[]): number | null {
  const filed = journal.findIndex(({ act }) => filings.includes(act));
  const isCorrected = journal
    .slice(0, Math.max(filed, 0))
    .some(({ act }) => act === "application-corrected" || act === "correction-accepted");
  const aid = journal[filed]?.details.requestedAid;
  return isCorrected && typeof aid === "number" ? aid : null;
}
