import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import type { Application } from "../application.ts";
import { routeOf } from "../asking-route.ts";
import { isGivenUp, readState } from "../lifecycle.ts";

/**
 * Of these structures, those whose past a request may show to who makes it: organisations of which a person who reads
 * is a member, and those that named this bearer in a mandate already filed. What others had is not told.
 */
export async function sirensTold(
  tx: Tx,
  application: Pick<Application, "organisationId" | "organisationSiren">,
  sirens: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sirens.length === 0) return new Set();
  const own = await tx
    .selectFrom("organisation")
    .innerJoin("membership", "membership.organisation_id", "organisation.id")
    .select("organisation.siren")
    .where("membership.person_id", "=", sql<string>`reader_person()`)
    .where("organisation.siren", "in", sirens)
    .execute();
  const mandates = await tx
    .selectFrom("party")
    .innerJoin("application", "application.id", "party.application_id")
    .select(["party.siren", "application.state", "application.scheme", "application.framework", "application.route"])
    .where("application.organisation_id", "=", application.organisationId)
    .where("application.route", "is not", null)
    .where("application.submitted_at", "is not", null)
    .where("party.siren", "in", sirens)
    .execute();
  return new Set([
    application.organisationSiren,
    ...own.map((one) => one.siren),
    ...mandates
      .filter((one) => routeOf(one)?.mandated !== undefined && !isGivenUp(readState(one.state)))
      .map((one) => one.siren),
  ]);
}
