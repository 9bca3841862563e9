import { type GrantedAid, receivedIn } from "#policy/index.ts";
import type { ReviewFile } from "../file/file-store.ts";
import { schemeOf } from "../scheme.ts";

/** What counts under the regime of State aid that the call of a file chose: what is declared, what was granted here. */
export interface RegimeOfFile {
  readonly name: string;
  readonly declared: NonNullable<ReturnType<typeof receivedIn>>;
  readonly granted: readonly GrantedAid[];
}

export function regimeOf({ application, answers, regimeAids }: ReviewFile): RegimeOfFile | null {
  const { aidRegime, receivedAids } = schemeOf(application);
  if (aidRegime === undefined) return null;
  const declared = receivedAids === undefined ? null : receivedIn(answers, receivedAids);
  return { name: aidRegime, declared: declared ?? [], granted: regimeAids };
}
