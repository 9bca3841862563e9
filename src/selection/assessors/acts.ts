import { createPerson, grantAgentRole, holding, type SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { formatDay, plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Act, actOnCall, refused, type SelectionOutcome } from "../act.ts";
import { activeSheets } from "../candidate.ts";
import { rulesOf } from "../rules.ts";
import { compareIfIn } from "../scores/acts.ts";
import { MOST_SHEETS } from "../scores/score.ts";
import { listCandidates } from "../store.ts";
import { proposeAssessors } from "./propose.ts";
import { answersOfCall, listAssessors, partiesOfCall } from "./store.ts";
import { specialitiesOf, topicsIn } from "./topics.ts";

export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly isOutside: boolean;
  readonly specialities: readonly string[];
  readonly untilOn: string;
}

const assessing = holding("évaluez les projets de cet appel");

/** Invites an assessor: an account of that address is made where there is none, and reads what it is given, until a day. */
export function inviteAssessor(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  given: Invitation,
): Promise<SelectionOutcome> {
  return actOnCall(world, visitor, callId, "invite", async ({ tx, at, call, note }) => {
    const email = given.email.trim().toLowerCase();
    if (given.untilOn <= legalDay(at).toString()) return refused("untilOn", "Donnez un jour à venir.");
    const known = await tx.selectFrom("person").select("id").where("email", "=", email).executeTakeFirst();
    const person = known?.id ?? (await createPerson(tx, { name: given.name, email }));
    await grantAgentRole(tx, person, "assessor");
    const row = {
      is_outside: given.isOutside,
      specialities: [...given.specialities],
      until_on: given.untilOn,
      ended_at: null,
    };
    await tx
      .insertInto("assessor")
      .values({ call_id: callId, person_id: person, invited_by: visitor.person.id, invited_at: at, ...row })
      .onConflict((clash) => clash.columns(["call_id", "person_id"]).doUpdateSet(row))
      .execute();
    await tx
      .updateTable("score_sheet")
      .set({ ended_at: null })
      .where("person_id", "=", person)
      .where("application_id", "in", (eb) => eb.selectFrom("application").select("id").where("call_id", "=", callId))
      .execute();
    await note("assessor-invited", { person, untilOn: given.untilOn, isOutside: given.isOutside });
    await postMail(world, tx, at, {
      to: email,
      subject: `Évaluation\u00a0: ${call.title}`,
      paragraphs: [
        `Vous êtes invité à évaluer des projets de l’appel «\u202f${call.title}\u202f», jusqu’au ${formatDay(given.untilOn)}.`,
        `Connectez-vous avec cette adresse électronique\u00a0: ${world.origin}${urls.mySheets.href()}`,
        "Avant d’ouvrir un dossier, vous direz si un intérêt vous lie à ceux qu’il concerne. Vous ne lirez que les dossiers qui vous sont confiés.",
      ],
      why: assessing,
    });
    return { done: true };
  });
}

/** Gives one sheet by hand. */
export function giveSheet(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  { file, person }: { readonly file: string; readonly person: string },
): Promise<SelectionOutcome> {
  return actOnCall(world, visitor, callId, "give-sheets", async (scene) => {
    const { tx } = scene;
    const waits = await waitsForCompletion(scene, callId);
    if (waits !== null) return refused("person", waits);
    const assessor = (await listAssessors(tx, callId)).find((one) => one.person === person && !one.ended);
    const candidate = (await listCandidates(tx, callId)).find(({ id }) => id === file);
    if (assessor === undefined || candidate === undefined)
      return refused("person", "Ce dossier ou cette personne n’est pas de cet appel.");
    if (candidate.state !== "admitted") return refused("file", "Ce dossier n’est pas à évaluer.");
    if (activeSheets(candidate).length >= MOST_SHEETS) {
      return refused("person", `${MOST_SHEETS} évaluateurs au plus par dossier.`);
    }
    if (candidate.sheets.some((sheet) => sheet.person === person)) {
      return refused("person", "Cette personne a déjà ce dossier, ou s’en est retirée.");
    }
    const parties = (await partiesOfCall(tx, callId)).get(file) ?? [];
    if (assessor.interests.some((siren) => parties.includes(siren))) {
      return refused("person", "Cette personne a un intérêt déclaré dans un organisme de ce dossier.");
    }
    await give(scene, visitor, [{ file, assessor: person }]);
    await tell(world, scene, callId, [person]);
    return { done: true };
  });
}

