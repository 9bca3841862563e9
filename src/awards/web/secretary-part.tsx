import type { DayPart } from "#src/news/web/index.ts";
import { hasAgentRole } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { reviewRights } from "#src/reviews/index.ts";
import { Notice, plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

const waits = [
  {
    states: reviewRights["bring-to-vote"].states ?? [],
    one: "dossier attend le vote",
    many: "dossiers attendent le vote",
  },
  {
    states: ["awarded", "rejected"],
    one: "décision votée attend sa notification",
    many: "décisions votées attendent leur notification",
  },
] as const;

/** The day of the secretary of the assembly: what is to be voted, and what was voted and nobody was told yet. */
export const secretaryPart: DayPart = async (_world, tx, visitor) => {
  if (!hasAgentRole(visitor, "approver")) return null;
  const counts = await Promise.all(waits.map(({ states }) => countIn(tx, states)));
  const shown = waits.map((wait, at) => ({ ...wait, files: counts[at] ?? 0 })).filter(({ files }) => files > 0);
  return (
    <>
      {shown.map(({ states, one, many, files }) => (
        <Notice key={one} tone="info" title={plural(files, one, many)}>
          <a href={urls.queue.href({}, { vue: "tous", etat: [...states] })}>
            Voir la liste<span class="ds-sr-only">{` : ${plural(files, one, many)}`}</span>
          </a>
        </Notice>
      ))}
    </>
  );
};

async function countIn(tx: Tx, states: readonly string[]): Promise<number> {
  const row = await tx
    .selectFrom("application")
    .select((eb) => eb.fn.countAll<string>().as("files"))
    .where("state", "in", [...states])
    .where("submitted_at", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(row.files);
}
