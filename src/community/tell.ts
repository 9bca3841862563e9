import type { Temporal } from "temporal-polyfill";
import { actingFor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { postMail, type Why } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";

interface Told {
  readonly tx: Tx;
  readonly at: Temporal.Instant;
}

/** Writes to those who act for an organisation: its owners and editors. */
export async function tellOrganisation(
  world: World,
  { tx, at }: Told,
  organisationId: string,
  subject: string,
  paragraphs: readonly string[],
): Promise<void> {
  const rows = await tx
    .selectFrom("membership as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select("p.email")
    .where("m.organisation_id", "=", organisationId)
    .where("m.role", "in", ["owner", "editor"])
    .orderBy("p.email")
    .execute();
  const why = actingFor(world, organisationId);
  for (const { email: to } of rows) await postMail(world, tx, at, { to, subject, paragraphs, why });
}

/** Writes to one person, where their account is still there. */
export async function tellPerson(
  world: World,
  { tx, at }: Told,
  personId: string,
  subject: string,
  paragraphs: readonly string[],
  why: Why,
): Promise<void> {
  const row = await tx.selectFrom("person").select("email").where("id", "=", personId).executeTakeFirst();
  if (row !== undefined) await postMail(world, tx, at, { to: row.email, subject, paragraphs, why });
}
