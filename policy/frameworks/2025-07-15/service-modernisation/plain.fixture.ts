import type { CostFacts, ModernisationFacts } from "./facts.ts";
import type { ModernisationTerms } from "./terms.ts";

/** The lines and the money of 2.d in plain functions: another hand, to compare and to measure against. */

export type PlainCode = 0 | 1 | 2 | 3;
const [YES, JUDGE, ASK, NO] = [0, 1, 2, 3] as const;

/** The answer on one line. */
export function plainLine(line: CostFacts, terms: ModernisationTerms): PlainCode {
  const { nature, isInvestment, isPedagogical, ecoDesigned, accessible, paidElsewhere, paidOn } = line;
  let code: PlainCode = YES;
  const say = (answer: PlainCode) => {
    if (answer > code) code = answer;
  };
  if (nature == null) say(ASK);
  if (nature === "other") say(JUDGE);
  if (nature === "website") {
    if (ecoDesigned === false || accessible === false) say(JUDGE);
    else if (ecoDesigned == null || accessible == null) say(ASK);
  }
  if (isPedagogical === true) say(nature === "technical-platform" ? NO : JUDGE);
  if (nature === "staff" && terms.acceptsStaff !== true) say(terms.acceptsStaff === false ? NO : JUDGE);
  if (isInvestment === true && terms.investment !== "accepted") say(terms.investment === "refused" ? NO : JUDGE);
  if (paidElsewhere === true) say(JUDGE);
  const { costsFrom, costsUntil } = terms;
  if (paidOn != null && costsFrom != null && paidOn < costsFrom) say(NO);
  if (paidOn != null && costsUntil != null && paidOn > costsUntil) say(NO);
  return code;
}

export interface PlainMoney {
  readonly eligible: number | null;
  readonly aid: number | null;
}

const PUBLIC = ["esf-plus-2021-2027", "state", "opco", "other-public"];

/** What counts and what the Region pays, from the lines; nothing without a rate and a ceiling. */
export function plainMoney(
  facts: ModernisationFacts,
  codes: readonly PlainCode[],
  { rate, maxAid, countsVat }: ModernisationTerms,
): PlainMoney {
  const costs = facts.costs ?? [];
  if (rate == null || maxAid == null || costs.length === 0 || costs.some(({ amount }) => amount == null)) {
    return { eligible: null, aid: null };
  }
  let real = 0;
  let eligible = 0;
  for (const [index, { amount, vat, vatRecoverable }] of costs.entries()) {
    const borne = vatRecoverable === false ? (vat ?? 0) : 0;
    real += (amount ?? 0) + borne;
    if (codes[index] !== NO && codes[index] !== JUDGE) eligible += (amount ?? 0) + (countsVat === false ? 0 : borne);
  }
  let planned = 0;
  for (const { source, amount } of facts.project?.funding ?? []) {
    if (source != null && PUBLIC.includes(source)) planned += amount ?? 0;
  }
  const room = Math.max(0, real - (facts.otherPublicFunding ?? planned));
  const share = Number((BigInt(eligible) * BigInt(Math.round(rate * 1e6))) / 1_000_000n);
  return { eligible, aid: Math.min(share, maxAid, room) };
}
