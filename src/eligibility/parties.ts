import { type Assessment, fundedRule, type OpenScheme } from "#policy/index.ts";

/** What a scheme calls one of those that the money is for: « Structure ». */
export function partyWord(scheme: Pick<OpenScheme, "parties">): string {
  return fundedRule(scheme)?.word ?? "Partie";
}

/** « Structure 2 : Plus de 5 salariés », of what is about one party. */
export function situated(scheme: Pick<OpenScheme, "parties">, title: string, party: number | undefined): string {
  return party === undefined ? title : `${partyWord(scheme)} ${party + 1} : ${title}`;
}

/** The same, only where a file has several. */
export function partyTitle(
  scheme: Pick<OpenScheme, "parties">,
  title: string,
  party: number | undefined,
  { funding }: Assessment,
): string {
  return funding.parties.length < 2 ? title : situated(scheme, title, party);
}
