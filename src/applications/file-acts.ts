import type { Temporal } from "temporal-polyfill";
import type { Assessment } from "#policy/index.ts";
import { refusedByClock } from "#src/calls/index.ts";
import {
  type ActRequest,
  type Application,
  addMessage,
  doAct,
  fileNumber,
  latestRevision,
  mayWriteMessage,
  nextNumber,
  type Outcome,
  policyDay,
  type Refusal,
  readFile,
  readForFiling,
  schemeOf,
  takeStep,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { lengthOf } from "#text/index.ts";
import { BELONGING, sayUnproved } from "./belonging/belonging.ts";
import { belongingOf } from "./belonging/store.ts";
import { markAnswered, openCompletionRequest, paperAsked } from "./completion/completion.ts";
import { consequencesOf, isWorse } from "./completion/consequences.ts";
import { fileRevision } from "./filing/filing.ts";
import { submit } from "./filing/submit.ts";

/**
 * Files a request: number, frozen revision, shares, receipt; or every reason at once. `ticked` are declarations' ids. To a
 * call, what counts is when the request arrived, not when its turn came.
 */
export function submitApplication(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  ticked: readonly string[],
  knowingly: string,
  arrivedAt: Temporal.Instant = world.clock.now(),
): Promise<Outcome> {
  return takeStep(world, visitor, "submit", request, async (tx, application, at) => {
    const late = application.call === null ? null : refusedByClock(application.call, arrivedAt);
    if (late !== null) return { refusals: [{ message: late }] };
    const { reading, attachments } = await readFile(tx, application, at);
    const judged = submit(reading, attachments, ticked);
    const refusals: Refusal[] = judged.ok ? [] : [...judged.refusals];
    const standing = await belongingOf(tx, application.organisationId);
    if (standing.kind !== "proved") refusals.unshift({ path: BELONGING, message: sayUnproved(standing) });
    if (reading.assessment.eligibility === "not-eligible" && !ticked.includes(knowingly)) {
      refusals.push({ path: `declarations.${knowingly}`, message: "Dites que vous déposez en connaissance de cause." });
    }
    if (!judged.ok || refusals.length > 0) return { refusals };
    const receivedAt = application.call === null ? at : arrivedAt;
    const number = await newFileNumber(tx, application, at);
    const { reading: known } = await readForFiling(tx, application, at);
    const declarations = judged.submission.declarations;
    const by = visitor.person.id;
    const filed = await fileRevision(tx, application, {
      reading: known,
      attachments,
      declarations,
      cause: "submission",
      by,
      at,
      number,
    });
    return {
      columns: { ...filed.columns, number, submittedAt: receivedAt.toString() },
      details: { ...filed.details, number, declarations, eligibility: known.assessment.eligibility },
      letter: { revision: 1 },
    };
  });
}

async function newFileNumber(tx: Tx, application: Application, at: Temporal.Instant): Promise<string> {
  const { letters: prefix } = schemeOf(application, policyDay(at)).scheme;
  const { year } = legalDay(at);
  return fileNumber(prefix, year, await nextNumber(tx, `${prefix}:${year}`));
}

/** Sends the answers to a request for more: a new revision; the clock starts again (CRPA L114-5). */
export function answerCompletion(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  knowingly: { readonly name: string; readonly isTicked: boolean } | null = null,
): Promise<Outcome> {
  return takeStep(world, visitor, "answer-completion", request, async (tx, application, at) => {
    const open = await openCompletionRequest(tx, application.id);
    if (open === null) return { refusals: [{ message: "Cette demande de compléments est close." }] };
    const { reading, attachments } = await readFile(tx, application, at);
    const before = await latestRevision(tx, application.id);
    const refusals: Refusal[] = [
      ...[...reading.errors].map(([path, message]) => ({ path, message })),
      ...reading.gaps.map((gap) => ({ path: gap.path, message: `${gap.label} : ${gap.message}` })),
      ...open.items.flatMap((item) => {
        const key = paperAsked(item);
        if (key === null) return [];
        const held = attachments.find((one) => one.key === key && one.scan !== "infected");
        const isNew = held !== undefined && before?.attachments.every((one) => one.id !== held.id) !== false;
        return isNew ? [] : [{ path: `documents.${key}`, message: "Joignez la pièce demandée." }];
      }),
    ];
    const worse = before !== null && isWorse(consequencesOf(before.assessment as Assessment, reading.assessment));
    if (knowingly?.isTicked === false && worse) {
      refusals.push({
        path: `declarations.${knowingly.name}`,
        message: "Dites que vous avez lu ce que vos nouvelles réponses changent.",
      });
    }
    if (refusals.length > 0) return { refusals: unique(refusals) };
    const declarations = before?.declarations ?? [];
    const { reading: known } = await readForFiling(tx, application, at);
    const filed = await fileRevision(tx, application, {
      reading: known,
      attachments,
      declarations,
      cause: "completion",
      by: visitor.person.id,
      at,
    });
    await markAnswered(tx, open.id, at);
    return { columns: filed.columns, details: { ...filed.details, request: open.id } };
  });
}

function unique(refusals: readonly Refusal[]): readonly Refusal[] {
  return [...new Map(refusals.map((one) => [one.path ?? one.message, one])).values()];
}

/** Withdraws a request before the decision; the reason goes to the journal and to the funder. */
export function withdrawApplication(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  reason: string,
): Promise<Outcome> {
  return takeStep(world, visitor, "withdraw", request, async () => {
    if (reason === "")
      return { refusals: [{ path: "motif", message: "Dites en une phrase pourquoi vous retirez cette demande." }] };
    if (lengthOf(reason) > 1000)
      return { refusals: [{ path: "motif", message: "Raccourcissez ce motif\u00a0: 1\u202f000 caractères au plus." }] };
    return { details: { reason }, notice: [`Motif donné : « ${reason} »`] };
  });
}

/** Writes to the funder about a filed request. */
export function writeMessage(world: World, visitor: SignedVisitor, given: ActRequest, body: string): Promise<Outcome> {
  const request = { ...given, version: null };
  const may = (application: Application) => mayWriteMessage(visitor, application);
  return doAct(world, visitor, "message-sent", request, may, async (tx, application, at) => {
    if (body === "") return { refusals: [{ path: "message", message: "Écrivez votre message." }] };
    if (lengthOf(body) > 10_000)
      return { refusals: [{ path: "message", message: "Raccourcissez ce message : 10 000 caractères au plus." }] };
    await addMessage(tx, { applicationId: application.id, side: "applicant", author: visitor.person.id, body, at });
    return { details: {} };
  });
}
