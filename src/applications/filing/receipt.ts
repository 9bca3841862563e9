import { z } from "zod";
import type { Assessment } from "#policy/index.ts";
import {
  type Application,
  appealsOf,
  besideOf,
  findApplication,
  findRevision,
  implicitRefusalDay,
  issueOnce,
  letterheadOf,
  localMoment,
  planOf,
  policyDay,
  possibleAid,
  postalLines,
  printedAttachments,
  printedSections,
  printedSources,
  type Revision,
  readApplication,
  seatOf,
} from "#src/life/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import type { World } from "#src/platform/world.ts";
import type { FunderWords } from "#text/index.ts";
import { type ReceiptLetter, receiptLetter } from "./receipt-letter.ts";
import { stepsAhead } from "./steps-ahead.ts";

const payload = z.object({ application: z.uuid(), revision: z.int() });

const alone = ({ voter }: FunderWords): readonly string[] => [
  "Un agent vérifie que votre dossier est complet. S’il manque quelque chose, il vous écrit et vous mène à l’endroit exact du formulaire.",
  "Le service instruit votre demande et rend un avis.",
  `${voter.capital} décide. Vous recevez sa décision par courriel et dans votre espace.`,
];

/** To a call, what follows is read from it, with its days. */
function nextSteps(world: World, application: Application, today: string): readonly string[] {
  if (application.call === null) return alone(world.config.funder.words);
  return stepsAhead(application, world.config.funder, today).map(({ when, what }) =>
    when === undefined ? what : `${when}. ${what}`,
  );
}

/** Makes the receipt of a filed request, then tells the applicant, the receipt joined. Done once, however often tried. */
export async function issueReceipt(world: World, given: unknown): Promise<void> {
  const { application: id, revision: number } = payload.parse(given);
  const found = await inTransaction(world.db, "system", async (tx) => {
    const application = await findApplication(tx, id);
    const revision = await findRevision(tx, id, number);
    if (application === null || revision === null) throw new Error(`no revision ${number} of application ${id}`);
    const by = revision.madeBy;
    const person =
      by === null ? null : await tx.selectFrom("person").select("name").where("id", "=", by).executeTakeFirst();
    const seat = await seatOf(tx, application.organisationId);
    return { application, revision, submittedBy: person?.name ?? null, address: postalLines(seat) };
  });
  const { application, revision } = found;
  const documentNumber = `${application.number ?? id}-AR${number}`;
  const data = receiptOf(world, application, revision, found);
  const { pdf } = await funderPdf(world.config, receiptLetter, data);
  await issueOnce(world, application, {
    kind: "receipt",
    number: documentNumber,
    name: `accuse-de-reception-${application.number ?? id}.pdf`,
    pdf,
    data,
    issuedAt: revision.madeAt,
    issuedBy: null,
    notice: "application-received",
    more: data.nextSteps,
  });
}

function receiptOf(
  world: World,
  application: Application,
  revision: Revision,
  { submittedBy, address }: { readonly submittedBy: string | null; readonly address: readonly string[] },
): ReceiptLetter {
  const filedOn = policyDay(revision.madeAt);
  const keys = revision.attachments.map((one) => one.key);
  // The answers were frozen with what the ledgers and other funders said then: nothing newer is put in their place.
  const pinned = { ...application, raw: revision.raw, framework: revision.framework, otherDecision: null };
  const reading = readApplication(pinned, new Map(), keys, filedOn);
  const receivedAt = application.submittedAt ?? revision.madeAt;
  return {
    letterhead: letterheadOf(world.config, application, reading.scheme.name, revision.madeAt, address),
    fileNumber: application.number ?? "",
    applicant: { name: application.organisationName, siren: application.organisationSiren },
    ...(submittedBy === null ? {} : { submittedBy }),
    scheme: reading.scheme.name,
    frameworkOf: reading.framework.deliberation.votedOn,
    projectTitle: application.title,
    receivedAt: localMoment(receivedAt),
    implicitRefusalOn: implicitRefusalDay(receivedAt).toString(),
    missing: [],
    nextSteps: nextSteps(world, application, filedOn.toString()),
    ...fundingOf(world, application, revision),
    appeals: appealsOf(world.config),
    revision: { number: revision.number, sha256: revision.hash },
    sections: printedSections(reading),
    attachments: printedAttachments(reading, revision.attachments),
    declarations: reading.scheme.declarations
      .filter((one) => revision.declarations.includes(one.id))
      .map((one) => one.label),
  };
}

/** The cost, the aid and who pays what, as they were frozen with the revision; nothing of an aid that is not possible. */
function fundingOf(world: World, application: Application, revision: Revision): Pick<ReceiptLetter, "funding"> {
  const assessment = revision.assessment as Assessment;
  const { realCost: presented, eligibleCosts: eligible, otherPublicFunding: other } = assessment.funding;
  const region = possibleAid({ assessment });
  if (presented === null || eligible === null || region === null) return {};
  const plan = planOf({ presented, eligible, other: other ?? 0, ...besideOf(assessment.funding) }, region);
  return { funding: { plan, sources: printedSources(plan, world.config.funder.name, application.organisationName) } };
}
