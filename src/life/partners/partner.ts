import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { type Consortium, canonicalJson, type PartHere, partOf, partsIn, type Raw, sha256 } from "#policy/index.ts";

/** How long an invitation can be answered, in days. */
export const INVITATION_DAYS = 21;
/** The least time between two mails that press the same partner, in hours. */
export const REMINDER_HOURS = 24;

export type Ending = "declined" | "cancelled" | "left" | "removed";

/** An organisation beside the lead, from its invitation to its confirmation. */
export interface Partner {
  readonly id: string;
  readonly applicationId: string;
  /** Invited by its number, or here since it accepted. */
  readonly organisationId: string | null;
  /** Its own name once it is known to the service, else as the lead called it; "" where nobody said. */
  readonly name: string;
  readonly siren: string | null;
  /** Where the invitation went; "" once that is over. */
  readonly email: string;
  readonly invitedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly remindedAt: Temporal.Instant | null;
  readonly acceptedAt: Temporal.Instant | null;
  readonly confirmedAt: Temporal.Instant | null;
  /** Who confirmed, by name; null once the account is gone. */
  readonly confirmedBy: string | null;
  readonly confirmedHash: string | null;
  /** Ids of the declarations ticked then. */
  readonly declarations: readonly string[];
  readonly endedAt: Temporal.Instant | null;
  readonly endedHow: Ending | null;
}

/** Where a part of a project stands. `unasked`: typed by the lead, and nobody invited for it. */
export type PartState = "lead" | "unasked" | "invited" | "expired" | "writing" | "confirmed" | "changed";

/** A part of a project with who writes it. */
export interface PartnerHere {
  readonly part: PartHere;
  readonly partner: Partner | null;
  readonly name: string;
  readonly state: PartState;
}

/** What a confirmation bears on, as one value: a part that changes has another. */
export function hashOfPart(consortium: Consortium, raw: Raw, path: string): string {
  return sha256(canonicalJson(partOf(consortium, raw, path)));
}

/** Only the hash of a link's token is kept: whoever reads the database cannot use it. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Every part of a project, with who writes it and where it stands. */
export function partnersHere(
  consortium: Consortium | undefined,
  raw: Raw,
  partners: readonly Partner[],
  now: Temporal.Instant,
): readonly PartnerHere[] {
  if (consortium === undefined) return [];
  return partsIn(consortium, raw).map((part) => {
    const partner = partners.find((one) => one.id === part.partnerId && one.endedAt === null) ?? null;
    const typed = raw[`${part.path}.legalName`];
    const name = typeof typed === "string" && typed !== "" ? typed : (partner?.name ?? "");
    return { part, partner, name: name === "" ? `Structure ${part.place + 1}` : name, state: stateOf(partner, now) };

    function stateOf(of: Partner | null, at: Temporal.Instant): PartState {
      if (part.isLead) return "lead";
      if (of === null) return "unasked";
      if (of.acceptedAt === null) return isOver(of.expiresAt, at) ? "expired" : "invited";
      if (of.confirmedHash === null) return "writing";
      return of.confirmedHash === hashOfPart(consortium as Consortium, raw, part.path) ? "confirmed" : "changed";
    }
  });
}

/** The parts that hold the filing back: those of partners who have not confirmed what they say now. */
export function unconfirmed(parts: readonly PartnerHere[]): readonly PartnerHere[] {
  return parts.filter(({ state }) => state !== "lead" && state !== "confirmed");
}

/** The moment from which a partner may be pressed again; null where that is now. */
export function remindableFrom(
  { remindedAt, invitedAt, acceptedAt }: Partner,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const last = remindedAt ?? (acceptedAt === null ? invitedAt : null);
  if (last === null) return null;
  const from = last.add({ hours: REMINDER_HOURS });
  return isOver(from, now) ? null : from;
}

/** Whether an instant is past. */
export function isOver(end: Temporal.Instant, now: Temporal.Instant): boolean {
  return end.epochMilliseconds <= now.epochMilliseconds;
}
