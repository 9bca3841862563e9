import type { Temporal } from "temporal-polyfill";
import { cents, gridLines, sayMoney } from "#policy/index.ts";
import type { Call } from "#src/calls/index.ts";
import { heldAt, seatRoleWords } from "#src/committees/index.ts";
import { localMoment } from "#src/life/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Config } from "#src/platform/config.ts";
import { type Cents, type IsoDay, type Letterhead, type LocalMoment, template } from "#src/platform/documents/index.ts";
import type { Candidate } from "../candidate.ts";
import type { CallSelection } from "../ranking/steps.ts";
import { envelopeName } from "../rules.ts";
import { sayScore } from "../scores/score.ts";
import { sayAlpha, sayTenths, tieWords } from "../words.ts";
import { instantsOf, type Session } from "./session.ts";

export interface MinutesRow {
  readonly rank: string;
  readonly number: string;
  readonly title: string;
  readonly organisation: string;
  /** « 87,4 », or what the criteria come to. */
  readonly score: string;
  readonly aid: Cents;
  readonly decision: string;
  /** Why less is retained, why it is not, why it stands there. */
  readonly reasons: readonly string[];
  readonly consensus: readonly { readonly line: string; readonly heldOn: IsoDay; readonly why: string }[];
  readonly leaves: readonly string[];
  readonly conditions: readonly string[];
}

/** The minutes of a committee's session: who was there, who left, how projects were ranked, what was decided. */
export interface SelectionMinutes {
  readonly letterhead: Letterhead;
  readonly title: string;
  readonly committee: string;
  readonly heldAt: LocalMoment;
  /** When it was called for, where it was held another day. */
  readonly plannedAt?: LocalMoment;
  readonly place: string;
  readonly quorum: { readonly seats: number; readonly held: number; readonly needed: number } | null;
  readonly seats: readonly {
    readonly name: string;
    readonly body: string;
    readonly role: string;
    readonly presence: string;
  }[];
  /** How marks were weighed, how ties are settled, how far assessors agree. */
  readonly method: readonly string[];
  readonly envelopes: readonly {
    readonly name: string;
    readonly amount: Cents;
    readonly used: Cents;
    readonly left: Cents;
  }[];
  /** Head of the column of the funder's aid: « Aide de la Région ». Absent from minutes of before. */
  readonly aidLabel?: string;
  readonly rows: readonly MinutesRow[];
  readonly words: string;
  readonly signature: { readonly name: string; readonly at: LocalMoment } | null;
}

export const selectionMinutes = template<SelectionMinutes>("selection/committee/minutes.typ");

const presences: Readonly<Record<string, string>> = {
  present: "Présent",
  represented: "Représenté",
  excused: "Excusé",
  absent: "Absent",
};

const decisions: Readonly<Record<string, string>> = {
  admitted: "En évaluation",
  scored: "Évalué",
  ranked: "Classé",
  selected: "Retenu",
  "in-reserve": "En réserve",
  "not-selected": "Non retenu",
};

export interface MinutesSources {
  readonly config: Pick<Config, "funder" | "demo">;
  readonly call: Call;
  readonly session: Session;
  readonly selection: CallSelection;
  readonly number: string;
  readonly at: Temporal.Instant;
  readonly signedBy: string | null;
}

