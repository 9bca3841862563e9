import type { Temporal } from "temporal-polyfill";
import type { Application } from "#src/applications/index.ts";
import { memberRole, type SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";

/** Why this person declared an interest in an organisation; null where they did not. */
export async function interestOf(tx: Tx, personId: string, organisationId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("declared_interest")
    .select("reason")
    .where("person_id", "=", personId)
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
  return row?.reason ?? null;
}

/** What the act is refused with, where the person has an interest; nothing otherwise. Read in the act's transaction. */
export async function interestRefusal(
  tx: Tx,
  visitor: SignedVisitor,
  application: Application,
): Promise<{ readonly refusals: readonly { readonly path: "interest"; readonly message: string }[] } | null> {
  const refuse = (message: string) => ({ refusals: [{ path: "interest" as const, message }] });
  const reason = await interestOf(tx, visitor.person.id, application.organisationId);
  if (reason !== null) {
    return refuse(`Vous avez déclaré un intérêt dans l’organisme ${application.organisationName} : « ${reason} »`);
  }
  return memberRole(visitor, application.organisationId) === null
    ? null
    : refuse(`Vous êtes membre de l’organisme ${application.organisationName}.`);
}

/** Declares an interest: from then on, the person acts on none of the organisation's files. It is not taken back. */
export async function declareInterest(
  tx: Tx,
  visitor: SignedVisitor,
  application: Application,
  reason: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto("declared_interest")
    .values({
      person_id: visitor.person.id,
      organisation_id: application.organisationId,
      reason,
      declared_at: at,
    })
    .onConflict((clash) => clash.columns(["person_id", "organisation_id"]).doNothing())
    .execute();
}
