import type { JSX } from "preact";
import { readerOf } from "#src/people/index.ts";
import type { Routes } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import { pdfResponse } from "#src/platform/http/download.ts";
import type { World } from "#src/platform/world.ts";
import { LinkButton } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { requirePart } from "../events/guard.ts";
import { mayOnOccasion, type OccasionPart } from "../occasions/may.ts";
import { isPublic, type Occasion } from "../occasions/occasion.ts";
import { listRegistrations } from "../registrations/store.ts";
import { badgeSheet, badgesOf } from "./badges.ts";

export function badgeRoutes(routes: Routes, world: World): void {
  routes.get(urls.runOccasionBadges.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "read-registrations");
    const all = await inTransaction(world.db, readerOf(visitor), (tx) => listRegistrations(tx, occasion.id));
    const { pdf } = await funderPdf(world.config, badgeSheet, badgesOf(world, occasion, all));
    return pdfResponse(pdf, `badges-${occasion.slug}.pdf`);
  });
}

/** Where who runs an occasion finds the badges to print. */
export async function runBadgesPart(
  _world: World,
  occasion: Occasion,
  parts: readonly OccasionPart[],
): Promise<JSX.Element | null> {
  if (!mayOnOccasion(parts, "read-registrations") || !isPublic(occasion)) return null;
  return (
    <p>
      <LinkButton variant="secondary" icon="print" href={urls.runOccasionBadges.href({ id: occasion.id })}>
        Badges à imprimer (PDF)
      </LinkButton>
    </p>
  );
}
