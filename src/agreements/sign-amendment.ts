import { type Day, sayDay } from "#policy/index.ts";
import { type ActRequest, type Outcome, policyDay } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { keepFile, type ReceivedFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { type Refusal, reviewAct } from "#src/reviews/index.ts";
import type { Agreement } from "./agreement.ts";
import { type Amendment, findAmendment } from "./amend.ts";
import { findAgreement, setAmendmentSigned } from "./store.ts";

/** True of an amendment whose copy signed by both is not kept yet, or was thrown away. */
export function lacksSignedAmendment(
  agreement: Pick<Agreement, "amendmentCopy">,
  amendment: Amendment | null,
): amendment is Amendment {
  const { amendmentCopy } = agreement;
  return amendment !== null && (amendmentCopy === null || amendmentCopy.scan === "infected");
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
    const [agreement, amendment] = [await findAgreement(tx, application.id), await findAmendment(tx, application.id)];
    if (agreement === null || !lacksSignedAmendment(agreement, amendment)) {
      return refused([{ field: "exemplaire", message: "Cette convention n’attend pas d’avenant signé." }]);
    }
    const refusals: Refusal[] = [];
    if (signedOn === null)
      refusals.push({ field: "date", message: "Indiquez la date de la dernière signature, par exemple 03/03/2026." });
    else if (signedOn > policyDay(at))
      refusals.push({ field: "date", message: "La date de signature ne peut pas être à venir." });
    else if (signedOn < amendment.decidedOn)
      refusals.push({ field: "date", message: `L’avenant suit le vote du ${sayDay(amendment.decidedOn)}.` });
    if (file === null) refusals.push({ field: "exemplaire", message: "Joignez l’avenant signé par les deux parties." });
    if (refusals.length > 0 || signedOn === null || file === null) return refused(refusals);
    await keepFile(world, tx, file, { by: visitor.person.id, at });
    await setAmendmentSigned(tx, application.id, { signedOn, fileId: file.stored.id });
    const { number } = amendment;
    return { details: { number, signedOn, name: file.name, sha256: file.stored.sha256 }, visibleToApplicant: true };
  });
}

function refused(refusals: readonly Refusal[]) {
  return { refusals: refusals.map(({ field, message }) => ({ path: field, message })) };
}
