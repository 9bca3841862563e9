import type { FunderWords } from "#text/index.ts";
import type { JournalRow } from "../file/file-store.ts";
import { factTitle } from "../journal/journal-words.ts";

/** What others did to a file since a visit, each kind once with how many times; the last first. */
export interface NewsOf {
  readonly title: string;
  readonly count: number;
}

/** A paper that somebody read changes nothing. */
const QUIET = new Set(["attachment-read", "file-followed", "file-left"]);

/** `since` is the end of the visit before; null where there was none, and nothing stands out then. */
export function newsSince(
  journal: readonly JournalRow[],
  since: string | null,
  funder: FunderWords,
): readonly NewsOf[] {
  if (since === null) return [];
  const counts = new Map<string, number>();
  for (const { at, act, mine } of journal) {
    if (at <= since || mine || QUIET.has(act)) continue;
    const title = factTitle(act, funder);
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].map(([title, count]) => ({ title, count }));
}
