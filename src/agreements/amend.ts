import { sql } from "kysely";
import { cents, type Day, parseDay, sayDay, sayMoney } from "#policy/index.ts";
import { findAward, grantShares, shareOut } from "#src/awards/index.ts";
import { type ActRequest, type Application, chainOf, type Outcome, policyDay } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { ask, type Read, rowsOf } from "#src/platform/database/read.ts";
import { enqueue } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { type Refusal, reviewAct } from "#src/reviews/index.ts";
import { keepCommitted } from "#src/selection/index.ts";
import { findAgreement } from "./store.ts";

/** The fact that an amendment is. */
const AMENDED = "agreement-amended";

/** What an officer writes of an amendment. Money in cents. */
export interface AmendmentInput {
  /** What the aid comes down to: nothing, where nothing is owed any more. */
  readonly aid: number | null;
  readonly deliberation: string;
  readonly decidedOn: Day | null;
  readonly reason: string;
}

/** An amendment as it was made: what it says, and of what. */
export interface Amendment {
  readonly number: string;
  readonly before: number;
  readonly aid: number;
  readonly deliberation: string;
  readonly decidedOn: Day;
  readonly reason: string;
}

/** The amendment of a file, or null: the journal is where it is written down. */
export function findAmendment(tx: Tx, applicationId: string): Promise<Amendment | null> {
  return ask(tx, amendmentOf(applicationId));
}

/** The same, to be read with other things. */
export function amendmentOf(applicationId: string): Read<Amendment | null> {
  return rowsOf(
    sql<{ details: Amendment }>`
      SELECT j.details FROM journal j WHERE j.chain = ${chainOf(applicationId)} AND j.act = ${AMENDED} LIMIT 1`,
    ([row]) => row?.details ?? null,
  );
}

/** True of a signed agreement that says what holds no more: another funder took back what the aid completes. */
export function asksAmendment({ otherDecision, state }: Pick<Application, "otherDecision" | "state">): boolean {
  return state === "signed" && otherDecision?.selected === false;
}

/**
 * Amends a signed agreement once another funder took its aid back: the aid comes down to what the assembly says, its
 * envelopes are given the rest back, and the amendment leaves to be signed.
 */
export function amendAgreement(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: AmendmentInput,
): Promise<Outcome> {
  return reviewAct(world, visitor, "amend-agreement", AMENDED, request, async (tx, application, at) => {
    const agreement = await findAgreement(tx, application.id);
    const award = await findAward(tx, application.id);
    const withdrawn = parseDay(application.otherDecision?.decidedOn ?? "");
    if (!asksAmendment(application) || agreement === null || award === null || withdrawn === null) {
      return refused([
        { field: "", message: "Rien n’est à amender\u00a0: aucun autre financeur n’a retiré son aide." },
      ]);
    }
    if ((await findAmendment(tx, application.id)) !== null) {
      return refused([{ field: "", message: "L’avenant est déjà établi." }]);
    }
    const read = readAmendment(input, agreement.aid, withdrawn, policyDay(at));
    if ("refusals" in read) return refused(read.refusals);
    const amendment: Amendment = { ...read.ok, number: `${agreement.number}-A1`, before: agreement.aid };
    await grantShares(tx, application.id, shareOut(amendment.aid, award.shares), amendment.decidedOn);
    await keepCommitted(tx, new Map([[application.id, amendment.aid]]));
    const payload = { application: application.id, actor: visitor.person.id, at: at.toString() };
    await enqueue(tx, "issue-agreement-amendment", payload, `amendment:${application.id}`);
    return { columns: { decidedAid: amendment.aid }, details: { ...amendment }, visibleToApplicant: true };
  });
}

/** The terms of an amendment, or every reason why it cannot be made. */
export function readAmendment(
  { aid, deliberation, decidedOn, reason }: AmendmentInput,
  agreed: number,
  withdrawnOn: Day,
  today: Day,
): { readonly ok: Omit<Amendment, "number" | "before"> } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const most = sayMoney(cents(agreed));
  if (aid === null)
    refusals.push({ field: "aide", message: "Indiquez l’aide qui reste, en euros\u00a0; 0 s’il n’en reste pas." });
  else if (aid >= agreed) refusals.push({ field: "aide", message: `L’aide baisse\u00a0: moins que ${most}.` });
  else if (aid > 0 && reason === "") {
    refusals.push({ field: "raison", message: "Dites pourquoi une aide reste due\u00a0: l’avenant le reprend." });
  }
  if (reason.length > 1000) refusals.push({ field: "raison", message: "La raison dépasse 1\u202f000 caractères." });
  if (deliberation === "") refusals.push({ field: "deliberation", message: "Indiquez le numéro de la délibération." });
  else if (deliberation.length > 60) refusals.push({ field: "deliberation", message: "60 caractères au plus." });
  if (decidedOn === null)
    refusals.push({ field: "date", message: "Indiquez la date du vote, par exemple 03/03/2026." });
  else if (decidedOn > today) refusals.push({ field: "date", message: "La date du vote ne peut pas être à venir." });
  else if (decidedOn < withdrawnOn) {
    refusals.push({ field: "date", message: `Le vote suit le retrait de l’autre aide (${sayDay(withdrawnOn)}).` });
  }
  return refusals.length > 0 || aid === null || decidedOn === null
    ? { refusals }
    : { ok: { aid, deliberation, decidedOn, reason } };
}

function refused(refusals: readonly Refusal[]) {
  return { refusals: refusals.map(({ field, message }) => ({ path: field, message })) };
}