/** Gives every sheet that lacks, as the service proposes: by load, then by speciality, never against an interest. */
export function giveProposed(world: World, visitor: SignedVisitor, callId: string): Promise<SelectionOutcome> {
  return actOnCall(world, visitor, callId, "give-sheets", async (scene) => {
    const waits = await waitsForCompletion(scene, callId);
    if (waits !== null) return refused("person", waits);
    const proposed = await proposeFor(scene, callId);
    if (proposed.length === 0)
      return refused("person", "Aucune évaluation ne manque, ou aucune personne déjà invitée ne peut la faire.");
    await give(scene, visitor, proposed);
    await tell(world, scene, callId, [...new Set(proposed.map(({ assessor }) => assessor))]);
    return { done: true };
  });
}

/** What the service would give, for the files that lack assessors. */
export async function proposeFor({ tx, call }: Pick<Act, "tx" | "call">, callId: string) {
  const specialities = specialitiesOf(call.framework).map(({ id }) => id);
  const [parties, answers] = [await partiesOfCall(tx, callId), await answersOfCall(tx, callId)];
  const { assessors } = rulesOf(call);
  const files = (await listCandidates(tx, callId))
    .filter(({ state }) => state === "admitted")
    .map((one) => ({
      id: one.id,
      topics: topicsIn(answers.get(one.id), specialities),
      parties: parties.get(one.id) ?? [],
      known: one.sheets.map(({ person }) => person),
      lacks: assessors - activeSheets(one).length,
    }));
  const people = (await listAssessors(tx, callId))
    .filter(({ ended }) => !ended)
    .map((one) => ({ id: one.person, specialities: one.specialities, interests: one.interests, load: one.held }));
  return proposeAssessors(files, people);
}

/** Assessors read files that are whole: none is given while one of the call still completes its own. */
export async function waitsForCompletion({ tx }: Pick<Act, "tx">, callId: string): Promise<string | null> {
  const { count } = await tx
    .selectFrom("application")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("call_id", "=", callId)
    .where("state", "=", "completion-requested")
    .executeTakeFirstOrThrow();
  return Number(count) === 0
    ? null
    : `${plural(Number(count), "dossier se complète", "dossiers se complètent")} encore\u00a0: l’évaluation attend la fin du délai, le même pour tous.`;
}

export async function give(
  { tx, at, note }: Act,
  visitor: SignedVisitor,
  given: readonly { readonly file: string; readonly assessor: string }[],
): Promise<void> {
  await tx
    .insertInto("score_sheet")
    .values(
      given.map(({ file, assessor }) => ({
        application_id: file,
        person_id: assessor,
        given_by: visitor.person.id,
        given_at: at,
      })),
    )
    .execute();
  await note("sheets-given", { given });
}

export async function tell(
  world: World,
  { tx, at, call }: Act,
  callId: string,
  people: readonly string[],
): Promise<void> {
  const rows = await listAssessors(tx, callId);
  for (const one of rows.filter(({ person }) => people.includes(person))) {
    await postMail(world, tx, at, {
      to: one.email,
      subject: `Des projets à évaluer\u00a0: ${call.title}`,
      paragraphs: [
        `Vous avez ${plural(one.held, "fiche", "fiches")} pour cet appel, à envoyer avant le ${formatDay(one.untilOn)}.`,
        `${world.origin}${urls.mySheets.href()}`,
      ],
      why: assessing,
    });
  }
}

/** Takes an assessor off a file, with a reason: another can then be given it. What was sent and compared stays. */
export function withdrawSheet(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  sheetId: string,
  why: string,
): Promise<SelectionOutcome> {
  return actOnCall(world, visitor, callId, "give-sheets", async ({ tx, at, call, note }) => {
    if (why === "") return refused("why", "Dites pourquoi cette personne est retirée.");
    const candidate = (await listCandidates(tx, callId)).find(({ sheets }) => sheets.some(({ id }) => id === sheetId));
    const sheet = candidate?.sheets.find(({ id }) => id === sheetId);
    if (candidate === undefined || sheet === undefined || sheet.withdrawnAt !== null)
      return refused("why", "Cette fiche n’est plus confiée.");
    if (sheet.comparedAt !== null) return refused("why", "Les fiches de ce dossier sont déjà comparées.");
    await tx
      .updateTable("score_sheet")
      .set({ withdrawn_at: at, withdrawn_why: why })
      .where("id", "=", sheetId)
      .execute();
    await note("assessor-withdrawn", { sheet: sheetId, person: sheet.person, why });
    await compareIfIn({ tx, at }, candidate.id, rulesOf(call).assessors);
    return { done: true };
  });
}
