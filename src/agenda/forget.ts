import { type SqlBool, sql } from "kysely";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { Processing } from "#src/platform/processing.ts";
import type { World } from "#src/platform/world.ts";
import type { Nature } from "./occasions/occasion.ts";
import { RETENTION_MONTHS, sayRetention } from "./registrations/retention.ts";
import { forget } from "./registrations/store.ts";

const UNCONFIRMED_DAYS = 7;

/** What this slice records of persons, for the privacy page. */
export const agendaProcessings: readonly Processing[] = [
  {
    what: "Inscription à un événement : nom, adresse électronique, structure, réponses, besoin d’accessibilité, présence",
    why: "Vous accueillir, vous écrire, tenir la feuille de présence",
    ground: "Mission d’intérêt public",
    kept: `${sayRetention("event")} après l’événement ; ${UNCONFIRMED_DAYS} jours si vous ne confirmez pas ; effacé aussitôt si vous vous y opposez`,
  },
  {
    what: "Inscription à une formation : les mêmes, la présence signée par demi-journée, l’attestation, l’avis donné",
    why: "Former, attester, justifier l’emploi de l’argent public",
    ground: "Mission d’intérêt public",
    kept: `${sayRetention("session")} après la session`,
  },
  {
    what: "Métier, sexe et département d’une personne formée",
    why: "Mesurer l’égal accès à la formation ; personne ne les lit avec un nom",
    ground: "Mission d’intérêt public",
    kept: `Avec l’inscription, ${sayRetention("session")}`,
  },
  {
    what: "Photographie où vous êtes reconnaissable",
    why: "Montrer ce qui s’est fait",
    ground: "Consentement, repris à tout moment depuis votre inscription",
    kept: "Effacée dès que vous reprenez votre accord, et au plus tard avec votre inscription",
  },
  {
    what: "Être prévenu des nouvelles dates : adresse électronique, sujets, département",
    why: "Vous envoyer ce que vous avez demandé",
    ground: "Consentement",
    kept: `Jusqu’à ce que vous arrêtiez, en un clic ; ${UNCONFIRMED_DAYS} jours si vous ne confirmez pas`,
  },
];

/** Forgets what is past its time; what was attended stays as a number. */
export async function forgetAgenda(world: World): Promise<void> {
  const now = world.clock.now().toZonedDateTimeISO(LEGAL_TIME_ZONE);
  const before = (months: number) => now.subtract({ months }).toInstant().toString();
  const unconfirmed = now.subtract({ days: UNCONFIRMED_DAYS }).toInstant().toString();
  await inTransaction(world.db, "system", async (tx) => {
    await tx
      .deleteFrom("registration")
      .where("state", "=", "unconfirmed")
      .where(sql<SqlBool>`created_at < ${unconfirmed}::timestamptz`)
      .execute();
    await tx
      .deleteFrom("subscription")
      .where("confirmed_at", "is", null)
      .where(sql<SqlBool>`created_at < ${unconfirmed}::timestamptz`)
      .execute();
    for (const nature of ["event", "session"] as const)
      await forgetNature(tx, nature, before(RETENTION_MONTHS[nature]));
  });
}

async function forgetNature(tx: Tx, nature: Nature, before: string): Promise<void> {
  const rows = await tx
    .selectFrom("registration as r")
    .innerJoin("occasion as o", "o.id", "r.occasion_id")
    .select("r.id")
    .where("o.nature", "=", nature)
    .where("r.name", "<>", "")
    .where(sql<SqlBool>`o.ends_at < ${before}::timestamptz`)
    .limit(1000)
    .execute();
  for (const { id } of rows) await forget(tx, id);
}
