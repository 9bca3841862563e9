import { partAt } from "#policy/index.ts";
import {
  type Application,
  hashOfPart,
  listPartners,
  markTold,
  type Partner,
  policyDay,
  schemeOf,
} from "#src/life/index.ts";
import { memberRole, type SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { tellPartner, titleOf } from "./mails.ts";

/**
 * A confirmation bears on what was read: where a write changes a confirmed part, its partner is told once, unless the
 * change is its own people's.
 */
export async function tellChangedParts(
  world: World,
  tx: Tx,
  before: Application,
  after: Application,
  visitor: SignedVisitor,
): Promise<void> {
  const at = world.clock.now();
  const { consortium } = schemeOf(after, policyDay(at)).scheme;
  if (consortium === undefined) return;
  const stands = (of: Application, partner: Partner) => {
    const path = partAt(consortium, of.raw, partner.id);
    return path !== null && hashOfPart(consortium, of.raw, path) === partner.confirmedHash;
  };
  const fallen = (await listPartners(tx, after.id)).filter(
    (one) => one.endedAt === null && one.confirmedHash !== null && stands(before, one) && !stands(after, one),
  );
  const untold = await markTold(
    tx,
    fallen.map(({ id }) => id),
    at,
  );
  for (const partner of fallen) {
    const isOwn = partner.organisationId !== null && memberRole(visitor, partner.organisationId) !== null;
    if (isOwn || !untold.includes(partner.id)) continue;
    await tellPartner(world, tx, partner, at, {
      subject: "Votre partie d’un projet a changé",
      lines: [
        `${visitor.person.name} a changé votre partie de ${titleOf(after)} depuis que vous l’avez confirmée\u00a0: cette confirmation ne vaut plus.`,
        `Relisez-la et confirmez-la de nouveau\u00a0: ${world.origin}${urls.partnership.href({ partner: partner.id })}`,
      ],
    });
  }
}
