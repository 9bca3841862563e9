import type { ReviewedApplication } from "../file/file-store.ts";

interface SentBackOpinion {
  readonly by: string | null;
  readonly at: string;
  readonly reason: string;
}

/** The sending back of the last opinion, while another one is awaited; null where none is. */
export function sentBack(
  file: Pick<ReviewedApplication, "application" | "journal" | "opinions">,
): SentBackOpinion | null {
  if (file.application.state !== "under-review" || file.opinions.length === 0) return null;
  const last = file.journal.find(({ act }) => act === "opinion-sent-back" || act === "opinion-taken-back");
  if (last === undefined || last.act === "opinion-taken-back") return null;
  const { reason } = last.details;
  return { by: last.actor, at: last.at, reason: typeof reason === "string" ? reason : "" };
}
