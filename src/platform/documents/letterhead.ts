/** A calendar day, `2026-03-03`. */
export type IsoDay = string;
/** A day and a time on the clock of Paris, `2026-03-03T14:05`. */
export type LocalMoment = string;
/** A whole number of cents of a euro. */
export type Cents = number;
/** A share in basis points: 7000 is 70 %. */
export type BasisPoints = number;

/** Who issues the document: printed at the top of the first page and at the foot of each. */
export interface Issuer {
  readonly name: string;
  readonly address: readonly string[];
  readonly website?: string;
}

/** The office that one can call or write to. R112-5 of the administrative code asks for all but the hours. */
export interface Office {
  readonly name: string;
  readonly address: readonly string[];
  readonly phone: string;
  readonly email: string;
  readonly hours?: string;
}

export interface Recipient {
  readonly name: string;
  /** « À l'attention de … » */
  readonly attention?: string;
  readonly address: readonly string[];
}

/** Who signs. Without a name, the place for it stays open. */
export interface Signatory {
  readonly role: string;
  readonly name?: string;
  /** « Pour le Président et par délégation » */
  readonly onBehalf?: string;
}

/** A labelled reference, such as the number of a file. */
export interface Reference {
  readonly label: string;
  readonly value: string;
}

export interface Letterhead {
  readonly issuer: Issuer;
  readonly office: Office;
  /** The first one is repeated on every page. */
  readonly references: readonly [Reference, ...Reference[]];
  readonly issuedOn: IsoDay;
  readonly place?: string;
  readonly recipient?: Recipient;
  /** A standing notice at the top, for instance that all names are fictional. */
  readonly notice?: string;
}

/** Ways and delays of appeal: their wording is law, their addresses are configuration. */
export interface Appeals {
  /** Months given to appeal (code de justice administrative, R421-1 and R421-2). */
  readonly months: number;
  /** Where a request for review (recours gracieux) is sent: whom it is for, as on an envelope. */
  readonly review: { readonly name: string; readonly address: readonly string[] };
  /** « tribunal administratif de … », after « au ». */
  readonly court: { readonly name: string; readonly address: readonly string[]; readonly online: string };
  /** False until the issuer's lawyers have confirmed the text: drafts then say so, never what is sent. */
  readonly confirmed: boolean;
}
