import { type RawBuilder, type SqlBool, sql } from "kysely";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { Processing } from "#src/platform/processing.ts";
import type { World } from "#src/platform/world.ts";
import type { Nature } from "./occasions/occasion.ts";
import { RETENTION_MONTHS, sayRetention } from "./registrations/retention.ts";
import { forget } from "./registrations/store.ts";

const UNCONFIRMED_DAYS = 7;
const IDEA_YEARS = 3;
const NEED_YEARS = 5;
/** As long as accounts are kept. */
const COST_YEARS = 10;
const mission = "Mission d’intérêt public";

/** What this slice records of persons, for the privacy page. */
export const agendaProcessings: readonly Processing[] = [
  {
    what: "Inscription à un événement : nom, adresse électronique, structure, réponses, besoin d’accessibilité, présence",
    why: "Vous accueillir, vous écrire, tenir la feuille de présence",
    ground: mission,
    kept: `${sayRetention("event")} après l’événement ; ${UNCONFIRMED_DAYS} jours si vous ne confirmez pas ; effacé aussitôt si vous vous y opposez`,
  },
  {
    what: "Inscription à une formation : les mêmes, la présence signée par demi-journée, l’attestation, l’avis donné",
    why: "Former, attester, justifier l’emploi de l’argent public",
    ground: mission,
    kept: `${sayRetention("session")} après la session`,
  },
  {
    what: "Métier, sexe et département d’une personne formée",
    why: "Mesurer l’égal accès à la formation ; personne ne les lit avec un nom",
    ground: mission,
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
  {
    what: "Animer, former, intervenir, tenir l’entrée : nom, adresse électronique",
    why: "Vous ouvrir ce que vous animez, vous écrire",
    ground: mission,
    kept: `${sayRetention("event")} après un événement, ${sayRetention("session")} après une session`,
  },
  {
    what: "Idée dite à un événement, soutien à une idée : votre nom avec l’idée",
    why: "Trouver avec qui la mener",
    ground: "Consentement : vous l’écrivez vous-même",
    kept: `Votre nom part avec votre compte, au plus tard ${IDEA_YEARS}\u00a0ans après ; l’idée reste, sans nom`,
  },
  {
    what: "Besoin de formation dit par un réseau : qui l’a dit",
    why: "Bâtir le programme de l’année avec les réseaux",
    ground: mission,
    kept: `${NEED_YEARS}\u00a0ans ; le besoin reste, sans nom`,
  },
  {
    what: "Reste à charge : ce qu’une personne formée a coûté à son employeur (salaire, déplacement, remplacement)",
    why: "Calculer ce que le programme prend en charge, et le justifier",
    ground: mission,
    kept: `${COST_YEARS}\u00a0ans après la décision, comme toute pièce comptable`,
  },
];

/** What goes by its own date, whatever becomes of the occasion's registrations. */
function withTime(on: string): readonly RawBuilder<unknown>[] {
  const crewOf = (nature: Nature) => sql`
    DELETE FROM crew USING occasion o WHERE o.id = crew.occasion_id AND o.nature = ${nature}
      AND o.ends_at < ${on}::date - make_interval(months => ${RETENTION_MONTHS[nature]})`;
  const costs = sql`coalesce(decided_at, filed_at) < ${on}::date - make_interval(years => ${COST_YEARS})`;
  return [
    crewOf("event"),
    crewOf("session"),
    sql`UPDATE idea SET person_id = NULL
      WHERE person_id IS NOT NULL AND at < ${on}::date - make_interval(years => ${IDEA_YEARS})`,
    sql`UPDATE training_need SET told_by = NULL
      WHERE told_by IS NOT NULL AND told_at < ${on}::date - make_interval(years => ${NEED_YEARS})`,
    sql`DELETE FROM cost_line USING cost_request r WHERE r.id = request_id AND ${costs}`,
    sql`DELETE FROM cost_request WHERE ${costs}`,
  ];
}

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
    for (const statement of withTime(now.toPlainDate().toString())) await statement.execute(tx);
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
