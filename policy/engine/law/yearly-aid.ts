/** An aid that a funder granted a beneficiary, whatever its scheme. Cents, and an ISO day. */
export interface GrantedAid {
  readonly cents: number;
  readonly grantedOn: string;
}

/** All that a funder granted a beneficiary in the year of a day, the first first. */
export interface YearlyAid<G extends GrantedAid = GrantedAid> {
  readonly year: string;
  readonly total: number;
  readonly grants: readonly G[];
}

/** What is granted from one 1 January to the next counts together: that of `on`. */
export function yearlyAid<G extends GrantedAid>(grants: readonly G[], on: string): YearlyAid<G> {
  const year = on.slice(0, 4);
  const ofYear = grants.filter(({ grantedOn }) => grantedOn.startsWith(`${year}-`));
  return {
    year,
    total: ofYear.reduce((sum, { cents }) => sum + cents, 0),
    grants: ofYear.toSorted((a, b) => a.grantedOn.localeCompare(b.grantedOn)),
  };
}

/**
 * Above this sum of a year, in cents, an agreement is needed (loi 2000-321, art. 10; décret 2001-495, art. 1), and its
 * essential data are published (décret 2017-779).
 */
export const AGREEMENT_ABOVE = 2_300_000;

/** Why an agreement is needed: the Union pays, whatever the sum (règlement 2021/1060, art. 73), or the sum of the year; null where neither. */
export type AgreementNeed = "union" | "sum" | null;

export function agreementNeed({ total }: Pick<YearlyAid, "total">, isPaidByUnion: boolean): AgreementNeed {
  if (isPaidByUnion) return "union";
  return total > AGREEMENT_ABOVE ? "sum" : null;
}