/** What the minutes of a session say. */
export function minutesOf(sources: MinutesSources): SelectionMinutes {
  const { call, session, selection, at, signedBy } = sources;
  const { rules, standing } = selection;
  return {
    letterhead: headOf(sources),
    aidLabel: `Aide ${sources.config.funder.words.of}`,
    title: `Procès-verbal du comité de sélection`,
    committee: session.committeeName,
    ...heldOf(session),
    place: session.link === "" ? session.place : `${session.place}, et en visioconférence`,
    quorum: session.quorum,
    seats: session.seats.map(({ id, name, body, role }) => ({
      name,
      body,
      role: seatRoleWords[role],
      presence: presences[session.attendance.find(({ memberId }) => memberId === id)?.presence ?? "absent"] ?? "Absent",
    })),
    method: [
      `Appel «\u202f${call.title}\u202f».`,
      rules.most === null
        ? "Les critères du texte se remplissent ou non, avec leurs raisons ; aucun n’est noté."
        : `Chaque projet est noté de 0 à ${rules.most} par ${rules.assessors} personnes, ligne par ligne, avec les poids de l’appel.`,
      tieWords[rules.tieRule],
      ...(standing.alpha === null
        ? []
        : [`Accord entre évaluateurs (alpha de Krippendorff) : ${sayAlpha(standing.alpha)}.`]),
      "Aucun rang n’est sauté : la ligne s’arrête au premier projet que l’enveloppe ne couvre pas.",
    ],
    envelopes: standing.line.envelopes.map(({ amount, used, left, ...pot }) => ({
      name: envelopeName(call.framework, pot),
      amount,
      used,
      left,
    })),
    rows: standing.ranked.map((one) => rowOf(one, sources)),
    words: session.minutes,
    signature: signedBy === null ? null : { name: signedBy, at: localMoment(at) },
  };
}

function heldOf(session: Session): Pick<SelectionMinutes, "heldAt" | "plannedAt"> {
  const instants = instantsOf(session);
  const held = heldAt(instants);
  const isAnother = !held.equals(instants.startsAt);
  return { heldAt: localMoment(held), ...(isAnother ? { plannedAt: localMoment(instants.startsAt) } : {}) };
}

function rowOf(
  { candidate, rank, score, gaps, judgements }: CallSelection["standing"]["ranked"][number],
  { session, selection }: MinutesSources,
): MinutesRow {
  const titles = new Map(gridLines(selection.rules.scheme.grid).map(({ id, title }) => [id, title]));
  const met = judgements.filter(({ isMet }) => isMet === true).length;
  return {
    rank: String(candidate.rank ?? rank),
    number: candidate.number,
    title: candidate.title,
    organisation: candidate.organisation,
    score: score === null ? `${met} sur ${judgements.length}` : sayScore(score),
    aid: candidate.asks[0]?.amount ?? 0,
    decision: decisions[candidate.state] ?? "Décidé",
    reasons: [retainedWords(candidate), candidate.placeReason, candidate.reason, ...gapWords(gaps?.tenths)].filter(
      (words) => words !== "",
    ),
    consensus: candidate.consensus.map(({ line, heldOn, reason }) => ({
      line: titles.get(line) ?? line,
      heldOn,
      why: reason,
    })),
    leaves: session.leaves.filter(({ applicationId }) => applicationId === candidate.id).map(({ name }) => name),
    conditions: candidate.conditions.map(({ words }) => words),
  };
}

/** What the committee retains of a project where it is less, and why. */
function retainedWords({ retained, retainedReason }: Candidate): string {
  return retained === null ? "" : `Coûts retenus\u00a0: ${sayMoney(cents(retained))}. ${retainedReason}`;
}

function gapWords(tenths: number | undefined): readonly string[] {
  return tenths === undefined || tenths === 0
    ? []
    : [`Écart entre évaluateurs : ${sayTenths(tenths)} ${tenths < 20 ? "point" : "points"}.`];
}

function headOf({ config, call, number, at }: MinutesSources): Letterhead {
  const address = config.funder.address.split(",").map((line) => line.trim());
  return {
    issuer: { name: config.funder.name, address },
    office: { name: config.funder.service, address, phone: config.funder.phone, email: config.funder.email },
    references: [
      { label: "Procès-verbal", value: number },
      { label: "Appel", value: call.title },
    ],
    issuedOn: legalDay(at).toString(),
    ...(config.demo ? { notice: "Données de démonstration : personnes et organismes sont fictifs." } : {}),
  };
}
