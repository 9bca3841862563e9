import type { SourceShare } from "./figures.ts";

/** Code of the money of the funder that uses this service, in every version of the text. */
export const FUNDER = "region";

/** Who brings a share: the funder, another one that the scheme names, someone else, the beneficiary in worth or in cash. */
export type Payer = "funder" | "co-funder" | "other" | "in-kind" | "own";

export function payerOf({ source, kind }: Pick<SourceShare, "source" | "kind">): Payer {
  if (kind === "own" || kind === "in-kind") return kind;
  if (kind !== "aid") return "other";
  return source === FUNDER ? "funder" : "co-funder";
}

/** What pays beside the funder's aid and the beneficiary's cash: nothing is said of who pays nothing. */
export function paidBeside(sources: readonly SourceShare[]): readonly (SourceShare & { readonly amount: number })[] {
  return sources.flatMap((share) => {
    const { amount } = share;
    const payer = payerOf(share);
    return payer === "funder" || payer === "own" || amount === null || amount === 0 ? [] : [{ ...share, amount }];
  });
}
