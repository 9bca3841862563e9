import { cents, type Day, parseDay, sayDay, sayMoney, type TrackDecision } from "#policy/index.ts";
import { findAward, grantShares, type RecordedAward, shareOut } from "#src/awards/index.ts";
import {
  type ActRequest,
  type Amendment,
  type Application,
  addAmendment,
  findAmendments,
  type Outcome,
  policyDay,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { enqueue } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { endTasks, instructionOf, loadReviewed, type Refusal, reviewAct } from "#src/reviews/index.ts";
import { AMENDMENT_TASK, brokenBy, keepCommitted } from "#src/selection/index.ts";
import { findAgreement } from "./store.ts";

/** What an officer writes of an amendment. Money in cents. */
export interface AmendmentInput {
  /** What the aid comes down to: nothing, where nothing is owed any more. */
  readonly aid: number | null;
  readonly deliberation: string;
  readonly decidedOn: Day | null;
  readonly reason: string;
}

/** What an amendment is held against. */
export interface ToAmend {
  readonly cause: TrackDecision;
  /** The aid that stands until then, in cents. */
  readonly agreed: number;
  /** What the rules still allow where the other funder retains less; null where it took all back. */
  readonly most: number | null;
  /** Conditions that held and no longer do, in words. */
  readonly broken: readonly string[];
}

/**
 * The word of the other funder that a signed agreement no longer agrees with: it took its aid back, or retains less than
 * what the aid was reckoned on. Null where what was agreed, or last amended, stands.
 */
export function amendmentDue(
  { otherDecision: word, state }: Pick<Application, "otherDecision" | "state">,
  award: Pick<RecordedAward, "eligibleCosts">,
  amendments: readonly Amendment[],
): TrackDecision | null {
  const last = amendments.at(-1)?.cause;
  if (state !== "signed" || word === null || last?.selected === false) return null;
  if (!word.selected) return word;
  return word.retained !== null && word.retained < (last?.retained ?? award.eligibleCosts) ? word : null;
}

/** What an amendment of this file would be held against; null where none is due. */
export async function toAmend(
  tx: Tx,
  application: Application,
  award: RecordedAward,
  amendments: readonly Amendment[],
  me: string,
): Promise<ToAmend | null> {
  const cause = amendmentDue(application, award, amendments);
  if (cause === null) return null;
  const agreed = application.decidedAid ?? award.aid;
  if (!cause.selected) return { cause, agreed, most: null, broken: [] };
  const file = await loadReviewed(tx, application.id, me);
  if (file === null) throw new Error(`file ${application.id} cannot be read by who amends it`);
  const { asked, accepted, ceiling } = instructionOf(file);
  return { cause, agreed, most: ceiling ?? 0, broken: brokenBy(asked, accepted).map(({ title }) => title) };
}

/**
 * Amends a signed agreement once another funder took its aid back or lowered it: the aid comes down to what the assembly
 * says, its envelopes are given the rest back, and the amendment leaves to be signed.
 */
export function amendAgreement(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: AmendmentInput,
): Promise<Outcome> {
  return reviewAct(world, visitor, "amend-agreement", "agreement-amended", request, async (tx, application, at) => {
    const { id } = application;
    const agreement = await findAgreement(tx, id);
    const award = await findAward(tx, id);
    const made = await findAmendments(tx, [id]);
    const due = award === null ? null : await toAmend(tx, application, award, made, visitor.person.id);
    if (agreement === null || award === null || due === null) {
      const message =
        made.length > 0
          ? "L’avenant est déjà établi."
          : "Rien n’est à amender\u00a0: aucun autre financeur n’a retiré ni baissé son aide.";
      return refused([{ field: "", message }]);
    }
    const read = readAmendment(input, due, policyDay(at));
    if ("refusals" in read) return refused(read.refusals);
    const number = `${agreement.number}-A${made.length + 1}`;
    const said = { ...read.ok, number, before: due.agreed, cause: due.cause };
    await addAmendment(tx, { ...said, applicationId: id, by: visitor.person.id, at });
    // Less is granted, on the day of the vote that granted it: what counts over a time counts from there.
    await grantShares(tx, id, shareOut(said.aid, award.shares), award.decidedOn);
    await keepCommitted(tx, new Map([[id, said.aid]]));
    await endTasks(tx, application, AMENDMENT_TASK, visitor, at);
    const payload = { application: id, actor: visitor.person.id, at: at.toString(), number };
    await enqueue(tx, "issue-agreement-amendment", payload, `amendment:${number}`);
    return { columns: { decidedAid: said.aid }, details: said, visibleToApplicant: true };
  });
}

/** The terms of an amendment, or every reason why it cannot be made. */
export function readAmendment(
  { aid, deliberation, decidedOn, reason }: AmendmentInput,
  due: ToAmend,
  today: Day,
):
  | { readonly ok: Pick<Amendment, "aid" | "deliberation" | "reason"> & { readonly decidedOn: Day } }
  | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [...aidRefusals(aid, reason, due)];
  const since = parseDay(due.cause.decidedOn);
  if (reason.length > 1000) refusals.push({ field: "raison", message: "La raison dépasse 1\u202f000 caractères." });
  if (deliberation === "") refusals.push({ field: "deliberation", message: "Indiquez le numéro de la délibération." });
  else if (deliberation.length > 60) refusals.push({ field: "deliberation", message: "60 caractères au plus." });
  if (decidedOn === null)
    refusals.push({ field: "date", message: "Indiquez la date du vote, par exemple 03/03/2026." });
  else if (decidedOn > today) refusals.push({ field: "date", message: "La date du vote ne peut pas être à venir." });
  else if (since !== null && decidedOn < since) {
    const what = due.cause.selected ? "la baisse" : "le retrait";
    refusals.push({ field: "date", message: `Le vote suit ${what} de l’autre aide (${sayDay(since)}).` });
  }
  return refusals.length > 0 || aid === null || decidedOn === null
    ? { refusals }
    : { ok: { aid, deliberation, decidedOn, reason } };
}

function aidRefusals(aid: number | null, reason: string, { agreed, most, broken }: ToAmend): readonly Refusal[] {
  if (aid === null)
    return [{ field: "aide", message: "Indiquez l’aide qui reste, en euros\u00a0; 0 s’il n’en reste pas." }];
  if (aid >= agreed) return [{ field: "aide", message: `L’aide baisse\u00a0: moins que ${sayMoney(cents(agreed))}.` }];
  if (most !== null && aid > most) {
    return [{ field: "aide", message: `Sur le total retenu, les règles permettent ${sayMoney(cents(most))} au plus.` }];
  }
  if (reason !== "") return [];
  if (most === null) {
    return aid === 0
      ? []
      : [{ field: "raison", message: "Dites pourquoi une aide reste due\u00a0: l’avenant le reprend." }];
  }
  if (aid < most) {
    const computed = sayMoney(cents(most));
    return [
      {
        field: "raison",
        message: `Dites pourquoi moins que l’aide calculée (${computed})\u00a0: l’avenant le reprend.`,
      },
    ];
  }
  const unmet = `Avec ce total, une condition n’est plus remplie\u00a0: ${broken.join(", ")}.`;
  return broken.length === 0 ? [] : [{ field: "raison", message: `${unmet} Dites pourquoi une aide reste due.` }];
}

function refused(refusals: readonly Refusal[]) {
  return { refusals: refusals.map(({ field, message }) => ({ path: field, message })) };
}
