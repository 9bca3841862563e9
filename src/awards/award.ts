import { cents, type Day, regimeStanding, sayDay, sayDays, sayMoney } from "#policy/index.ts";
import { type Measures, sayCountedAid } from "#src/life/index.ts";
import type { Ground, Refusal, RegimeOfApplication } from "#src/reviews/index.ts";

/** What the approver writes down of the vote. Money in cents. */
export interface AwardInput {
  readonly favourable: boolean;
  readonly decidedOn: Day | null;
  /** Its author confirms a day earlier than the opinion's validation: the vote was recorded here late. */
  readonly knowingly?: boolean;
  readonly deliberation: string;
  readonly aid: number | null;
  /** Why less is voted than the rules allow; asked only then. */
  readonly reason: string;
  /** Keys of the grounds of a rejection. */
  readonly grounds: readonly string[];
}

/** What one party may be granted, by the rules, on what was accepted and on what it already has. */
export interface PartyCeiling {
  readonly name: string;
  readonly siren: string | null;
  /** What is kept for it, by measure: `days`. */
  readonly measures: Measures;
  readonly aid: number;
}

/** What the vote is held against. */
export interface AwardContext {
  readonly today: Day;
  readonly filedOn: Day;
  /** The day on which the opinion that the vote follows was validated; null where it is not known. */
  readonly validatedOn: Day | null;
  readonly ceilings: readonly PartyCeiling[];
  readonly eligibleCosts: number;
  /** Conditions that a person or the rules found not met. */
  readonly unmet: readonly string[];
  readonly grounds: readonly Ground[];
  /** The regime of State aid that the call chose, and what counts under it; null where none bounds the aid. */
  readonly regime?: RegimeOfApplication | null;
}

/** What a structure is granted. */
export interface GrantedShare {
  readonly name: string;
  readonly siren: string | null;
  readonly measures: Measures;
  readonly aid: number;
}

export interface Award {
  readonly favourable: boolean;
  /** The day of the opinion's validation, where the vote was knowingly dated before it. */
  readonly datedBefore: Day | null;
  readonly aid: number;
  readonly eligibleCosts: number;
  readonly decidedOn: Day;
  readonly deliberation: string;
  /** Why less was voted than the rules allow; empty where all was. */
  readonly reason: string;
  readonly grounds: readonly Ground[];
  readonly shares: readonly GrantedShare[];
}

/** The decision, or every reason why it cannot be recorded, with the numbers. */
export function award(
  input: AwardInput,
  context: AwardContext,
): { readonly ok: Award } | { readonly refusals: readonly Refusal[] } {
  const refusals = [
    ...voteRefusals(input, context),
    ...(input.favourable ? aidRefusals(input, context) : groundRefusals(input, context)),
  ];
  if (refusals.length > 0 || input.decidedOn === null) return { refusals };
  const aid = input.favourable ? (input.aid ?? 0) : 0;
  return {
    ok: {
      favourable: input.favourable,
      datedBefore: isOutOfOrder(input, context) ? context.validatedOn : null,
      aid,
      eligibleCosts: context.eligibleCosts,
      decidedOn: input.decidedOn,
      deliberation: input.deliberation,
      reason: input.favourable && aid < mostOf(context.ceilings) ? input.reason : "",
      grounds: input.favourable ? [] : context.grounds.filter((ground) => input.grounds.includes(ground.key)),
      shares: input.favourable ? shareOut(aid, context.ceilings) : [],
    },
  };
}

/** Field that confirms a vote dated before the validation of the opinion it follows. */
export const KNOWINGLY = "apres-coup";

/** Dated before the validation: a slip, or a session of which the opinion reached the tool after it. */
function isOutOfOrder({ decidedOn }: AwardInput, { validatedOn }: AwardContext): boolean {
  return decidedOn !== null && validatedOn !== null && decidedOn < validatedOn;
}

function voteRefusals(input: AwardInput, context: AwardContext): Refusal[] {
  const refusals: Refusal[] = [];
  if (input.decidedOn === null) {
    refusals.push({ field: "date", message: "Indiquez la date du vote, par exemple 03/03/2026." });
  } else if (input.decidedOn > context.today) {
    refusals.push({ field: "date", message: "La date du vote ne peut pas être à venir." });
  } else if (input.decidedOn < context.filedOn) {
    refusals.push({ field: "date", message: `Le vote ne peut pas précéder le dépôt (${sayDay(context.filedOn)}).` });
  } else if (context.validatedOn !== null && isOutOfOrder(input, context) && input.knowingly !== true) {
    refusals.push({
      field: KNOWINGLY,
      message: `Cette date précède la validation de l’avis dans l’outil (${sayDay(context.validatedOn)}) : confirmez-la.`,
    });
  }
  if (input.deliberation === "") {
    refusals.push({ field: "deliberation", message: "Indiquez le numéro de la délibération." });
  } else if (input.deliberation.length > 60) {
    refusals.push({ field: "deliberation", message: "Le numéro de la délibération dépasse 60 caractères." });
  }
  return refusals;
}

