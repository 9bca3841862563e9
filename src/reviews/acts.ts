import { Temporal } from "temporal-polyfill";
import { gridLines, type Raw, readRaw } from "#policy/index.ts";
import {
  type ActRequest,
  type Application,
  addMessage,
  latestRevision,
  type Outcome,
  type Step,
  tellApplicant,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { conclude, type FindingInput, kindOf, type Refusal } from "./checks/finding.ts";
import { askables, type CompletionInput, requestCompletion } from "./completion/completion.ts";
import { acceptCosts, budgetLines, type CostInput, withAsked } from "./costs/accepted-costs.ts";
import { loadFile, type ReviewFile } from "./file/file-store.ts";
import { filingDay } from "./file/filing-day.ts";
import { type Instruction, instruct } from "./file/instruction.ts";
import { declareInterest, partiesOf } from "./interests.ts";
import { giveOpinion, type OpinionInput } from "./opinions/opinion.ts";
import { reviewAct, reviewAddition, reviewStep } from "./reviewing.ts";
import { schemeOf } from "./scheme.ts";

/** Reasons that lead to fields, as the acts of a file say them. */
function refused(refusals: readonly Refusal[]) {
  return { refusals: refusals.map(({ field, message }) => ({ path: field, message })) };
}

/** The file as the rules and the people before have left it. */
export function instructionOf(file: ReviewFile): Instruction {
  const { application, answers, findings, costs, history } = file;
  return instruct({
    scheme: schemeOf(application),
    answers,
    filedOn: filingDay(application),
    findings,
    accepted: costs,
    history,
  });
}

/** Reads the file inside an act: it is there, since the act has just locked it. */
async function loadLocked(tx: Tx, application: Application, visitor: SignedVisitor): Promise<ReviewFile> {
  const file = await loadFile(tx, application.id, visitor.person.id);
  if (file === null) throw new Error(`file ${application.id} cannot be read by who locked it`);
  return file;
}

/** Concludes on a check, a doubt or a line of the grid; earlier findings stay. */
export function makeFinding(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: FindingInput,
): Promise<Outcome> {
  return reviewAct(world, visitor, "find", "finding-made", request, async (tx, application, at) => {
    const scheme = schemeOf(application);
    const kind = kindOf(input.subject, {
      criteria: scheme.criteria.map((one) => one.id),
      doubts: scheme.doubts,
      grid: gridLines(scheme.grid).map((one) => one.id),
    });
    const instruction = instructionOf(await loadLocked(tx, application, visitor));
    const check = instruction.checks.find(({ result, about }) => result.id === input.subject && about === input.about);
    if (kind === null || (kind === "criterion" && check === undefined)) {
      return { refusals: [{ message: "Ce point n’est pas dans le dossier." }] };
    }
    const about = kind === "criterion" ? input.about : "";
    const machineStatus = kind === "criterion" ? (check?.result.status ?? null) : null;
    const concluded = conclude(input, kind, machineStatus);
    if ("refusals" in concluded) return refused(concluded.refusals);
    await tx
      .insertInto("finding")
      .values({
        application_id: application.id,
        revision: application.revision,
        subject: input.subject,
        about,
        machine_status: machineStatus,
        conclusion: concluded.ok,
        reason: input.reason,
        made_by: visitor.person.id,
        made_at: at,
      })
      .execute();
    return {
      details: {
        subject: input.subject,
        about,
        machine: machineStatus,
        conclusion: concluded.ok,
        reason: input.reason,
      },
    };
  });
}

/** Sets what is accepted of each line of the budget, in place of what was set before. */
export function setAcceptedCosts(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  inputs: readonly CostInput[],
): Promise<Outcome> {
  return reviewAct(world, visitor, "accept-costs", "costs-accepted", request, async (tx, application, at) => {
    const file = await loadLocked(tx, application, visitor);
    const scheme = schemeOf(application);
    const lines = budgetLines(scheme, file.answers);
    const accepted = acceptCosts(scheme, lines, inputs);
    if ("refusals" in accepted) return refused(accepted.refusals);
    await tx.deleteFrom("accepted_cost").where("application_id", "=", application.id).execute();
    if (accepted.ok.length > 0) {
      await tx
        .insertInto("accepted_cost")
        .values(
          accepted.ok.map((cost) => ({
            application_id: application.id,
            line: cost.line,
            accepted: json(cost.values),
            reason: cost.reason,
            set_by: visitor.person.id,
            set_at: at,
          })),
        )
        .execute();
    }
    return { details: { lines: accepted.ok.map((cost) => withAsked(scheme, cost, lines)) } };
  });
}

/** Asks for what a file lacks: the clock stops (CRPA L114-5), the letter and the mail follow. */
export function askForMore(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: CompletionInput,
): Promise<Outcome> {
  return reviewStep(world, visitor, "request-completion", request, async (tx, application, at) => {
    const revision = await latestRevision(tx, application.id);
    const scheme = schemeOf(application);
    const papers = (revision?.attachments ?? []).map((one) => one.key);
    const { answers } = readRaw(scheme.form, (revision?.raw ?? {}) as Raw);
    const asked = requestCompletion(input, askables(scheme, answers, papers), legalDay(at));
    if ("refusals" in asked) return refused(asked.refusals);
    const { id } = await tx
      .insertInto("completion_request")
      .values({
        application_id: application.id,
        items: json(asked.ok.items),
        note: asked.ok.note,
        due_on: asked.ok.dueOn,
        asked_by: visitor.person.id,
        asked_at: at,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return {
      details: { request: id, items: asked.ok.items, dueOn: asked.ok.dueOn },
      suspendUntil: Temporal.PlainDate.from(asked.ok.dueOn),
      letter: { request: id },
    };
  });
}

/** Ends a request for completion without an answer: the file goes on as it stands and the clock restarts. */
export function closeRequest(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  reason: string,
): Promise<Outcome> {
  return reviewStep(world, visitor, "close-completion", request, async (tx, application, at) => {
    if (reason === "") return refused([{ field: "motif", message: "Dites pourquoi vous n’attendez plus la réponse." }]);
    await closeOpenRequest(tx, application.id, at);
    return { details: { reason } };
  });
}

function closeOpenRequest(tx: Tx, applicationId: string, at: Temporal.Instant): Promise<unknown> {
  return tx
    .updateTable("completion_request")
    .set({ closed_at: at })
    .where("application_id", "=", applicationId)
    .where("answered_at", "is", null)
    .where("closed_at", "is", null)
    .execute();
}

/** Steps that need no more than a word: complete, in review, without follow-up. */
export function takePlainStep(
  world: World,
  visitor: SignedVisitor,
  step: Extract<Step, "declare-complete" | "start-review">,
  request: ActRequest,
): Promise<Outcome> {
  return reviewStep(world, visitor, step, request, async (_tx, application) => ({
    // Who starts a review holds the file, unless somebody already does.
    ...(step === "start-review" && application.assignedTo === null
      ? { columns: { assignedTo: visitor.person.id } }
      : {}),
  }));
}

/** Closes a file without follow-up: the delay given must be over, and the applicant is told why. */
export function abandon(world: World, visitor: SignedVisitor, request: ActRequest, reason: string): Promise<Outcome> {
  return reviewStep(world, visitor, "abandon", request, async (tx, application, at) => {
    const refusals: Refusal[] = [];
    if (reason === "")
      refusals.push({ field: "motif", message: "Dites pourquoi le dossier est classé : le demandeur le lira." });
    const until = application.suspendedUntil;
    if (application.state === "completion-requested" && until !== null && legalDay(at).toString() <= until) {
      refusals.push({ field: "motif", message: "Le délai donné au demandeur pour répondre n’est pas écoulé." });
    }
    if (refusals.length > 0) return refused(refusals);
    await closeOpenRequest(tx, application.id, at);
    return { details: { reason }, notice: [`Motif : ${reason}`] };
  });
}

/** Proposes to the Permanent Commission; a supervisor then validates. */
export function propose(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: OpinionInput,
): Promise<Outcome> {
  const step = input.sense === "defavorable" ? "propose-unfavourable" : "propose-favourable";
  return reviewStep(world, visitor, step, request, async (tx, application, at) => {
    const given = giveOpinion(input, instructionOf(await loadLocked(tx, application, visitor)));
    if ("refusals" in given) return refused(given.refusals);
    const { favourable, proposedAid, grounds, body, reason } = given.ok;
    await tx
      .insertInto("opinion")
      .values({
        application_id: application.id,
        revision: application.revision,
        favourable,
        proposed_aid: proposedAid,
        grounds: [...grounds],
        body,
        reason,
        given_by: visitor.person.id,
        given_at: at,
      })
      .execute();
    return { columns: { proposedAid }, details: { favourable, proposedAid, grounds } };
  });
}

/** The supervisor's word on an opinion: valid, or sent back with a reason. */
export function validateOpinion(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  word: { readonly valid: boolean; readonly favourable: boolean; readonly reason: string },
): Promise<Outcome> {
  const step: Step = !word.valid ? "send-back" : word.favourable ? "validate-favourable" : "validate-unfavourable";
  return reviewStep(world, visitor, step, request, async () => {
    if (!word.valid && word.reason === "") {
      return refused([{ field: "motif", message: "Dites à l’instructeur ce qui est à revoir." }]);
    }
    return {
      ...(word.valid ? {} : { columns: { proposedAid: null } }),
      details: word.reason === "" ? {} : { reason: word.reason },
    };
  });
}

/** A letter of a few lines to the applicant, kept in the file and told by mail. */
export function writeToApplicant(
  world: World,
  visitor: SignedVisitor,
  request: Omit<ActRequest, "version">,
  body: string,
): Promise<Outcome> {
  return reviewAddition(world, visitor, "write-message", "message-sent", request, async (tx, application, at) => {
    const bad = badText(body, "message");
    if (bad !== null) return refused([bad]);
    await addMessage(tx, { applicationId: application.id, side: "funder", author: visitor.person.id, body, at });
    await tellApplicant(world, tx, application, at, {
      subject: "Un message au sujet de votre demande",
      lines: [
        "Le service qui instruit votre demande vous a écrit. Vous pouvez lui répondre depuis votre espace :",
        body,
      ],
    });
    return { visibleToApplicant: true };
  });
}

/** A note that only the funder's agents read. */
export function writeNote(
  world: World,
  visitor: SignedVisitor,
  request: Omit<ActRequest, "version">,
  body: string,
): Promise<Outcome> {
  return reviewAddition(world, visitor, "write-note", "note-written", request, async (tx, application, at) => {
    const bad = badText(body, "note");
    if (bad !== null) return refused([bad]);
    await tx
      .insertInto("internal_note")
      .values({ application_id: application.id, author: visitor.person.id, body, written_at: at })
      .execute();
    return {};
  });
}

function badText(body: string, field: string): Refusal | null {
  if (body === "") return { field, message: "Écrivez votre texte avant de l’envoyer." };
  return body.length > 10_000 ? { field, message: "Le texte dépasse 10 000 caractères." } : null;
}

/**
 * Declares an interest in parties to the file, by SIREN (in the applicant where none is named). It is not taken back.
 */
export function stateInterest(
  world: World,
  visitor: SignedVisitor,
  request: Omit<ActRequest, "version">,
  reason: string,
  sirens: readonly string[],
): Promise<Outcome> {
  return reviewAddition(
    world,
    visitor,
    "declare-interest",
    "interest-declared",
    request,
    async (tx, application, at) => {
      if (reason === "") return refused([{ field: "motif", message: "Dites en quoi consiste cet intérêt." }]);
      if (reason.length > 1000) return refused([{ field: "motif", message: "1 000 caractères au plus." }]);
      const parties = await partiesOf(tx, application.id);
      const meant = parties.filter(({ siren, part }) =>
        sirens.length > 0 ? sirens.includes(siren) : part === "applicant",
      );
      if (meant.length === 0) return refused([{ field: "organisme", message: "Choisissez un organisme du dossier." }]);
      await declareInterest(tx, visitor, meant, reason, at);
      if (application.assignedTo === visitor.person.id) {
        await tx.updateTable("application").set({ assigned_to: null }).where("id", "=", application.id).execute();
      }
      return { details: { reason, organisations: meant.map(({ siren, name }) => ({ siren, name })) } };
    },
  );
}
