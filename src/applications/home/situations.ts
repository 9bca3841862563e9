import { readState, type State, stages } from "#src/life/index.ts";
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
      .select(["organisation_id", "state", "route"])
      .where("organisation_id", "in", organisationIds)
      .execute(),
  );
  return new Map(
    organisationIds.map((id) => {
      const own = rows.filter((row) => row.organisation_id === id);
      const isCollective = own.some((row) => row.route === "collective" || row.route === "opco");
      const found = new Set(own.map((row) => inWords(readState(row.state))));
      if (isCollective) found.add(COLLECTIVE);
      return [id, own.length === 0 ? ["aucune demande encore"] : inOrder.filter((words) => found.has(words))];
    }),
  );
}

const COLLECTIVE = "une demande collective";

function inWords(state: State): string {
  return stages[state].situation;
}

const inOrder: readonly string[] = [
  ...(
    ["completion-requested", "agreement-to-sign", "draft", "submitted", "complete", "notified", "signed"] as const
  ).map(inWords),
  COLLECTIVE,
  ...(["refused", "abandoned", "withdrawn"] as const).map(inWords),
];
