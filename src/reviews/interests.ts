import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { PartyHere } from "#policy/index.ts";
import type { Application } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";

/** What keeps an agent off a file: an interest declared in one of its parties, or a membership (no reason then). */
export interface Interest {
  /** Name of the organisation. */
  readonly party: string;
  readonly reason: string | null;
}

/** An organisation that a filed request is about. */
export interface Party {
  readonly siren: string;
  readonly name: string;
  readonly part: "applicant" | PartyHere["part"];
}

/** The parties of a filed request, the applicant first. */
export async function partiesOf(tx: Tx, applicationId: string): Promise<readonly Party[]> {
  const { rows } = await sql<Party>`
    SELECT siren, name, part FROM parties_of(${applicationId}::uuid)
    ORDER BY array_position(ARRAY['applicant', 'lead', 'supported', 'partner', 'bearer', 'provider'], part), name`.execute(
    tx,
  );
  return rows;
}

/** What the person sees of it, in one sentence. */
export function sayInterest({ party, reason }: Interest): string {
  return reason === null
    ? `Vous êtes membre de l’organisme ${party}, partie à ce dossier.`
    : `Vous avez déclaré un intérêt dans l’organisme ${party} : « ${reason} »`;
}

/** What the act is refused with, where the person has an interest; nothing otherwise. Read in the act's transaction. */
export async function interestRefusal(
  tx: Tx,
  visitor: SignedVisitor,
  application: Application,
): Promise<ReturnType<typeof refusalOf> | null> {
  const interest = await interestOf(tx, application.id, visitor.person.id);
  return interest === null ? null : refusalOf(interest);
}

/** What an interest refuses an act with. */
export function refusalOf(interest: Interest) {
  return { refusals: [{ path: "interest", message: sayInterest(interest) }] };
}

/** What keeps a person off a file, or null. */
export async function interestOf(tx: Tx, applicationId: string, person: string): Promise<Interest | null> {
  const { rows } = await sql<Interest>`${plannedOnce}
    SELECT party, reason FROM interest_in(${applicationId}::uuid, ${person})`.execute(tx);
  return rows[0] ?? null;
}

/** What keeps a person off each of these files; files that nothing keeps them off are not there. */
export async function interestsIn(
  tx: Tx,
  applicationIds: readonly string[],
  person: string,
): Promise<ReadonlyMap<string, Interest>> {
  const { rows } = await sql<Interest & { readonly id: string }>`
    SELECT a.id, i.party, i.reason FROM unnest(${[...applicationIds]}::uuid[]) AS a (id)
    CROSS JOIN LATERAL interest_in(a.id, ${person}) i`.execute(tx);
  return new Map(rows.map(({ id, party, reason }) => [id, { party, reason }]));
}

/** Declares an interest: from then on, the person acts on no file that these organisations are parties to. It stays. */
export async function declareInterest(
  tx: Tx,
  visitor: SignedVisitor,
  parties: readonly Party[],
  reason: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto("declared_interest")
    .values(parties.map(({ siren, name }) => ({ person_id: visitor.person.id, siren, name, reason, declared_at: at })))
    .onConflict((clash) => clash.columns(["person_id", "siren"]).doNothing())
    .execute();
}