function aidRefusals(input: AwardInput, context: AwardContext): Refusal[] {
  const refusals: Refusal[] = [];
  if (context.unmet.length > 0) {
    const list = context.unmet.join(", ");
    refusals.push({
      field: "aide",
      message: `Condition non remplie : ${list}. Renvoyez l’avis à l’instruction avant d’enregistrer un vote favorable.`,
    });
  }
  const most = mostOf(context.ceilings);
  if (input.aid === null || input.aid <= 0) {
    refusals.push({ field: "aide", message: "Indiquez le montant voté, en euros." });
  } else if (input.aid > most) {
    refusals.push({ field: "aide", message: `${overSentence(input.aid, most)} ${detailOf(context.ceilings)}` });
  } else if (input.aid < most && input.reason === "") {
    const message = `Le montant voté est inférieur à l’aide calculée (${sayMoney(cents(most))}) : dites pourquoi, la lettre le reprend.`;
    refusals.push({ field: "raison", message });
  }
  refusals.push(...regimeRefusals(input, context));
  if (input.reason.length > 1000) refusals.push({ field: "raison", message: "La raison dépasse 1 000 caractères." });
  return refusals;
}

/** A regime of State aid bounds the aid on the day of the vote, whatever was known of it when the file was filed. */
function regimeRefusals({ aid, decidedOn }: AwardInput, { regime }: AwardContext): Refusal[] {
  if (aid === null || decidedOn === null || regime == null) return [];
  const standing = regimeStanding(regime.name, regime.declared, regime.granted, decidedOn);
  if (standing === null || standing.had + aid <= standing.regime.ceiling) return [];
  const { had, counted } = standing;
  const { label, ceiling, law } = standing.regime;
  const room = sayMoney(cents(Math.max(0, ceiling - had)));
  const from = counted.map((one) => sayCountedAid(one)).join(" ; ");
  const message = `${label} : ${sayMoney(cents(had + aid))}, pour ${sayMoney(ceiling)} au plus (${law}). Il reste ${room} au ${sayDay(decidedOn)}. Déjà comptées : ${from === "" ? "aucune" : from}.`;
  return [{ field: "aide", message }];
}

/** Whether a favourable vote can be recorded: every condition is found met and something is left to fund. */
export function canAward(context: AwardContext): boolean {
  return context.unmet.length === 0 && mostOf(context.ceilings) > 0;
}

/** The highest aid that the rules allow for all the structures. */
export function mostOf(ceilings: readonly PartyCeiling[]): number {
  return ceilings.reduce((sum, one) => sum + one.aid, 0);
}

function overSentence(aid: number, most: number): string {
  return `Le montant voté (${sayMoney(cents(aid))}) dépasse ce que permettent les règles : ${sayMoney(cents(most))}.`;
}

function detailOf(ceilings: readonly PartyCeiling[]): string {
  return ceilings
    .map((one) => `${one.name} : ${saidMeasures(one.measures)}${sayMoney(cents(one.aid))} au plus.`)
    .join(" ");
}

function saidMeasures({ days }: Measures): string {
  return days === undefined ? "" : `${sayDays(days)}, `;
}

function groundRefusals(input: AwardInput, context: AwardContext): Refusal[] {
  const known = context.grounds.filter((ground) => input.grounds.includes(ground.key));
  return known.length === 0
    ? [{ field: "motifs", message: "Choisissez au moins un motif de droit : il figure dans la lettre de refus." }]
    : [];
}

/**
 * Divides an amount between structures in proportion to their ceilings, to the cent: none goes over its own, and the
 * shares add up to the amount. The amount must not exceed the sum of the ceilings.
 */
export function shareOut(aid: number, ceilings: readonly PartyCeiling[]): readonly GrantedShare[] {
  const most = ceilings.reduce((sum, one) => sum + one.aid, 0);
  const shares = ceilings.map((one) => ({
    name: one.name,
    siren: one.siren,
    measures: one.measures,
    aid: most === 0 ? 0 : Number((BigInt(aid) * BigInt(one.aid)) / BigInt(most)),
  }));
  let rest = aid - shares.reduce((sum, one) => sum + one.aid, 0);
  for (const [at, share] of shares.entries()) {
    const room = (ceilings[at]?.aid ?? 0) - share.aid;
    const given = Math.min(rest, room);
    share.aid += given;
    rest -= given;
  }
  return shares;
}
