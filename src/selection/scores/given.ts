import type { OpenScheme, Values } from "#policy/index.ts";
import { askables } from "#src/reviews/index.ts";

/** The paths of the answers that a file gives, among those that its form shows: a line of the grid may count them. */
export function givenIn(scheme: OpenScheme, answers: Values): ReadonlySet<string> {
  return new Set(askables(scheme, answers, []).flatMap(({ path, isMissing }) => (isMissing ? [] : [path])));
}
