import { sql } from "kysely";
import { fundedIn, linkedIn, type Values } from "#policy/index.ts";
import { type Application, lastRevisions } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { ask } from "#src/platform/database/read.ts";
import { schemeOf } from "#src/reviews/index.ts";

/**
 * The files in rounds where no undertaking is funded twice: what one vote grants it counts in the next. Two votes on the
 * same one happen one after the other, in the order of the SIREN so that none waits for ever.
 */
export async function roundsOf(
  tx: Tx,
  applications: readonly Application[],
): Promise<readonly (readonly Application[])[]> {
  const counted = await countedWith(tx, applications);
  await lockLedgers(tx, [...counted.values()].flat());
  const rounds: { readonly files: Application[]; readonly sirens: Set<string> }[] = [];
  for (const application of applications) {
    const own = counted.get(application.id) ?? [];
    let round = rounds.find((one) => !own.some((siren) => one.sirens.has(siren)));
    if (round === undefined) {
      round = { files: [], sirens: new Set() };
      rounds.push(round);
    }
    round.files.push(application);
    for (const siren of own) round.sirens.add(siren);
  }
  return rounds.map(({ files }) => files);
}

/** Holds the ledgers that the aid of a file counts in, until the transaction ends. */
export async function holdLedgers(tx: Tx, application: Application): Promise<void> {
  await lockLedgers(tx, [...(await countedWith(tx, [application])).values()].flat());
}

async function lockLedgers(tx: Tx, sirens: readonly string[]): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('ledger:' || siren, 7))
    FROM unnest(${[...new Set(sirens)].sort()}::text[]) AS s (siren)`.execute(tx);
}

/** Whose aids count with that of each file: the structures it funds and, under a regime of State aid, those linked to them. */
async function countedWith(
  tx: Tx,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const revisions = await ask(tx, lastRevisions(applications.map(({ id }) => id)));
  return new Map(
    applications.map((application) => {
      const scheme = schemeOf(application);
      const answers = (revisions.get(application.id)?.[0]?.facts ?? {}) as Values;
      const { aidRegime, linkedUndertakings } = scheme;
      const linked =
        aidRegime === undefined || linkedUndertakings === undefined ? [] : linkedIn(answers, linkedUndertakings);
      return [application.id, [...fundedIn(scheme, answers).flatMap(({ siren }) => siren ?? []), ...linked]];
    }),
  );
}
