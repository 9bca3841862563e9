import { readState, type State } from "#src/life/index.ts";
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
  switch (state) {
    case "completion-requested":
      return "un dossier attend des compléments";
    case "agreement-to-sign":
      return "une convention est à signer";
    case "draft":
      return "un brouillon est à terminer";
    case "submitted":
      return "un dossier vient d’être déposé";
    case "complete":
    case "under-review":
    case "proposed-favourable":
    case "proposed-unfavourable":
    case "validated-favourable":
    case "validated-unfavourable":
    case "awarded":
    case "rejected":
      return "un dossier est en cours d’instruction";
    case "notified":
      return "une demande est acceptée";
    case "signed":
      return "une convention est signée";
    case "refused":
      return "une demande est refusée";
    case "abandoned":
      return "un dossier est clos sans suite";
    case "withdrawn":
      return "une demande est retirée";
  }
}

const inOrder: readonly string[] = [
  ...(
    ["completion-requested", "agreement-to-sign", "draft", "submitted", "complete", "notified", "signed"] as const
  ).map(inWords),
  COLLECTIVE,
  ...(["refused", "abandoned", "withdrawn"] as const).map(inWords),
];
