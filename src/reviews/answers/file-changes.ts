import { differences, type OpenScheme, type Values } from "#policy/index.ts";
import { sayAnswer } from "#src/life/index.ts";
import type { ReviewedApplication } from "../file/file-store.ts";
import type { ChangedAnswer } from "../file/file-view.tsx";

/** What the last revision changed of the one before: answers by path, keys of papers. Nothing for a first revision. */
export function changedIn(
  scheme: OpenScheme,
  { previous, revision, answers }: Pick<ReviewedApplication, "previous" | "revision" | "answers">,
): { readonly changed: ReadonlyMap<string, ChangedAnswer>; readonly newPapers: ReadonlySet<string> } {
  if (previous === null) return { changed: new Map(), newPapers: new Set() };
  const found = differences(scheme.form, previous.facts as Values, answers, sayAnswer);
  const before = new Set(previous.attachments.map(({ key, sha256 }) => `${key} ${sha256}`));
  const papers = revision.attachments.filter(({ key, sha256 }) => !before.has(`${key} ${sha256}`));
  return { changed: new Map(found.map((one) => [one.path, one])), newPapers: new Set(papers.map(({ key }) => key)) };
}
