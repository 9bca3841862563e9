import { askingRoutes, readState, routeOf, type State, stages } from "#src/life/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";

/** What there is to see in the space of each organisation, in words, by its id: what waits for its people first. */
export async function situationsOf(
  world: World,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await inTransaction(world.db, "system", (tx) =>
    tx
      .selectFrom("application")
      .select(["organisation_id", "state", "scheme", "framework", "route"])
      .where("organisation_id", "in", organisationIds)
      .execute(),
  );
  const shared = await sharedSituations(world, organisationIds);
  return new Map(
    organisationIds.map((id) => {
      const own = rows.filter((row) => row.organisation_id === id);
      const mandates = own.flatMap((row) => routeOf(row)?.mandated?.situation ?? []);
      const found = new Set([...own.map((row) => inWords(readState(row.state))), ...mandates]);
      for (const words of shared.get(id) ?? []) found.add(words);
      return [id, found.size === 0 ? ["aucune demande encore"] : inOrder.filter((words) => found.has(words))];
    }),
  );
}

const INVITED = "un projet commun attend une réponse";
const PARTNER = "une partie d’un projet commun";
const LEAD = "un projet commun se prépare à plusieurs";

/** Of each organisation, its places in projects of several that are still drafts. */
async function sharedSituations(world: World, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await inTransaction(world.db, "system", (tx) =>
    tx
      .selectFrom("partner")
      .innerJoin("application", "application.id", "partner.application_id")
      .select(["partner.organisation_id", "partner.accepted_at", "application.organisation_id as lead_id"])
      .where("application.state", "=", "draft")
      .where("partner.ended_at", "is", null)
      .where((eb) => eb.or([eb("partner.organisation_id", "in", ids), eb("application.organisation_id", "in", ids)]))
      .execute(),
  );
  return new Map(
    ids.map((id) => [
      id,
      rows.flatMap((row) => [
        ...(row.lead_id === id ? [LEAD] : []),
        ...(row.organisation_id === id ? [row.accepted_at === null ? INVITED : PARTNER] : []),
      ]),
    ]),
  );
}

function inWords(state: State): string {
  return stages[state].situation;
}

const inOrder: readonly string[] = [
  ...(
    ["completion-requested", "agreement-to-sign", "draft", "submitted", "complete", "notified", "signed"] as const
  ).map(inWords),
  ...new Set(askingRoutes.flatMap(({ mandated }) => mandated?.situation ?? [])),
  INVITED,
  PARTNER,
  LEAD,
  ...(["refused", "abandoned", "withdrawn"] as const).map(inWords),
];
