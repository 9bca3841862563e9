import { sql } from "kysely";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { actOnCall, refused, type SelectionOutcome } from "../act.ts";
import { activeSheets } from "../candidate.ts";
import { MOST_SHEETS } from "../scores/score.ts";
import { listCandidates } from "../store.ts";
import { give, tell, waitsForCompletion } from "./acts.ts";
import { listAssessors, partiesOfCall } from "./store.ts";

/** The file by which the assessors of a call begin; null where they begin each by their own. */
export async function findCommon(tx: Tx, callId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("selection as s")
    .innerJoin("application as a", "a.id", "s.application_id")
    .select("a.id")
    .where("a.call_id", "=", callId)
    .where("s.is_common", "=", true)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** All assessors begin by one file, to compare how they mark: it is given to each of them that no interest bars. */
export function chooseCommon(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  file: string,
): Promise<SelectionOutcome> {
  return actOnCall(world, visitor, callId, "give-sheets", async (scene) => {
    const { tx, note } = scene;
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`common:${callId}`}, 7))`.execute(tx);
    const waits = await waitsForCompletion(scene, callId);
    if (waits !== null) return refused("common", waits);
    const candidates = await listCandidates(tx, callId);
    const candidate = candidates.find(({ id }) => id === file);
    if (candidate?.state !== "admitted") return refused("common", "Choisissez un dossier admis à l’évaluation.");
    if (candidates.some((one) => one.sheets.some(({ sentAt }) => sentAt !== null))) {
      return refused("common", "Des fiches sont déjà envoyées\u00a0: le dossier commun vient avant toute autre.");
    }
    const parties = (await partiesOfCall(tx, callId)).get(file) ?? [];
    const people = (await listAssessors(tx, callId)).filter(
      ({ ended, interests }) => !ended && !interests.some((siren) => parties.includes(siren)),
    );
    const held = activeSheets(candidate).map(({ person }) => person);
    const left = candidate.sheets.map(({ person }) => person);
    const more = people.map(({ person }) => person).filter((person) => !left.includes(person));
    const count = held.length + more.length;
    if (count < 2) return refused("common", "Il faut au moins deux évaluateurs pour comparer leurs notes.");
    if (count > MOST_SHEETS) return refused("common", `${MOST_SHEETS} évaluateurs au plus par dossier.`);
    await markCommon(tx, callId, file);
    await note("common-file-chosen", { application: file });
    if (more.length === 0) return { done: true };
    await give(
      scene,
      visitor,
      more.map((assessor) => ({ file, assessor })),
    );
    await tell(world, scene, callId, more);
    return { done: true };
  });
}

/** Assessors wait for the common file no more; what was given and marked stays. */
export function leaveCommon(world: World, visitor: SignedVisitor, callId: string): Promise<SelectionOutcome> {
  return actOnCall(world, visitor, callId, "give-sheets", async ({ tx, note }) => {
    if ((await findCommon(tx, callId)) === null) return refused("common", "Aucun dossier commun n’est choisi.");
    await markCommon(tx, callId, null);
    await note("common-file-left", {});
    return { done: true };
  });
}

/** One file of a call at most. */
async function markCommon(tx: Tx, callId: string, file: string | null): Promise<void> {
  await sql`UPDATE selection s SET is_common = coalesce(s.application_id = ${file}::uuid, false)
    FROM application a WHERE a.id = s.application_id AND a.call_id = ${callId}`.execute(tx);
}
