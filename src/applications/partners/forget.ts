import { forgetInvitations } from "#src/life/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { Jobs } from "#src/platform/jobs.ts";
import type { Processing } from "#src/platform/processing.ts";
import type { World } from "#src/platform/world.ts";

const KEPT_DAYS = 30;
const FORGET = "partners-forget";

/** Every night; a night that the service slept through is made up for. */
export const PARTNERS_CRONTAB = `40 2 * * * ${FORGET} ?fill=1d`;

/** What this chapter records of persons, for the privacy page. */
export const partnerProcessings: readonly Processing[] = [
  {
    what: "Invitation à un projet commun\u00a0: adresse électronique de la structure invitée",
    why: "Envoyer l’invitation et ses relances",
    ground: "Mission d’intérêt public",
    kept: `Effacée dès que l’invitation est acceptée, déclinée ou annulée\u202f; sinon ${KEPT_DAYS} jours après sa fin`,
  },
  {
    what: "Partie d’un partenaire dans un projet commun\u00a0: réponses, nom de la personne qui confirme, déclarations",
    why: "Déposer un projet que chacun a relu",
    ground: "Mission d’intérêt public",
    kept: "Comme le dossier\u202f; retirée aussitôt du projet si le partenaire le quitte avant le dépôt",
  },
];

/** Background work of this chapter. */
export function partnerJobs(world: World): Jobs {
  return { [FORGET]: () => forgetOldInvitations(world) };
}

/** An address that nobody answered from is not kept. */
export async function forgetOldInvitations(world: World): Promise<void> {
  const before = world.clock.now().subtract({ hours: 24 * KEPT_DAYS });
  await inTransaction(world.db, "system", (tx) => forgetInvitations(tx, before));
}
