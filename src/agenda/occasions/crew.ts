import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { Occasion } from "./occasion.ts";
import { occasionOf, occasions } from "./store.ts";

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

/** What is to come where somebody is named, once for each occasion: announced or being prepared, the next first. */
export async function listNamed(
  tx: Tx,
  email: string,
  now: Temporal.Instant,
): Promise<readonly { readonly part: CrewPart; readonly occasion: Occasion }[]> {
  const named = await tx.selectFrom("crew").select(["occasion_id", "part"]).where("email", "=", email).execute();
  if (named.length === 0) return [];
  const parts = new Map(named.map((one) => [one.occasion_id, one.part as CrewPart]));
  const rows = await occasions(tx)
    .where("id", "in", [...parts.keys()])
    .where("ends_at", ">", now)
    .where("state", "in", ["draft", "published", "postponed"])
    .orderBy("starts_at")
    .execute();
  return rows.flatMap((row) => {
    const part = parts.get(row.id);
    return part === undefined ? [] : [{ part, occasion: occasionOf(row) }];
  });
}

export async function removeCrew(tx: Tx, occasionId: string, id: string): Promise<void> {
  await tx.deleteFrom("crew").where("occasion_id", "=", occasionId).where("id", "=", id).execute();
}
