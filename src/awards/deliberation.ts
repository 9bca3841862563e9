import { parseDay, sayDay } from "#policy/index.ts";
import { type Application, courseOf } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";

/** The act of the assembly that a batch of votes was recorded under, and when it became enforceable. ISO days. */
export interface AwardDeliberation {
  readonly number: string;
  readonly votedOn: string;
  readonly transmittedOn: string | null;
  readonly publishedOn: string | null;
}

export async function findDeliberation(tx: Tx, number: string): Promise<AwardDeliberation | null> {
  const row = await tx.selectFrom("deliberation").selectAll().where("number", "=", number).executeTakeFirst();
  return row === undefined
    ? null
    : {
        number: row.number,
        votedOn: row.voted_on,
        transmittedOn: row.transmitted_on,
        publishedOn: row.published_on,
      };
}

export async function listDeliberations(tx: Tx, numbers: readonly string[]): Promise<readonly AwardDeliberation[]> {
  const found: AwardDeliberation[] = [];
  for (const number of new Set(numbers)) {
    const one = await findDeliberation(tx, number);
    if (one !== null) found.push(one);
  }
  return found;
}

/** Keeps a deliberation, or what became known of it since. */
export async function keepDeliberation(tx: Tx, one: AwardDeliberation, by: string, at: string): Promise<void> {
  const dates = { voted_on: one.votedOn, transmitted_on: one.transmittedOn, published_on: one.publishedOn };
  await tx
    .insertInto("deliberation")
    .values({ number: one.number, ...dates, recorded_by: by, recorded_at: at })
    .onConflict((clash) => clash.column("number").doUpdateSet(dates))
    .execute();
}

/** Writes down when a deliberation was transmitted to the State and published. */
export async function dateDeliberation(tx: Tx, one: AwardDeliberation): Promise<void> {
  await tx
    .updateTable("deliberation")
    .set({ transmitted_on: one.transmittedOn, published_on: one.publishedOn })
    .where("number", "=", one.number)
    .execute();
}

/**
 * Why decisions of calls cannot be notified yet, by file: their deliberation is neither transmitted to the State nor
 * published, or not both (CGCT L4141-1). Nothing for schemes whose votes are recorded one by one.
 */
export async function notYetEnforceable(
  tx: Tx,
  applications: readonly Application[],
  awards: ReadonlyMap<string, { readonly deliberation: string }>,
  today: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ofCalls = applications.flatMap((application) => {
    const number = awards.get(application.id)?.deliberation;
    return courseOf(application).road !== "committee" || number === undefined ? [] : [{ id: application.id, number }];
  });
  const known = await listDeliberations(
    tx,
    ofCalls.map(({ number }) => number),
  );
  return new Map(
    ofCalls.map(({ id, number }) => {
      const one = known.find((it) => it.number === number);
      return [
        id,
        [
          ...lacks(one?.transmittedOn ?? null, today, `La délibération ${number} n’est pas encore transmise à l’État`),
          ...lacks(one?.publishedOn ?? null, today, `La délibération ${number} n’est pas encore publiée`),
        ],
      ];
    }),
  );
}

function lacks(on: string | null, today: string, words: string): readonly string[] {
  if (on === null) return [`${words}\u00a0: notez la date d’abord.`];
  const day = parseDay(on);
  return on > today && day !== null ? [`${words} (${sayDay(day)}).`] : [];
}
