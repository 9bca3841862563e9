import type { Temporal } from "temporal-polyfill";
import type { Raw } from "../engine/questions/raw.ts";

/** A fictional training organisation, in whose name a scheme's demonstration answers. */
export interface DemoOrganisation {
  readonly siren: string;
  readonly siret: string;
  readonly name: string;
  readonly commune: string;
  readonly communeName: string;
  readonly headcount: number;
  readonly legalCategory: string;
  readonly legalKind: "association" | "company" | "public-body";
  readonly declarationNumber: string;
}

/**
 * What a scheme gives to the demonstration: what people would type and say of it, and nothing that a rule reads. Each
 * part is played where it stands: `src/demo` walks them without knowing a scheme.
 */
export interface Demonstration {
  /** The slug of the scheme. */
  readonly scheme: string;
  readonly requests?: DemoRequests;
  readonly reviewing?: DemoReviewing;
  readonly calls?: DemoCalls;
  readonly selection?: DemoSelection;
  readonly consortium?: DemoConsortium;
  /** A doubt that the head of service closed for everyone: before the last requests, after the first. */
  readonly doctrine?: { readonly doubt: string; readonly daysAgo: number; readonly grounds: string };
  /** Messages that officers keep as templates. */
  readonly templates?: readonly { readonly title: string; readonly body: string }[];
}

/** Requests that come at any time. */
export interface DemoRequests {
  /** The n-th, whole and within the rules. */
  answers(n: number, of: DemoOrganisation): Raw;
  /** How the n-th of those that are filed departs from that; two more organisations may be in it. */
  departs(n: number, of: DemoOrganisation, beside: readonly DemoOrganisation[]): Raw;
  /** The same answers, planned for the months that follow a day. */
  plannedAfter(answers: Raw, on: Temporal.PlainDate): Raw;
  /** Whose the n-th is, where it is not that of the organisation of the same rank: some come back. */
  readonly of: Readonly<Record<number, number>>;
  readonly drafts: readonly DemoDraft[];
  /** What one applicant asks, and no one has answered yet. */
  readonly question: string;
}

/** A request that is still being written. */
export interface DemoDraft {
  /** The rank of its organisation. */
  readonly of: number;
  readonly departs: Raw;
  readonly withoutPapers?: true;
}

/** What officers find and say of those requests. */
export interface DemoReviewing {
  /** What is asked for again, by its path, where it may be. */
  readonly lacks: readonly { readonly path: string; readonly message: string }[];
  /** The column of the first line of costs that is accepted less one. */
  readonly cut?: { readonly column: string; readonly reason: string };
  /** The condition that an unfavourable opinion rests on. */
  readonly unmet?: { readonly subject: string; readonly about: string; readonly reason: string };
  readonly opinions?: { readonly favourable: string; readonly unfavourable: string };
}

/** What another body says of a project. */
interface DemoOpinion {
  /** The role of the agent who says it. */
  readonly body: string;
  readonly words: string;
}

/** A call, its days counted from today. */
export interface DemoCall {
  readonly opens: number;
  readonly closes: number;
  /** What an administrator types of it. */
  typed(today: Temporal.PlainDate, opensOn: Temporal.PlainDate, closesOn: Temporal.PlainDate): Raw;
}

/** Calls of a scheme, and what becomes of the one that is open. */
export interface DemoCalls {
  /** The last day on which they can be played; always where absent. */
  readonly last?: string;
  readonly calls: readonly DemoCall[];
  /** A project for the open one, whole, to be carried out after this day. */
  project(of: DemoOrganisation, on: Temporal.PlainDate): Raw;
  readonly answered: readonly DemoAnswered[];
  readonly questions: readonly DemoQuestion[];
  /** Short notes before a file, where the open call takes them. */
  readonly notes?: readonly DemoNote[];
  readonly decided?: DemoDecided;
}

/** An answer to the open call. */
export interface DemoAnswered {
  /** The rank of its organisation. */
  readonly by: number;
  readonly to: "draft" | "submitted" | "complete" | "completion-requested" | "under-review" | "withdrawn";
  /** Begun so many days ago. */
  readonly begun: number;
  readonly departs?: Raw;
}

/** What an organisation asks of the open call, and what all then read. */
export interface DemoQuestion {
  /** The rank of the organisation. */
  readonly by: number;
  readonly body: string;
  /** The question in words that name nobody, and its answer; one that waits for it where absent. */
  readonly told?: { readonly question: string; readonly answer: string };
}

/** A note that an organisation sends before its file, and where the funder points, if it has answered. */
export interface DemoNote {
  /** The rank of the organisation. */
  readonly by: number;
  readonly title: string;
  readonly body: string;
  readonly answer?: string;
}

/** The call that is over, led to what its committee decided and beyond. */
export interface DemoDecided {
  /** Titles of its projects: five show what a committee may say, the others are voted. */
  readonly titles: readonly string[];
  /** How far each of the others is led. */
  readonly voted: readonly ("awarded" | "notified" | "agreement-to-sign" | "signed")[];
  readonly opinion: DemoOpinion;
  /** What each line of the grid is given, and the one project that one line is found short on. */
  readonly marks: {
    readonly usual: string;
    readonly short: string;
    readonly file: number;
    readonly line: number;
    readonly declined: string;
  };
}

/** A call led to the eve of its committee. */
export interface DemoSelection {
  /** The last day on which it can be played: its operations end soon after. */
  readonly last: string;
  call(year: number, opensOn: Temporal.PlainDate, closesOn: Temporal.PlainDate): Raw;
  readonly projects: readonly {
    readonly title: string;
    readonly summary: string;
    answers(of: DemoOrganisation, year: number): Raw;
  }[];
  /** What the demonstration's own assessor knows of. */
  readonly specialities: readonly string[];
  readonly experts: readonly {
    readonly name: string;
    readonly email: string;
    readonly specialities: readonly string[];
  }[];
  readonly opinion: DemoOpinion & { readonly reserve: string };
  readonly committee: DemoCommittee;
}

export interface DemoCommittee {
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  /** Who sits beside the funder's own people. */
  readonly seats: readonly { readonly name: string; readonly email: string; readonly body: string }[];
  /** The name of the one who has an interest in a project. */
  readonly interested: { readonly name: string; readonly reason: string };
}

/** A common project in progress, for the open call. */
export interface DemoConsortium {
  /** What its lead has typed so far, on that day. */
  lead(of: DemoOrganisation, on: Temporal.PlainDate): Raw;
  /** A partner's whole part, on the day it is written. */
  part(on: Temporal.PlainDate): Readonly<Record<string, string>>;
  /** What another partner has begun to write. */
  readonly begun: Readonly<Record<string, string>>;
}
