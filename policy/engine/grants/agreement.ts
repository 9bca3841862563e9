import type { Values } from "../values/field.ts";
import type { Money } from "../values/money.ts";

/** Words of an agreement: some stand out. */
export type Inline = readonly (string | { readonly strong: string })[];

/** A piece of an article or of an annex, whatever the scheme. */
export type Block =
  | { readonly kind: "text"; readonly text: Inline }
  /** What someone wrote, with their own paragraphs. */
  | { readonly kind: "prose"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly columns: readonly { readonly header: string; readonly numeric?: true }[];
      readonly rows: readonly (readonly Cell[])[];
      readonly foot?: readonly Cell[];
    };

/** A cell: words, with a smaller line under them, an amount in cents, or a number. */
export type Cell =
  | string
  | { readonly strong?: string; readonly text?: string; readonly small?: string }
  | { readonly cents: number }
  | { readonly number: number };

export interface AgreementArticle {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What follows and shows the use of the grant; never something handed over in exchange for it. */
export interface AgreedDeliverable {
  readonly phase: string;
  readonly title: string;
  readonly content: string;
  /** ISO day; absent where none is set. */
  readonly dueOn?: string;
}

/** What a scheme puts into the agreement, beside what the law and the funder put into every one. */
export interface AgreementParts {
  /** Words for people of what the project is. */
  readonly summary: string;
  /** ISO days. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** What is owed of the costs that are accepted, as the rules pay it whatever the vote came to: « 20 % des dépenses acceptées ». */
  readonly owed: string;
  /** Under the amount: what bounds it. */
  readonly amount: readonly Block[];
  /** How it is divided between those that it is for; empty where it is for one. */
  readonly division: readonly Block[];
  /** Articles of its own, after the calendar. */
  readonly articles: readonly AgreementArticle[];
  /** What the article on deliverables says first. */
  readonly deliverablesRule: string;
  readonly deliverables: readonly AgreedDeliverable[];
  /** Who takes part in the follow-up. */
  readonly followUp: string;
  /** What the article on payment says under the table. */
  readonly paymentRule: string;
  /** How the aid is paid: each instalment in proportion to its weight, the last takes what is left. */
  readonly instalments: readonly { readonly label: string; readonly weight: number; readonly condition: string }[];
  /** The papers that go with each claim. */
  readonly supportingDocuments: readonly string[];
  /** The annex of the calendar. */
  readonly calendar: readonly Block[];
  /** The words that publicity must bear, where the text sets them; else the funder's own. */
  readonly publicityMention?: string;
  /** Why the words that the text sets are to be confirmed before anyone signs. */
  readonly publicityMentionDoubt?: string;
  /** What publicity must show for those who pay beside the funder. */
  readonly publicity?: readonly string[];
  /** Years during which papers are kept; the funder's own where absent. */
  readonly keepYears?: number;
  /** From when: « à compter du … »; from the last payment where absent. */
  readonly keptFrom?: string;
}

/** A cost line as it was voted. */
export interface VotedLine {
  readonly path: string;
  readonly party: number;
  readonly partyName: string;
  readonly label: string;
  readonly values: Readonly<Record<string, number | null>>;
  /** What counts of it, by column where the rules bound one. */
  readonly counted: Readonly<Record<string, number>>;
  /** What is eligible of it, in cents. */
  readonly kept: number;
}

export interface VotedParty {
  readonly name: string;
  /** Name of its commune; empty where none is given. */
  readonly commune: string;
  readonly measures: Readonly<Record<string, number>>;
  readonly eligibleCosts: number;
  readonly aid: number;
}

/** What an agreement is made from: the answers as filed, what was voted, and how the funder is called. */
export interface ToAgree {
  readonly answers: Values;
  /** The terms of the call that the file answers; absent outside of one. */
  readonly terms?: Values;
  readonly aid: Money;
  readonly lines: readonly VotedLine[];
  readonly parties: readonly VotedParty[];
  readonly decidedOn: string;
  /** « la Région », « de la Région », « La Région ». */
  readonly funder: { readonly the: string; readonly of: string; readonly capital: string };
}
