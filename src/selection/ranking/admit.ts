import { type ActRequest, courseOf, type Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { instructionOf, loadReviewed, type ReviewedApplication, reviewStep } from "#src/reviews/index.ts";
import { type Reckoning, reckonRetained } from "./retained.ts";

/** Lets a file into the assessment: every condition is concluded, none is found unmet, and something is left to fund. */
export function admit(world: World, visitor: SignedVisitor, request: ActRequest): Promise<Outcome> {
  return reviewStep(world, visitor, "admit", request, async (tx, application) => {
    if (application.call === null) return { refusals: [{ message: "Ce dossier ne répond à aucun appel." }] };
    const file = await loadLocked(tx, application.id, visitor);
    const { left, checks, ceiling } = instructionOf(file);
    // What another selection will say is not known yet: the vote waits for it, the assessment does not.
    const later = courseOf(application).after?.provision;
    const refusals = [
      ...left
        .filter(({ subject }) => subject !== later)
        .map(({ label }) => ({ message: `Il reste à conclure\u00a0: ${label}.` })),
      ...[
        ...new Set(
          checks
            .filter(({ status, result }) => status === "not-met" && result.id !== later)
            .map(({ result }) => result.title),
        ),
      ].map((title) => ({ message: `Condition non remplie\u00a0: ${title}. Écartez le dossier, avec ses motifs.` })),
      ...(ceiling === null || ceiling === 0 ? [{ message: "Il n’y a rien à financer de ce qui est accepté." }] : []),
    ];
    if (refusals.length > 0) return { refusals };
    const reckoned = reckonRetained(file, null);
    await keepReckoning(tx, application.id, reckoned, {});
    return {
      columns: { proposedAid: reckoned.aid },
      details: { eligibleCosts: reckoned.eligibleCosts, asks: reckoned.asks },
    };
  });
}

/** Keeps what a file asks of each funder beside it: the ranking then reads rows, and computes nothing again. */
export async function keepReckoning(
  tx: Tx,
  applicationId: string,
  { asks, eligibleCosts }: Pick<Reckoning, "asks" | "eligibleCosts">,
  more: { readonly retained?: number | null; readonly retained_reason?: string },
): Promise<void> {
  const columns = { asks: json(asks), eligible_costs: eligibleCosts, ...more };
  await tx
    .insertInto("selection")
    .values({ application_id: applicationId, ...columns })
    .onConflict((clash) => clash.column("application_id").doUpdateSet(columns))
    .execute();
}

/** The file inside an act that has just locked it. */
export async function loadLocked(tx: Tx, id: string, visitor: SignedVisitor): Promise<ReviewedApplication> {
  const file = await loadReviewed(tx, id, visitor.person.id);
  if (file === null) throw new Error(`file ${id} cannot be read by who locked it`);
  return file;
}
