import { type Day, parseDay, sayDay } from "#policy/index.ts";
import {
  type ActRequest,
  type Amendment,
  type Application,
  awaitsBeneficiary,
  doAct,
  findAmendments,
  type Outcome,
  policyDay,
  setAmendmentSent,
  setAmendmentSigned,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { keepFile, type ReceivedFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { type Refusal, reviewAct } from "#src/reviews/index.ts";
import { type Before, readSignature, refuseDay, type SignatureInput } from "./agreement.ts";
import { maySignAgreement } from "./may.ts";

/** True of an amendment whose copy signed by both is not kept yet, or was thrown away. */
export function lacksSignedCopy(amendment: Amendment | undefined): amendment is Amendment {
  return amendment !== undefined && (amendment.signedCopy === null || amendment.signedCopy.scan === "infected");
}

/** Keeps the amendment as both signed it, with the day of the last signature, from which it takes effect. */
export function signAmendment(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  signedOn: Day | null,
  file: ReceivedFile | null,
): Promise<Outcome> {
  const fact = "agreement-amendment-signed";
  return reviewAct(world, visitor, "amend-agreement", fact, request, async (tx, application, at) => {
    const amendment = (await findAmendments(tx, [application.id])).at(-1);
    if (!lacksSignedCopy(amendment)) {
      return refused([{ field: "exemplaire", message: "Cette convention n’attend pas d’avenant signé." }]);
    }
    const refusals = refuseDay(signedOn, voteOf(amendment), policyDay(at), "la dernière signature");
    if (file === null) refusals.push({ field: "exemplaire", message: "Joignez l’avenant signé par les deux parties." });
    if (refusals.length > 0 || signedOn === null || file === null) return refused(refusals);
    await keepFile(world, tx, file, { by: visitor.person.id, at });
    await setAmendmentSigned(tx, amendment.id, { signedOn, fileId: file.stored.id });
    const { number } = amendment;
    return { details: { number, signedOn, name: file.name, sha256: file.stored.sha256 }, visibleToApplicant: true };
  });
}

/** The beneficiary sends back the amendment that they signed; another copy takes its place until both have signed. */
export function sendSignedAmendment(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: SignatureInput,
  file: ReceivedFile | null,
): Promise<Outcome> {
  const may = (application: Pick<Application, "organisationId" | "state">) => maySignAgreement(visitor, application);
  return doAct(world, visitor, "agreement-copy-signed", request, may, async (tx, application, at) => {
    const amendment = (await findAmendments(tx, [application.id])).at(-1);
    if (amendment === undefined || amendment.documentId === null || amendment.signedOn !== null) {
      return { refusals: [{ message: "Aucun avenant n’attend votre signature." }] };
    }
    const signature = readSignature(input, voteOf(amendment), policyDay(at));
    const refusals: Refusal[] = "refusals" in signature ? [...signature.refusals] : [];
    if (file === null) refusals.push({ field: "exemplaire", message: "Joignez l’avenant signé." });
    if ("refusals" in signature || file === null) return refused(refusals);
    await keepFile(world, tx, file, { by: visitor.person.id, at });
    await setAmendmentSent(tx, amendment.id, { ...signature.ok, fileId: file.stored.id });
    const { number } = amendment;
    return {
      details: { ...signature.ok, number, sha256: file.stored.sha256, name: file.name },
      visibleToApplicant: true,
    };
  });
}

/** True of the last amendment of a file where its beneficiary has something to do. */
export function isToSign(amendment: Amendment | undefined): amendment is Amendment {
  return amendment !== undefined && awaitsBeneficiary(amendment);
}

/** An amendment follows the vote that it comes from. */
function voteOf({ decidedOn, number }: Amendment): Before {
  const day = parseDay(decidedOn);
  if (day === null) throw new Error(`amendment ${number} without a day`);
  return { on: day, said: `L’avenant suit le vote du ${sayDay(day)}.` };
}

function refused(refusals: readonly Refusal[]) {
  return { refusals: refusals.map(({ field, message }) => ({ path: field, message })) };
}
