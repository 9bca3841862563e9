import { act, holding, onceBecause, type Scene, type SignedVisitor } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import {
  canMove,
  type Helped,
  type Label,
  type Passed,
  type Referral,
  type ReferralAct,
  referralMoves,
} from "./referral.ts";
import { addReferral, adviserAddresses, lockReferral, removeLabel, saveLabel } from "./store.ts";

const chainOf = (id: string) => `referral:${id}`;

/** Records a referral with the organisation's consent, and tells the E3D service. Returns its id. */
export function askReferral(
  world: World,
  visitor: SignedVisitor,
  asked: { readonly organisationId: string; readonly need: string; readonly passed: Passed },
): Promise<string> {
  return act(world, visitor, async ({ tx, at, note }) => {
    const { year } = today(world.clock);
    const { id, number } = await addReferral(tx, { ...asked, by: visitor.person.id, at: at.toString(), year });
    await note({
      chain: chainOf(id),
      act: "referral-consented",
      organisation: asked.organisationId,
      // What is passed is named, never copied: a consent that is withdrawn leaves nothing here.
      details: { number, passes: Object.keys(asked.passed) },
    });
    for (const to of await adviserAddresses(tx)) {
      await postMail(world, tx, at, {
        to,
        subject: `Orientation ${number} à prendre en charge`,
        paragraphs: [
          "Un organisme demande à être mis en relation avec le service E3D.",
          `${world.origin}${urls.referralDesk.href({ id })}`,
        ],
        why: holding("conseillez au titre de E3D"),
      });
    }
    return id;
  });
}

export type ReferralOutcome = "done" | "absent" | "too-late";

/** One step of a referral: asked again under the lock, since another may have taken it meanwhile. */
function move(
  world: World,
  visitor: SignedVisitor,
  id: string,
  step: ReferralAct,
  columns: Readonly<Record<string, unknown>>,
  after: (scene: Scene, referral: Referral) => Promise<void> = async () => undefined,
): Promise<ReferralOutcome> {
  return act(world, visitor, async (scene) => {
    const { tx, note } = scene;
    const referral = await lockReferral(tx, id);
    if (referral === null) return "absent";
    if (!canMove(referral.state, step)) return "too-late";
    await tx
      .updateTable("referral")
      .set({ state: referralMoves[step].to, ...columns })
      .where("id", "=", id)
      .execute();
    await note({ chain: chainOf(id), act: factOf[step], organisation: referral.organisationId });
    await after(scene, referral);
    return "done";
  });
}

const factOf: Readonly<Record<ReferralAct, string>> = {
  "take-up": "referral-taken-up",
  answer: "referral-answered",
  close: "referral-closed",
  withdraw: "referral-withdrawn",
};

export function takeUp(world: World, visitor: SignedVisitor, id: string): Promise<ReferralOutcome> {
  return move(world, visitor, id, "take-up", { taken_by: visitor.person.id, taken_at: world.clock.now().toString() });
}

export function answerReferral(
  world: World,
  visitor: SignedVisitor,
  id: string,
  answer: string,
): Promise<ReferralOutcome> {
  const columns = { answer, answered_at: world.clock.now().toString() };
  return move(world, visitor, id, "answer", columns, async ({ tx, at }, { number, passed }) => {
    if (passed === null) return;
    await postMail(world, tx, at, {
      to: passed.contact.email,
      subject: `Réponse à votre demande ${number}`,
      paragraphs: [answer, `Dites-nous ensuite si cela vous a aidés : ${world.origin}${urls.referral.href({ id })}`],
      why: onceBecause("votre organisme vous a désigné pour cette mise en relation"),
    });
  });
}

export function closeReferral(
  world: World,
  visitor: SignedVisitor,
  id: string,
  evaluation: { readonly helped: Helped; readonly outcome: string },
): Promise<ReferralOutcome> {
  return move(world, visitor, id, "close", { ...evaluation, closed_at: world.clock.now().toString() });
}

/** Takes the consent back: what was passed is erased here, and the E3D service sees the referral no more. */
export function withdrawConsent(world: World, visitor: SignedVisitor, id: string): Promise<ReferralOutcome> {
  const gone = { need: null, passed: null, answer: null, outcome: null, helped: null };
  return move(
    world,
    visitor,
    id,
    "withdraw",
    { ...gone, withdrawn_at: world.clock.now().toString() },
    async ({ tx, at }, referral) => {
      if (referral.state === "closed") return;
      for (const to of await adviserAddresses(tx)) {
        await postMail(world, tx, at, {
          to,
          subject: `Orientation ${referral.number} : accord retiré`,
          paragraphs: [
            "L’organisme a retiré son accord. Ce qu’il avait transmis est effacé du service ; effacez-le aussi de vos dossiers.",
          ],
          why: holding("conseillez au titre de E3D"),
        });
      }
    },
  );
}

/** Declares the E3D label, or takes the declaration back. */
export function declareLabel(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  label: Label | null,
): Promise<void> {
  return act(world, visitor, async ({ tx, at, note }) => {
    if (label === null) await removeLabel(tx, organisationId);
    else await saveLabel(tx, organisationId, label, visitor.person.id, at.toString());
    await note({
      chain: `organisation:${organisationId}`,
      act: label === null ? "sustainability-label-withdrawn" : "sustainability-label-declared",
      organisation: organisationId,
      details: { ...label },
    });
  });
}
