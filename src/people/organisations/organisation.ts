import type { Temporal } from "temporal-polyfill";

export const ORGANISATION_KINDS = ["training-body", "consultant", "opco", "network", "other"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Qualiopi's four categories of actions, as the certificate names them. */
export const QUALIOPI_CATEGORIES = [
  "training",
  "skills-assessment",
  "prior-learning-validation",
  "apprenticeship",
] as const;
export type QualiopiCategory = (typeof QUALIOPI_CATEGORIES)[number];

/** `directory`: as the public directory of companies answered; `declared`: typed by its people, not verified. */
export type OrganisationSource = "directory" | "declared";

/** What is known of an organisation beside its identity; null where nobody said. */
export interface OrganisationProfile {
  readonly kind: OrganisationKind;
  readonly name: string;
  /** INSEE legal category, four digits. */
  readonly legalCategory: string | null;
  /** NAF code, « 85.59A ». A hint, never a proof of what the organisation does. */
  readonly mainActivity: string | null;
  /** ISO day. */
  readonly createdOn: string | null;
  readonly headcount: number | null;
  /** INSEE code of the size band. */
  readonly headcountBand: string | null;
  /** Number of the declaration of activity (NDA), 11 digits. */
  readonly declarationNumber: string | null;
  readonly qualiopi: boolean | null;
  readonly qualiopiCategories: readonly QualiopiCategory[];
  /** One of `opcos`. */
  readonly opco: string | null;
}

export interface Organisation extends OrganisationProfile {
  readonly id: string;
  /** Nine digits. */
  readonly siren: string;
  readonly source: OrganisationSource;
  readonly lookedUpAt: Temporal.Instant | null;
  readonly establishments: readonly Establishment[];
}

export interface Establishment {
  /** Fourteen digits. */
  readonly siret: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  /** INSEE code of the commune. */
  readonly commune: string | null;
  readonly isHead: boolean;
  readonly isOpen: boolean;
}

/** The head office, else the first establishment. */
export function mainEstablishment(organisation: Organisation): Establishment | null {
  return organisation.establishments.find((one) => one.isHead) ?? organisation.establishments[0] ?? null;
}
