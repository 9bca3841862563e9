import { type AskedHere, labelHere, readRaw, valueAtPath } from "#policy/index.ts";
import {
  type ActRequest,
  type Application,
  addAttachment,
  doAct,
  isAnsweredHere,
  type OpenApplication,
  type Outcome,
  type RawValue,
  type Refusal,
  readFiledApplication,
  sayAnswer,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { keepFile, type ReceivedFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { communeByCode } from "#src/territory/index.ts";
import { lengthOf } from "#text/index.ts";
import { mayPropose, pathOfPaper } from "./proposal.ts";
import { addProposal, listProposals } from "./store.ts";

const LONGEST_REASON = 2000;

/** The questions that one may propose to correct: those that the applicant answered, not the service. */
export function proposable({ reading }: OpenApplication): readonly AskedHere[] {
  return reading.questions.filter((one) => !isAnsweredHere(reading, one.question, one.path));
}

interface Change {
  readonly path: string;
  readonly label: string;
  readonly value: RawValue | null;
  readonly attachmentId: string | null;
  readonly before: string;
  readonly after: string;
}

/** Proposes another answer. What was filed stays as it is until an agent accepts it. */
export function proposeAnswer(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  { path, value, reason }: { readonly path: string; readonly value: RawValue; readonly reason: string },
): Promise<Outcome> {
  return propose(world, visitor, request, reason, async (_tx, _application, file) => {
    const asked = proposable(file).find((one) => one.path === path);
    if (asked === undefined) return [{ message: "Cette question n’est pas dans votre demande." }];
    const { reading } = file;
    const raw = { ...reading.raw, [path]: value };
    const read = readRaw(reading.scheme.form, raw, (code) => communeByCode(code) !== null);
    const error = read.errors.find((one) => one.path === path);
    if (error !== undefined) return [{ path, message: error.message }];
    const isEmpty = (valueAtPath(read.answers, path) ?? "") === "";
    if (isEmpty && asked.question.required !== "optional") return [{ path, message: "Donnez la réponse corrigée." }];
    const before = sayAnswer(asked.question, valueAtPath(reading.answers, path));
    const after = sayAnswer(asked.question, valueAtPath(read.answers, path));
    if (before === after) return [{ path, message: "La réponse est la même que celle que vous avez déposée." }];
    const label = labelHere(asked.question.label, asked.situation);
    return { path, label, value, attachmentId: null, before, after };
  });
}

/** Proposes another paper in place of one, or one that was not joined. */
export function proposePaper(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  paper: { readonly key: string; readonly reason: string; readonly received: ReceivedFile },
): Promise<Outcome> {
  const { key, reason, received } = paper;
  return propose(world, visitor, request, reason, async (tx, application, file) => {
    const asked = file.reading.documents.find((one) => one.key === key);
    if (asked === undefined) return [{ message: "Cette pièce n’est pas dans votre demande." }];
    const held = file.attachments.filter((one) => one.key === key);
    const attachmentId = await setAside(world, tx, visitor, application, key, received);
    return {
      path: pathOfPaper(key),
      label: asked.situation === "" ? asked.label : `${asked.label}, ${asked.situation}`,
      value: null,
      attachmentId,
      before: held.map((one) => one.name).join(", "),
      after: received.name,
    };
  });
}

/** Keeps a paper that no version holds yet. */
async function setAside(
  world: World,
  tx: Tx,
  visitor: SignedVisitor,
  application: Application,
  key: string,
  received: ReceivedFile,
): Promise<string> {
  const at = world.clock.now();
  await keepFile(world, tx, received, { by: visitor.person.id, at });
  const [document = "", about = ""] = key.split(":");
  const by = { applicationId: application.id, addedBy: visitor.person.id };
  const id = await addAttachment(tx, { ...by, document, about, fileId: received.stored.id, isAside: true }, at);
  return id;
}

function propose(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  reason: string,
  change: (tx: Tx, application: Application, file: OpenApplication) => Promise<Change | readonly Refusal[]>,
): Promise<Outcome> {
  const may = (application: Application) => mayPropose(visitor, application);
  // An agent's act meanwhile does not make it stale: it changes nothing by itself.
  return doAct(
    world,
    visitor,
    "correction-proposed",
    { ...request, version: null },
    may,
    async (tx, application, at) => {
      const refusals = refusalsOf(reason);
      const file = await readFiledApplication(tx, application, at);
      const made = await change(tx, application, file);
      if (!("path" in made)) return { refusals: [...made, ...refusals] };
      const open = (await listProposals(tx, application.id)).filter((one) => one.answeredAt === null);
      if (open.some((one) => one.path === made.path)) {
        refusals.push({
          path: made.path,
          message: "Vous avez déjà proposé de la corriger : le service n’a pas encore répondu.",
        });
      }
      if (refusals.length > 0) return { refusals };
      const { id: applicationId, revision } = application;
      await addProposal(tx, { ...made, applicationId, revision, reason, person: visitor.person.id }, at);
      const { label, before, after, path } = made;
      return { details: { path, question: label, before, after, reason } };
    },
  );
}

function refusalsOf(reason: string): Refusal[] {
  if (reason === "") return [{ path: "motif", message: "Dites pourquoi : l’agent lira ce motif." }];
  if (lengthOf(reason) <= LONGEST_REASON) return [];
  return [{ path: "motif", message: "Raccourcissez ce motif\u00a0: 2\u202f000 caractères au plus." }];
}
