import type { CompletionItem, CompletionRequest, ScanState } from "#src/life/index.ts";

const DOCUMENT = "document:";

/** The paper that an item asks for, by its key; null for a field. */
export function paperAsked(item: CompletionItem): string | null {
  return item.path.startsWith(DOCUMENT) ? item.path.slice(DOCUMENT.length) : null;
}

/** Paths that the applicant may change while answering: those asked, and those missing or wrong as the answers stand. */
export function reopenedPaths(
  request: CompletionRequest,
  reading: { readonly gaps: readonly { readonly path: string }[]; readonly errors: ReadonlyMap<string, string> },
): ReadonlySet<string> {
  const fields = request.items.filter((item) => paperAsked(item) === null).map((item) => item.path);
  return new Set([...fields, ...reading.gaps.map((gap) => gap.path), ...reading.errors.keys()]);
}

/** Papers that the applicant may join, replace or take away while answering, by their keys. */
export interface ReopenedPapers {
  has(key: string): boolean;
}

/**
 * The papers asked, new ones of a kind that is asked, and those that an answer has made missing; then what was joined
 * since the last revision, and what the antivirus threw away since it was filed. The rest of what was filed stays.
 */
export function reopenedPapers(
  request: Pick<CompletionRequest, "items">,
  reading: { readonly gaps: readonly { readonly path: string }[] },
  held: readonly { readonly id: string; readonly key: string; readonly scan: ScanState }[],
  filed: readonly { readonly id: string }[],
): ReopenedPapers {
  const asked = request.items.flatMap((item) => paperAsked(item) ?? []);
  const kinds = new Set(asked.map(kindOf));
  const missing = new Set(reading.gaps.map((gap) => gap.path));
  const frozen = new Set(filed.map((one) => one.id));
  return {
    has(key) {
      if (asked.includes(key)) return true;
      const here = held.filter((one) => one.key === key);
      if (here.some((one) => one.scan === "infected")) return true;
      if (here.some((one) => frozen.has(one.id))) return false;
      return here.length > 0 || kinds.has(kindOf(key)) || missing.has(`documents.${key}`);
    },
  };
}

/** `cv` of `cv:people.0`. */
function kindOf(key: string): string {
  return key.split(":", 1)[0] ?? key;
}
