import type { Temporal } from "temporal-polyfill";
import { NEWS_KINDS, REMINDER_KINDS, WAYS, type Way } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";

/** What a person chose, by kind; what is absent is as usual. */
export type MailChoices = Readonly<Record<string, Way>>;

export async function choicesOf(tx: Tx, person: string): Promise<MailChoices> {
  const rows = await tx.selectFrom("mail_choice").select(["kind", "way"]).where("person_id", "=", person).execute();
  return Object.fromEntries(rows.map(({ kind, way }) => [kind, way as Way]));
}

const KINDS: readonly string[] = [...NEWS_KINDS, ...REMINDER_KINDS];

/** Keeps what a person chose of the kinds that exist; anything else is left out. */
export async function keepChoices(tx: Tx, person: string, at: Temporal.Instant, choices: MailChoices): Promise<void> {
  const rows = Object.entries(choices)
    .filter(([kind, way]) => KINDS.includes(kind) && WAYS.includes(way))
    .map(([kind, way]) => ({ person_id: person, kind, way, chosen_at: at }));
  if (rows.length === 0) return;
  await tx
    .insertInto("mail_choice")
    .values(rows)
    .onConflict((clash) =>
      clash.columns(["person_id", "kind"]).doUpdateSet((eb) => ({
        way: eb.ref("excluded.way"),
        chosen_at: eb.ref("excluded.chosen_at"),
      })),
    )
    .execute();
}

/** Whether someone is an agent: they are told of other things than applicants. */
export async function isAgentPerson(tx: Tx, person: string): Promise<boolean> {
  const row = await tx.selectFrom("agent_role").select("role").where("person_id", "=", person).executeTakeFirst();
  return row !== undefined;
}
