import type { State } from "#src/life/index.ts";
import { hasAgentRole, type Visitor } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import { everyApplication, type HomeFilter, STATE } from "./filters/filter.ts";

/** What the queue opens on, by what its reader does in the life of a file. */
export interface QueueHome {
  readonly filter: HomeFilter;
  /** What the reader waits for: a number of files and the words that follow it. */
  readonly waits: readonly {
    readonly states: readonly State[];
    readonly one: string;
    readonly many: string;
    /** Where they wait one under the other; their list otherwise, where it has an amount to tell. */
    readonly href?: string;
  }[];
}

const byDeadline = { sort: "deadline", descending: false } as const;
const toReview: QueueHome = {
  filter: { group: "to-do", values: {}, ...byDeadline },
  waits: [
    { states: ["submitted", "complete", "under-review"], one: "dossier à instruire", many: "dossiers à instruire" },
  ],
};
const toValidate = {
  states: ["proposed-favourable", "proposed-unfavourable"],
  one: "avis à valider",
  many: "avis à valider",
  href: urls.reviewSeries.href(),
} as const;
const toVote = {
  states: ["validated-favourable", "validated-unfavourable"],
  one: "dossier attend le vote",
  many: "dossiers attendent le vote",
} as const;

/** Officers open on what is to be reviewed, the most urgent first, the secretary on what awaits a vote, accountants on what is signed. */
export function queueHome(visitor: Visitor): QueueHome {
  if (hasAgentRole(visitor, "officer")) return toReview;
  if (hasAgentRole(visitor, "supervisor")) {
    return { filter: { group: "opinion", values: {}, ...byDeadline }, waits: [toValidate, ...toReview.waits] };
  }
  if (hasAgentRole(visitor, "approver")) {
    return { filter: { group: "opinion", values: {}, ...byDeadline }, waits: [toVote] };
  }
  if (hasAgentRole(visitor, "accountant")) {
    return {
      filter: { group: null, values: { [STATE]: ["signed"] }, sort: "submitted", descending: true },
      waits: [
        { states: ["signed"], one: "convention signée", many: "conventions signées" },
        { states: ["agreement-to-sign"], one: "à signer", many: "à signer" },
      ],
    };
  }
  return { filter: everyApplication, waits: [] };
}

/** States whose files hold a voted amount: what they add up to has a meaning. */
export const VOTED: readonly State[] = ["awarded", "notified", "agreement-to-sign", "signed"];
