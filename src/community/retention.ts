import { type RawBuilder, sql } from "kysely";
import { asService } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { Processing } from "#src/platform/processing.ts";
import type { World } from "#src/platform/world.ts";

/** A processing of this slice, with what forgets its data once its time is over. */
interface Forgotten extends Processing {
  /** Named in the log, with how many rows went. */
  readonly name: string;
  readonly forget: (on: string) => readonly RawBuilder<unknown>[];
}

const mission = "Mission d’intérêt public";
const consent = "Consentement, que l’on retire quand on veut";

const forgotten: readonly Forgotten[] = [
  {
    name: "self-assessments",
    what: "Auto-évaluations : vos réponses, vos niveaux, le rappel demandé",
    why: "Suivre votre progression, avec vos collègues ; la moyenne ne nomme personne",
    ground: consent,
    kept: "5 ans ; vos réponses partent avec votre compte",
    forget: (on) => [sql`DELETE FROM assessment_round WHERE opened_on < ${on}::date - interval '5 years'`],
  },
  {
    name: "referrals",
    what: "Orientations vers E3D : besoin, personne à joindre, ce que l’organisme accepte de transmettre",
    why: "Mettre en relation avec la direction chargée du développement durable (DEEDD)",
    ground: consent,
    kept: "3 ans après la clôture, ou le dernier échange ; le contenu est effacé dès le retrait de l’accord",
    forget: (on) => [
      sql`DELETE FROM referral WHERE greatest(consented_at, taken_at, answered_at, closed_at) < ${on}::date - interval '3 years'`,
      sql`DELETE FROM referral WHERE withdrawn_at < ${on}::date - interval '1 year'`,
    ],
  },
  {
    name: "actors",
    what: "Annuaire : présentation de l’organisme et moyens de le joindre qu’il choisit de montrer",
    why: "Faire se rencontrer les acteurs de la formation",
    ground: consent,
    kept: "Tant que l’organisme confirme sa fiche chaque année ; 1 an après son départ",
    forget: (on) => [
      sql`DELETE FROM actor WHERE state IN ('left', 'refused', 'asleep') AND confirmed_on < ${on}::date - interval '2 years'`,
    ],
  },
  {
    name: "listings",
    what: "Annonces et messages échangés à leur sujet",
    why: "Répondre à « je cherche, je propose » sans montrer d’adresse",
    ground: mission,
    kept: "1 an après la clôture de l’annonce",
    forget: (on) => [sql`DELETE FROM listing WHERE state <> 'open' AND closed_at < ${on}::date - interval '1 year'`],
  },
  {
    name: "practices",
    what: "Pratiques, commentaires, décisions de modération et recours",
    why: "Partager ce qui marche, et rendre compte de ce qui est écarté",
    ground: mission,
    kept: "Tant que la pratique est en ligne ; 1 an pour ce qui est écarté ou laissé en brouillon",
    forget: (on) => [
      sql`DELETE FROM practice WHERE state IN ('draft', 'refused', 'removed') AND written_at < ${on}::date - interval '1 year'
          AND NOT EXISTS (SELECT 1 FROM moderation m WHERE m.about_id = practice.id AND m.decided_at >= ${on}::date - interval '1 year')`,
      sql`DELETE FROM practice_comment WHERE removed_at < ${on}::date - interval '1 year'`,
      sql`DELETE FROM moderation WHERE decided_at < ${on}::date - interval '5 years'`,
    ],
  },
  {
    name: "newsletter",
    what: "Lettre de la communauté : adresse électronique",
    why: "Vous envoyer la lettre que vous avez demandée",
    ground: consent,
    kept: "Jusqu’à votre désinscription ; 7 jours si l’inscription n’est pas confirmée",
    forget: (on) => [
      sql`DELETE FROM newsletter_subscriber WHERE confirmed_at IS NULL AND asked_at < ${on}::date - interval '7 days'`,
    ],
  },
];

/** What this slice records of persons, for the privacy page. */
export const communityProcessings: readonly Processing[] = forgotten;

/** Forgets what is past its time. */
export async function forgetCommunity(world: World): Promise<void> {
  const on = today(world.clock).toString();
  await asService(world, null, async ({ tx }) => {
    for (const { name, forget } of forgotten) {
      for (const statement of forget(on)) {
        const { numAffectedRows } = await statement.execute(tx);
        if ((numAffectedRows ?? 0n) > 0n)
          world.log.info({ processing: name, rows: Number(numAffectedRows) }, "forgotten");
      }
    }
  });
}
