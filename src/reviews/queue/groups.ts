import type { State } from "#src/life/index.ts";

/** The tabs of the queue: what each asks of the service. Every state but the draft stands in exactly one. */
export const GROUPS = ["to-do", "completion", "opinion", "agreement", "closed"] as const;
export type Group = (typeof GROUPS)[number];

/** Where a state stands in the queue; a draft is in none. */
export function groupOf(state: State): Group | null {
  switch (state) {
    case "draft":
      return null;
    case "submitted":
    case "complete":
    case "under-review":
      return "to-do";
    case "completion-requested":
      return "completion";
    case "proposed-favourable":
    case "proposed-unfavourable":
    case "validated-favourable":
    case "validated-unfavourable":
      return "opinion";
    case "awarded":
    case "rejected":
    case "notified":
    case "agreement-to-sign":
      return "agreement";
    case "signed":
    case "refused":
    case "abandoned":
    case "withdrawn":
      return "closed";
  }
}
