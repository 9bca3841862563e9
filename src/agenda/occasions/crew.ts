import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";

export type CrewPart = "host" | "speaker" | "keeper" | "trainer";

export interface Crew {
  readonly id: string;
  readonly part: CrewPart;
  readonly name: string;
  readonly email: string;
}

export const crewWords: Readonly<Record<CrewPart, string>> = {
  host: "Organisateur",
  speaker: "Intervenant",
  keeper: "Accueil à l’entrée",
  trainer: "Formateur",
};

/** Names someone in an occasion, once for each part. */
export async function addCrew(tx: Tx, at: Temporal.Instant, occasionId: string, crew: Omit<Crew, "id">): Promise<void> {
  await tx
    .insertInto("crew")
    .values({ occasion_id: occasionId, ...crew, email: crew.email.toLowerCase(), added_at: at.toString() })
    .onConflict((conflict) => conflict.columns(["occasion_id", "part", "email"]).doUpdateSet({ name: crew.name }))
    .execute();
}

export async function listCrew(tx: Tx, occasionId: string): Promise<readonly Crew[]> {
  const rows = await tx
    .selectFrom("crew")
    .select(["id", "part", "name", "email"])
    .where("occasion_id", "=", occasionId)
    .orderBy("part")
    .orderBy("name")
    .execute();
  return rows.map((row) => ({ ...row, part: row.part as CrewPart }));
}

export async function removeCrew(tx: Tx, occasionId: string, id: string): Promise<void> {
  await tx.deleteFrom("crew").where("occasion_id", "=", occasionId).where("id", "=", id).execute();
}
