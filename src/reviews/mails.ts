import type { Temporal } from "temporal-polyfill";
import type { Application } from "#src/applications/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";

/** Writes to the owners and editors of the organisation about one file, in the transaction of the act. */
export async function tellApplicant(
  world: Pick<World, "config">,
  tx: Tx,
  application: Application,
  at: Temporal.Instant,
  subject: string,
  lines: readonly string[],
): Promise<void> {
  const { funder } = world.config;
  const people = await tx
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select("person.email")
    .where("membership.organisation_id", "=", application.organisationId)
    .where("membership.role", "in", ["owner", "editor"])
    .orderBy("membership.since")
    .execute();
  const body = [
    "Bonjour,",
    `Dossier ${application.number ?? ""} « ${application.title} », ${application.organisationName}.`,
    ...lines,
    `Une question ? ${funder.service}, ${funder.phone}, ${funder.email}`,
    funder.name,
  ].join("\n\n");
  for (const { email } of people) {
    await postMail(tx, at, {
      to: email,
      subject: `${subject} (${application.number ?? ""})`,
      body,
      applicationId: application.id,
    });
  }
}
