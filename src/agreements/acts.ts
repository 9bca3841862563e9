import { parseDay } from "#policy/index.ts";
import { findAward, votedOnMore } from "#src/awards/index.ts";
import { type ActRequest, doAct, nextNumber, type Outcome, policyDay } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { keepFile, type ReceivedFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { type Refusal, reviewAct, reviewStep } from "#src/reviews/index.ts";
import { obstaclesTo } from "#src/selection/index.ts";
import {
  type Agreement,
  agreementNumber,
  type Before,
  lacksCountersigned,
  readSignature,
  type SignatureInput,
} from "./agreement.ts";
import { maySignAgreement } from "./may.ts";
import { addAgreement, findAgreement, setBeneficiarySignature, setCountersigned, setFunderSignature } from "./store.ts";

function refused(refusals: readonly Refusal[]) {
  return { refusals: refusals.map(({ field, message }) => ({ path: field, message })) };
}

/** Makes the agreement of a notified award: its number now, its pages by the job that follows. */
export function makeAgreement(world: World, visitor: SignedVisitor, request: ActRequest): Promise<Outcome> {
  return reviewStep(world, visitor, "make-agreement", request, async (tx, application, at) => {
    const award = await findAward(tx, application.id);
    if (award === null || !award.favourable) {
      return refused([{ field: "convention", message: "Aucune aide n’est votée pour ce dossier." }]);
    }
    const obstacles = [...(await obstaclesTo(tx, application)), ...votedOnMore(application, award)];
    if (obstacles.length > 0) return refused(obstacles.map((message) => ({ field: "convention", message })));
    const { year } = legalDay(at);
    const number = agreementNumber(year, await nextNumber(tx, `agreement:${year}`));
    await addAgreement(tx, { applicationId: application.id, number, aid: award.aid, by: visitor.person.id, at });
    return { details: { number, aid: award.aid }, letter: { number } };
  });
}

/** The beneficiary sends back the copy they signed, with its date and signatory; a new copy replaces the last. */
export function sendSignedCopy(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: SignatureInput,
  file: ReceivedFile | null,
): Promise<Outcome> {
  const may = (application: {
    readonly organisationId: string;
    readonly state: Parameters<typeof maySignAgreement>[1]["state"];
  }) => maySignAgreement(visitor, application);
  return doAct(world, visitor, "agreement-copy-signed", request, may, async (tx, application, at) => {
    if (application.state !== "agreement-to-sign") {
      return { refusals: [{ message: "Cette convention n’attend plus de signature." }] };
    }
    const agreement = await findAgreement(tx, application.id);
    if (agreement === null) throw new Error(`application ${application.id} to sign without an agreement`);
    const signature = readSignature(input, madeOf(agreement), policyDay(at));
    const refusals: Refusal[] = "refusals" in signature ? [...signature.refusals] : [];
    if (file === null) refusals.push({ field: "exemplaire", message: "Joignez l’exemplaire signé." });
    if ("refusals" in signature || file === null) return refused(refusals);
    await keepFile(world, tx, file, { by: visitor.person.id, at });
    await setBeneficiarySignature(tx, application.id, { ...signature.ok, fileId: file.stored.id });
    return {
      details: { ...signature.ok, sha256: file.stored.sha256, name: file.name },
      visibleToApplicant: true,
    };
  });
}

/** Records the funder's signature: the agreement is signed by both. A copy with both signatures stands once it is clean. */
export function signForFunder(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: SignatureInput,
  file: ReceivedFile | null,
): Promise<Outcome> {
  return reviewStep(world, visitor, "sign", request, async (tx, application, at) => {
    const agreement = await findAgreement(tx, application.id);
    if (agreement === null) throw new Error(`application ${application.id} to sign without an agreement`);
    const refusals: Refusal[] = (await obstaclesTo(tx, application)).map((message) => ({
      field: "exemplaire",
      message,
    }));
    if (agreement.signedFile === null || agreement.signedOn === null) {
      refusals.push({ field: "exemplaire", message: "Le bénéficiaire n’a pas encore déposé l’exemplaire signé." });
    } else if (agreement.signedFile.scan === "infected") {
      refusals.push({ field: "exemplaire", message: "L’exemplaire déposé contient un virus : demandez-en un autre." });
    } else if (agreement.signedFile.scan === "pending") {
      refusals.push({
        field: "exemplaire",
        message: "L’antivirus n’a pas encore contrôlé l’exemplaire déposé : vous pourrez signer dès qu’il sera ouvert.",
      });
    } else if (file === null) {
      refusals.push({
        field: "exemplaire",
        message: "Joignez l’exemplaire signé par les deux parties : le bénéficiaire le reçoit.",
      });
    }
    const theirs = agreement.signedOn === null ? null : parseDay(agreement.signedOn);
    const since =
      theirs === null
        ? madeOf(agreement)
        : { on: theirs, said: "La date de signature ne peut pas précéder celle du bénéficiaire." };
    const signature = readSignature(input, since, policyDay(at));
    if ("refusals" in signature) refusals.push(...signature.refusals);
    if (refusals.length > 0 || "refusals" in signature || file === null) return refused(refusals);
    await keepFile(world, tx, file, { by: visitor.person.id, at });
    await setFunderSignature(tx, application.id, { ...signature.ok, fileId: file.stored.id });
    return { details: { ...signature.ok, number: agreement.number, beneficiarySignedOn: agreement.signedOn } };
  });
}

/** Joins the copy with both signatures again, where the antivirus threw away the one that came with the signature. */
export function joinCountersigned(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  file: ReceivedFile | null,
): Promise<Outcome> {
  return reviewAct(world, visitor, "join-copy", "agreement-copy-signed", request, async (tx, application, at) => {
    const agreement = await findAgreement(tx, application.id);
    if (agreement === null || !lacksCountersigned(agreement)) {
      return refused([{ field: "exemplaire", message: "Cette convention n’attend pas d’autre exemplaire." }]);
    }
    if (file === null)
      return refused([{ field: "exemplaire", message: "Joignez l’exemplaire signé par les deux parties." }]);
    await keepFile(world, tx, file, { by: visitor.person.id, at });
    await setCountersigned(tx, application.id, file.stored.id);
    return { details: { name: file.name, sha256: file.stored.sha256 }, visibleToApplicant: true };
  });
}

/** A signature follows the making of its agreement. */
function madeOf({ madeAt }: Agreement): Before {
  return { on: policyDay(madeAt), said: "La date de signature ne peut pas précéder la convention." };
}
