import { type Raw, valueAtPath } from "#policy/index.ts";
import { fileRevision } from "#src/applications/index.ts";
import {
  type ActRequest,
  type Application,
  type FiledRevision,
  latestRevision,
  ledgersOf,
  type Outcome,
  type Reading,
  readApplication,
  sayAnswer,
  sirensIn,
  tellApplicant,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { loadReviewed } from "../file/file-store.ts";
import { filingDay } from "../instruction/filing-day.ts";
import { instructionOf } from "../instruction/instruction-of.ts";
import { reviewAct } from "../reviewing.ts";
import { schemeOf } from "../scheme.ts";
import { type Reopened, reopenedBy } from "./reopened.ts";

export interface Correction {
  /** The field of the form: `people.0.age`. */
  readonly path: string;
  readonly value: string | readonly string[];
  readonly reason: string;
  /** True once its author has read which settled points the correction reopens. */
  readonly knowingly: boolean;
}

/** Field that says so. */
export const KNOWINGLY = "suites";

/** The last revision read again with its own papers, and with other texts in it where given. */
export async function readRevision(
  tx: Tx,
  application: Application,
  revision: FiledRevision,
  raw: Raw = revision.raw,
): Promise<Reading> {
  const sirens = sirensIn(schemeOf(application), raw).filter((siren): siren is string => siren !== null);
  const ledgers = await ledgersOf(
    tx,
    sirens,
    { scheme: application.scheme, framework: revision.framework },
    application.id,
  );
  const keys = revision.attachments.map((one) => one.key);
  const pinned = { ...application, raw, framework: revision.framework };
  return readApplication(pinned, ledgers, keys, filingDay(application));
}

/**
 * Corrects an evident slip of the applicant: a new revision, the reason in the journal, the applicant told by mail.
 * What was filed before stays as it was, and so does what the applicant prepared since and did not send.
 */
export function correctSlip(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  correction: Correction,
): Promise<Outcome> {
  return reviewAct(world, visitor, "correct", "application-corrected", request, async (tx, application, at) => {
    const { path, value, reason } = correction;
    const revision = await latestRevision(tx, application.id);
    if (revision === null) throw new Error(`application ${application.id} was never filed`);
    const raw: Raw = { ...revision.raw, [path]: value };
    const reading = await readRevision(tx, application, revision, raw);
    const asked = reading.questions.find((one) => one.path === path);
    if (asked === undefined) return { refusals: [{ message: "Cette question n’est pas dans le dossier." }] };
    const refusals = [];
    const error = reading.errors.get(path);
    if (error !== undefined) refusals.push({ path, message: error });
    if (reason === "") refusals.push({ path: "motif", message: "Dites pourquoi il s’agit d’une erreur évidente." });
    if (reason.length > 2000) refusals.push({ path: "motif", message: "2 000 caractères au plus." });
    const before = sayAnswer(asked.question, valueAtPath(revision.facts as typeof reading.answers, path));
    const after = sayAnswer(asked.question, valueAtPath(reading.answers, path));
    if (error === undefined && before === after) refusals.push({ path, message: "La réponse est la même qu’avant." });
    if (refusals.length > 0) return { refusals };
    const reopened = await reopens(tx, application, visitor, reading);
    if (reopened.length > 0 && !correction.knowingly) {
      return { refusals: reopened.map(({ message }) => ({ path: KNOWINGLY, message })) };
    }
    const filed = await fileRevision(tx, application, {
      reading,
      attachments: revision.attachments,
      declarations: revision.declarations,
      cause: "correction",
      by: visitor.person.id,
      at,
    });
    await tellApplicant(world, tx, application, at, {
      subject: "Une réponse de votre demande a été corrigée",
      lines: [
        `Le service a corrigé une erreur évidente dans votre dossier : « ${asked.question.label} »`,
        `Avant : ${before}\nAprès : ${after}\nPourquoi : ${reason}`,
        "Si cette correction n’est pas juste, écrivez-nous depuis votre espace.",
      ],
    });
    return {
      columns: { ...filed.columns, raw: correctedDraft(application.raw, revision.raw, reading.raw, path) },
      details: {
        ...filed.details,
        path,
        question: asked.question.label,
        before,
        after,
        reason,
        reopened: reopened.map((one) => one.key),
      },
      visibleToApplicant: true,
    };
  });
}

/** The settled points that the answers read again would reopen. */
export async function reopens(
  tx: Tx,
  application: Application,
  visitor: SignedVisitor,
  reading: Reading,
): Promise<readonly Reopened[]> {
  const file = await loadReviewed(tx, application.id, visitor.person.id);
  if (file === null) return [];
  return reopenedBy(instructionOf(file), instructionOf({ ...file, answers: reading.answers }));
}

/** What the applicant wrote and did not send, with the correction where they had not touched that answer themselves. */
export function correctedDraft(draft: Raw, filed: Raw, corrected: Raw, path: string): Raw {
  const value = corrected[path];
  const isUntouched = JSON.stringify(draft[path] ?? "") === JSON.stringify(filed[path] ?? "");
  return isUntouched && value !== undefined ? { ...draft, [path]: value } : draft;
}
