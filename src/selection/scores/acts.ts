import { sql } from "kysely";
import { findCall } from "#src/calls/index.ts";
import { act, type Scene, type SignedVisitor } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import { declareInterest, loadReviewed } from "#src/reviews/index.ts";
import { tooLong } from "#text/index.ts";
import { partyNames } from "../assessors/store.ts";
import { activeSheets, areIn, type SheetLine } from "../candidate.ts";
import { rulesOf } from "../rules.ts";
import { findCandidate } from "../store.ts";
import { givenIn } from "./given.ts";
import { lacksOf, readSheet, type TypedLine } from "./sheet.ts";
import { listOwnSheets, type OwnSheet, saveLines } from "./store.ts";

/** How an act on one's own sheet ends; by field, what is refused. */
export type SheetOutcome = { readonly done: true } | { readonly errors: ReadonlyMap<string, string> } | "absent";

/** One act on a sheet by its holder, who holds it under the lock of its row. */
function onSheet(
  world: World,
  visitor: SignedVisitor,
  sheetId: string,
  work: (scene: Scene, sheet: OwnSheet) => Promise<SheetOutcome>,
): Promise<SheetOutcome> {
  return act(world, visitor, async (scene) => {
    await sql`SELECT 1 FROM score_sheet WHERE id = ${sheetId} FOR UPDATE`.execute(scene.tx);
    const own = await listOwnSheets(scene.tx, visitor.person.id, today(world.clock).toString());
    const sheet = own.find(({ id }) => id === sheetId);
    return sheet === undefined ? "absent" : work(scene, sheet);
  });
}

function note(scene: Scene, sheet: OwnSheet, fact: string, details: Readonly<Record<string, unknown>> = {}) {
  const chain = `application:${sheet.applicationId}`;
  return scene.note({ chain, act: fact, organisation: null, details: { sheet: sheet.id, ...details }, visible: false });
}

/** Their word that nothing binds them to any party: the file opens to them. */
export function declareImpartial(world: World, visitor: SignedVisitor, sheetId: string): Promise<SheetOutcome> {
  return onSheet(world, visitor, sheetId, async (scene, sheet) => {
    if (sheet.impartialAt !== null) return { done: true };
    await scene.tx.updateTable("score_sheet").set({ impartial_at: scene.at }).where("id", "=", sheetId).execute();
    await note(scene, sheet, "assessor-impartial");
    return { done: true };
  });
}

/** An interest: the file closes to them at once, and no file of these organisations is given to them again. */
export function declareOwnInterest(
  world: World,
  visitor: SignedVisitor,
  sheetId: string,
  input: { readonly sirens: readonly string[]; readonly reason: string },
): Promise<SheetOutcome> {
  return onSheet(world, visitor, sheetId, async (scene, sheet) => {
    const errors = new Map<string, string>();
    const parties = (await partyNames(scene.tx, sheet.applicationId)).filter(({ siren }) =>
      input.sirens.includes(siren),
    );
    if (parties.length === 0) errors.set("siren", "Choisissez l’organisme auquel vous êtes lié.");
    const long = tooLong(input.reason, 1_000);
    if (input.reason === "") errors.set("reason", "Dites en quoi consiste ce lien.");
    if (long !== null) errors.set("reason", long);
    if (errors.size > 0) return { errors };
    const said = parties.map((party) => ({ ...party, part: "partner" as const }));
    await declareInterest(scene.tx, visitor, said, input.reason, scene.at);
    await scene.tx
      .updateTable("score_sheet")
      .set({ withdrawn_at: scene.at, withdrawn_why: `Intérêt déclaré\u00a0: ${input.reason}` })
      .where("id", "=", sheetId)
      .execute();
    await note(scene, sheet, "interest-declared", { organisations: parties });
    await compareIfIn(scene, sheet.applicationId, (await rulesOfSheet(scene, sheet)).assessors);
    return { done: true };
  });
}

/** Keeps what was typed so far, line by line: a sheet that is sent, or a file that left the assessment, changes no more. */
export function saveSheet(
  world: World,
  visitor: SignedVisitor,
  sheetId: string,
  typed: readonly TypedLine[],
): Promise<SheetOutcome> {
  return onSheet(world, visitor, sheetId, async (scene, sheet) => {
    const read = await readable(scene, sheet, typed);
    if ("errors" in read) return read;
    await keep(scene, sheet, read.lines);
    return { done: true };
  });
}

/** Sends the sheet: every line has its mark and its reason. The last one of a file opens all of them to comparison. */
export function sendSheet(
  world: World,
  visitor: SignedVisitor,
  sheetId: string,
  typed: readonly TypedLine[],
): Promise<SheetOutcome> {
  return onSheet(world, visitor, sheetId, async (scene, sheet) => {
    const read = await readable(scene, sheet, typed);
    if ("errors" in read) return read;
    await keep(scene, sheet, read.lines);
    const rules = await rulesOfSheet(scene, sheet);
    const all = [...sheet.lines.filter(({ line }) => !read.lines.some((one) => one.line === line)), ...read.lines];
    const file = await loadReviewed(scene.tx, sheet.applicationId, visitor.person.id);
    if (file === null) return "absent";
    const lacks = lacksOf(rules.scheme, all, givenIn(rules.scheme, file.answers));
    if (lacks.size > 0) return { errors: lacks };
    await scene.tx.updateTable("score_sheet").set({ sent_at: scene.at }).where("id", "=", sheetId).execute();
    await note(scene, sheet, "sheet-sent");
    await compareIfIn(scene, sheet.applicationId, rules.assessors);
    return { done: true };
  });
}

async function rulesOfSheet({ tx }: Scene, { callId }: OwnSheet) {
  const call = await findCall(tx, { id: callId });
  if (call === null) throw new Error(`no call ${callId}`);
  return rulesOf(call);
}

async function readable(
  scene: Scene,
  sheet: OwnSheet,
  typed: readonly TypedLine[],
): Promise<{ readonly errors: ReadonlyMap<string, string> } | { readonly lines: readonly SheetLine[] }> {
  const refusal =
    sheet.impartialAt === null
      ? "Dites d’abord si un intérêt vous lie à ce dossier."
      : sheet.sentAt !== null
        ? "Cette fiche est envoyée\u00a0: elle ne change plus."
        : sheet.state !== "admitted"
          ? "L’évaluation de ce dossier est close."
          : sheet.waits
            ? "L’évaluation commence par un dossier commun\u00a0: les autres s’ouvrent quand toutes ses fiches sont envoyées."
            : null;
  if (refusal !== null) return { errors: new Map([["sheet", refusal]]) };
  const { lines, errors } = readSheet((await rulesOfSheet(scene, sheet)).scheme, typed);
  return errors.size > 0 ? { errors } : { lines };
}

async function keep({ tx, at }: Scene, sheet: OwnSheet, lines: readonly SheetLine[]): Promise<void> {
  await saveLines(tx, sheet.id, lines);
  await tx.updateTable("score_sheet").set({ saved_at: at }).where("id", "=", sheet.id).execute();
}

/** Opens the sheets of a file to comparison once all are in: the last was sent, or who was waited for left. */
export async function compareIfIn(
  { tx, at }: Pick<Scene, "tx" | "at">,
  applicationId: string,
  asked: number,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sheets:${applicationId}`}, 7))`.execute(tx);
  const candidate = await findCandidate(tx, applicationId);
  if (candidate === null || !areIn(candidate, asked)) return;
  const ids = activeSheets(candidate).map(({ id }) => id);
  await tx.updateTable("score_sheet").set({ compared_at: at }).where("id", "in", ids).execute();
}
