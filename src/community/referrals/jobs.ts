import { sql } from "kysely";
import { asService, holding } from "#src/people/index.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { ANSWER_DAYS } from "./referral.ts";
import { adviserAddresses } from "./store.ts";

/** Reminds the E3D service, once, of each referral that waits for more than fifteen days. */
export function remindUnanswered(world: World): Promise<void> {
  return asService(world, null, async ({ tx, at, note }) => {
    const before = at.subtract({ hours: 24 * ANSWER_DAYS }).toString();
    const { rows } = await sql<{ id: string; number: string; organisation: string }>`
      UPDATE referral SET reminded_at = ${at.toString()}::timestamptz
      WHERE state IN ('received', 'taken-up') AND consented_at < ${before}::timestamptz AND reminded_at IS NULL
      RETURNING id, number, organisation_id AS organisation`.execute(tx);
    if (rows.length === 0) return;
    const addresses = await adviserAddresses(tx);
    for (const { id, number, organisation } of rows) {
      await note({ chain: `referral:${id}`, act: "referral-reminded", organisation });
      for (const to of addresses) {
        await postMail(world, tx, at, {
          to,
          subject: `Orientation ${number} : ${ANSWER_DAYS} jours sans réponse`,
          paragraphs: [
            `Cette demande attend depuis plus de ${ANSWER_DAYS} jours.`,
            `${world.origin}${urls.referralDesk.href({ id })}`,
          ],
          why: holding("conseillez au titre de E3D"),
        });
      }
    }
  });
}
