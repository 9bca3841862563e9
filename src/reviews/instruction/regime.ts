import { type GrantedAid, receivedIn } from "#policy/index.ts";
import type { ReviewedApplication } from "../file/file-store.ts";
import { schemeOf } from "../scheme.ts";

/** What counts under the regime of State aid that the call of a file chose: what is declared, what was granted here. */
export interface RegimeOfApplication {
  readonly name: string;
  readonly declared: NonNullable<ReturnType<typeof receivedIn>>;
  readonly granted: readonly GrantedAid[];
}

export function regimeOf({ application, answers, regimeAids }: ReviewedApplication): RegimeOfApplication | null {
  const { aidRegime, receivedAids } = schemeOf(application);
  if (aidRegime === undefined) return null;
  const declared = receivedAids === undefined ? null : receivedIn(answers, receivedAids);
  return { name: aidRegime, declared: declared ?? [], granted: regimeAids };
}
