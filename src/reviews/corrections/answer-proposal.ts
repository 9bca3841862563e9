import { sql } from "kysely";
import type { Raw } from "#policy/index.ts";
import {
  answerProposal,
  type CorrectionProposal,
  fileRevision,
  listProposals,
  paperOf,
} from "#src/applications/index.ts";
import {
  type ActRequest,
  type Application,
  type FiledAttachment,
  findAttachment,
  latestRevision,
  type Outcome,
  type Refusal,
  tellApplicant,
  type Written,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { lengthOf } from "#text/index.ts";
import { reviewRights } from "../may.ts";
import { reviewAct } from "../reviewing.ts";
import { correctedDraft, KNOWINGLY, readRevision, reopens } from "./correct.ts";

export interface ProposalReply {
  readonly proposal: string;
  readonly accepted: boolean;
  /** Read by the applicant; needed where it is refused. */
  readonly reason: string;
  /** True once its author has read which settled points it reopens. */
  readonly knowingly: boolean;
}

type Work = { readonly refusals: readonly Refusal[] } | Written;

/** Answers a correction that the applicant proposed: accepted, it makes a new version; refused, nothing changes. */
export function replyToProposal(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  reply: ProposalReply,
): Promise<Outcome> {
  const fact = reply.accepted ? "correction-accepted" : "correction-refused";
  return reviewAct(world, visitor, "answer-proposal", fact, request, async (tx, application, at): Promise<Work> => {
    const { accepted, reason } = reply;
    const proposal = (await listProposals(tx, application.id)).find((one) => one.id === reply.proposal);
    if (proposal === undefined) return { refusals: [{ message: "Cette proposition n’est pas dans ce dossier." }] };
    if (!accepted && reason === "")
      return { refusals: [{ path: "motif", message: "Dites pourquoi : le demandeur lira ce motif." }] };
    if (lengthOf(reason) > 2000) return { refusals: [{ path: "motif", message: "2\u202f000 caractères au plus." }] };
    const person = visitor.person.id;
    if (!(await answerProposal(tx, proposal.id, { person, accepted, answer: reason }, at)))
      return { refusals: [{ message: "Un agent a déjà répondu à cette proposition." }] };
    const { label, before, after, path } = proposal;
    const details = {
      proposal: proposal.id,
      path,
      question: label,
      before,
      after,
      ...(reason === "" ? {} : { reason }),
    };
    const made = accepted
      ? await accept(tx, application, visitor, proposal, reply.knowingly, at)
      : { columns: {}, details: {} };
    if ("refusals" in made) return made;
    await tellApplicant(world, tx, application, at, told(proposal, accepted, reason));
    return { columns: made.columns, details: { ...made.details, ...details }, visibleToApplicant: true };
  });
}

function told({ label, before, after }: CorrectionProposal, accepted: boolean, reason: string) {
  const why = reason === "" ? [] : [`Le service ajoute : ${reason}`];
  return accepted
    ? {
        subject: "Votre correction est acceptée",
        lines: [
          `« ${label} »`,
          `Avant : ${before || "rien"}\nAprès : ${after}`,
          "Une nouvelle version de votre dossier est faite ; l’ancienne est gardée.",
          ...why,
        ],
      }
    : {
        subject: "Votre correction n’est pas acceptée",
        lines: [`« ${label} » reste : ${before || "rien"}`, `Pourquoi : ${reason}`],
      };
}

/** The next version, with the answer or the paper that was proposed. */
async function accept(
  tx: Tx,
  application: Application,
  visitor: SignedVisitor,
  proposal: CorrectionProposal,
  knowingly: boolean,
  at: Parameters<typeof answerProposal>[3],
) {
  if (reviewRights.correct.states?.includes(application.state) !== true) {
    const message = "L’avis est rendu : renvoyez-le à l’instruction avant d’accepter une correction, ou refusez-la.";
    return { refusals: [{ message }] };
  }
  const revision = await latestRevision(tx, application.id);
  if (revision === null) throw new Error(`application ${application.id} was never filed`);
  const changed = await changeOf(tx, application, revision, proposal, at.toString());
  if ("refusals" in changed) return changed;
  const { raw, attachments } = changed;
  const reading = await readRevision(tx, application, { ...revision, attachments }, raw);
  const error = reading.errors.get(proposal.path);
  if (error !== undefined) return { refusals: [{ message: `La réponse proposée ne se lit plus : ${error}` }] };
  const reopened = await reopens(tx, application, visitor, reading);
  if (reopened.length > 0 && !knowingly) {
    return { refusals: reopened.map(({ message }) => ({ path: KNOWINGLY, message })) };
  }
  const { declarations } = revision;
  const by = visitor.person.id;
  const filed = await fileRevision(tx, application, {
    reading,
    attachments,
    declarations,
    cause: "correction",
    by,
    at,
  });
  return {
    columns: { ...filed.columns, raw: correctedDraft(application.raw, revision.raw, reading.raw, proposal.path) },
    details: { ...filed.details, reopened: reopened.map((one) => one.key) },
  };
}

interface Changed {
  readonly raw: Raw;
  readonly attachments: readonly FiledAttachment[];
}

async function changeOf(
  tx: Tx,
  application: Application,
  revision: Changed,
  proposal: CorrectionProposal,
  at: string,
): Promise<Changed | { readonly refusals: readonly Refusal[] }> {
  const { raw, attachments } = revision;
  const key = paperOf(proposal.path);
  if (key === null || proposal.attachmentId === null)
    return { raw: { ...raw, [proposal.path]: proposal.value ?? "" }, attachments };
  const paper = await findAttachment(tx, application.id, proposal.attachmentId);
  if (paper === null || paper.scan === "infected")
    return { refusals: [{ message: "L’antivirus a écarté ce fichier : refusez la proposition." }] };
  if (paper.scan === "pending")
    return { refusals: [{ message: "L’antivirus contrôle encore ce fichier : réessayez dans un moment." }] };
  await sql`SELECT adopt_attachment(${application.id}::uuid, ${paper.id}::uuid, ${at}::timestamptz)`.execute(tx);
  return { raw, attachments: [...attachments.filter((one) => one.key !== key), paper] };
}
