import { groupOf, STATES } from "#src/life/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { instructionOf, loadReviewed } from "#src/reviews/index.ts";

/** What a reading gives to one file in progress, beside the other one. Cents; null where the rules cannot tell. */
export interface ApplicationEffect {
  readonly id: string;
  readonly number: string;
  readonly organisation: string;
  readonly byDefault: number | null;
  readonly otherwise: number | null;
}

const GROUPS: readonly (string | null)[] = ["to-do", "completion", "opinion"];
const inProgress = STATES.filter((state) => GROUPS.includes(groupOf(state)));
/** So many are reckoned: past them the page says that there are more. */
const MOST_FILES = 300;

/** Files in progress of a scheme that meet a doubt, with what each reading gives them. Those who read nothing else lose nothing. */
export async function effectsOf(
  world: World,
  person: string,
  of: { readonly framework: string; readonly scheme: string; readonly doubt: string },
): Promise<readonly ApplicationEffect[]> {
  return inTransaction(world.db, "system", async (tx) => {
    const rows = await tx
      .selectFrom("application")
      .select("id")
      .where("scheme", "=", of.scheme)
      .where("framework", "=", of.framework)
      .where("state", "in", inProgress)
      .orderBy("submitted_at")
      .limit(MOST_FILES)
      .execute();
    const effects: ApplicationEffect[] = [];
    for (const { id } of rows) {
      const file = await loadReviewed(tx, id, person);
      const met = file === null ? undefined : instructionOf(file).asked.doubts.find((one) => one.id === of.doubt);
      if (file === null || met === undefined) continue;
      const { number, organisationName: organisation } = file.application;
      const { effect } = met;
      effects.push({
        id,
        number: number ?? "",
        organisation,
        byDefault: effect?.default ?? null,
        otherwise: effect?.alternative ?? null,
      });
    }
    return effects;
  });
}

/** A reading that an agent retained on one file. */
export interface ReadingOnApplication {
  readonly id: string;
  readonly number: string;
  readonly organisation: string;
  readonly reading: "default" | "alternative";
  readonly reason: string;
  readonly by: string | null;
}

/** The last reading retained on each file of a scheme, the newest first. */
export async function readingsOnApplications(
  world: World,
  of: { readonly framework: string; readonly scheme: string; readonly doubt: string },
): Promise<readonly ReadingOnApplication[]> {
  const rows = await inTransaction(world.db, "system", (tx) =>
    tx
      .selectFrom("finding as f")
      .innerJoin("application as a", "a.id", "f.application_id")
      .innerJoin("organisation as o", "o.id", "a.organisation_id")
      .leftJoin("person as p", "p.id", "f.made_by")
      .distinctOn("a.id")
      .select(["a.id", "a.number", "o.name", "f.conclusion", "f.reason", "p.name as agent"])
      .where("a.scheme", "=", of.scheme)
      .where("a.framework", "=", of.framework)
      .where("f.subject", "=", of.doubt)
      .where("f.conclusion", "in", ["default", "alternative"])
      .orderBy("a.id")
      .orderBy("f.made_at", "desc")
      .execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number ?? "",
    organisation: row.name,
    reading: row.conclusion === "alternative" ? "alternative" : "default",
    reason: row.reason,
    by: row.agent,
  }));
}
