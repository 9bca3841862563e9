import type { Temporal } from "temporal-polyfill";
import { territory } from "#policy/index.ts";
import type { StateLook } from "#src/ui/index.ts";
import { addressWords } from "#text/index.ts";

/** The kinds of actors that the text names; its list is open. */
export const ACTOR_KINDS = [
  "training-body",
  "prescriber",
  "opco",
  "edtech",
  "research",
  "network",
  "employer",
  "public-body",
  "other",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const actorKindWords: Readonly<Record<ActorKind, string>> = {
  "training-body": "Structure de formation",
  prescriber: "Prescripteur (orientation, emploi, insertion)",
  opco: "Opérateur de compétences (OPCO)",
  edtech: "Entreprise du numérique éducatif (EdTech)",
  research: "Recherche",
  network: "Réseau ou tête de réseau",
  employer: "Employeur",
  "public-body": "Organisme public",
  other: "Autre acteur",
};

/** The departments of the territory, in the order in which pages list them. */
export const departmentWords = territory.departments;

export const EVERYWHERE = "Tous les départements";

export function departmentsInWords(codes: readonly string[]): string {
  const names = codes.flatMap((code) => departmentWords[code] ?? []);
  return names.length === Object.keys(departmentWords).length ? EVERYWHERE : names.join(", ");
}

export const ACTOR_STATES = ["asked", "published", "refused", "removed", "asleep", "left"] as const;
export type ActorState = (typeof ACTOR_STATES)[number];

export const actorLooks: Readonly<Record<ActorState, StateLook>> = {
  asked: { tone: "info", icon: "clock", label: "À valider" },
  published: { tone: "success", icon: "check", label: "En ligne" },
  refused: { tone: "danger", icon: "cross", label: "Refusée" },
  removed: { tone: "danger", icon: "stop", label: "Retirée" },
  asleep: { tone: "warning", icon: "pause", label: "En sommeil" },
  left: { tone: "neutral", icon: "cross", label: "Quittée" },
};

/** What an organisation may show or keep to itself. */
export const SHOWN = {
  offers: "Ce que nous proposons",
  seeks: "Ce que nous cherchons",
  website: "Site",
  email: "Adresse électronique",
  phone: "Téléphone",
} as const;
export type Showable = keyof typeof SHOWN;

export interface ActorProfile {
  readonly kind: ActorKind;
  readonly summary: string;
  readonly offers: string;
  readonly seeks: string;
  readonly departments: readonly string[];
  readonly website: string;
  readonly email: string;
  readonly phone: string;
  readonly shown: readonly string[];
}

export interface Actor extends ActorProfile {
  readonly id: string;
  readonly slug: string;
  readonly organisationId: string;
  readonly name: string;
  readonly state: ActorState;
  readonly askedAt: Temporal.Instant;
  readonly welcomedAt: Temporal.Instant | null;
  /** ISO day. */
  readonly confirmedOn: string;
}

/** As everyone sees it: what the organisation keeps to itself is not there. */
export function asShown(actor: Actor): Actor {
  const kept = (what: Showable, value: string) => (actor.shown.includes(what) ? value : "");
  return {
    ...actor,
    offers: kept("offers", actor.offers),
    seeks: kept("seeks", actor.seeks),
    website: kept("website", actor.website),
    email: kept("email", actor.email),
    phone: kept("phone", actor.phone),
  };
}

/** A profile is confirmed once a year, or sleeps after a month's notice. */
export const CONFIRM_EVERY = { months: 12 };
export const NOTICE_DAYS = 30;

/** What comes after `/communaute/` by itself, and no actor may take. */
const TAKEN = ["animation", "annonces", "pratiques", "adhesions", "decisions", "lettre", "gouvernance"];

/** « École des Savoir-Faire (fictif) » → "ecole-des-savoir-faire-fictif"; never a word that an address already uses. */
export function slugOf(title: string): string {
  const slug = addressWords(title, 80);
  return slug === "" || TAKEN.includes(slug) || slug === "nouvelle" ? `${slug || "page"}-1` : slug;
}
