import { frameworkByVersion } from "#policy/index.ts";

/** What a version of the text says for a criterion, sentence by sentence; empty where nothing is quoted. */
export function quotationOf(version: string, criterion: string): readonly string[] {
  for (const scheme of frameworkByVersion(version)?.schemes ?? []) {
    const found = scheme.status === "open" ? scheme.words.quotations[criterion] : undefined;
    if (found !== undefined) return found;
  }
  return [];
}
