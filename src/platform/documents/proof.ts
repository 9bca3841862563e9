import type { DocumentTemplate } from "./template.ts";
import { createTypesetter, type TypesettingJob } from "./typesetter.ts";

/** What a printer pulls before the run: the page as it reads, and what the compiler complains of. For tests only. */
export interface Proof {
  readonly pages: number;
  readonly title: string;
  readonly warnings: readonly unknown[];
  /** Every text of every page in reading order, running heads included, without any space. */
  readonly text: string;
  /** Stretches of text as they are printed; none goes over the end of a line. */
  readonly runs: readonly string[];
  /** Whether a passage is printed, whatever spaces and line breaks lie in it. */
  says(passage: string): boolean;
}

const typesetter = createTypesetter();

export function pullProof<Data>(
  template: DocumentTemplate<Data>,
  data: Data,
  options: Partial<TypesettingJob> = {},
): Proof {
  const job = { ...options, path: template.path, data };
  const compiler = typesetter.compilerOf(job);
  const outcome = compiler.compile(typesetter.source(job));
  const warnings = outcome.takeWarnings()?.shortDiagnostics ?? [];
  const document = outcome.result;
  if (!document) throw new Error(JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics));
  typesetter.pdf(job);
  const runs = runsOf(compiler.svg(document));
  const text = squeeze(runs.join(""));
  return {
    pages: document.numOfPages,
    title: document.title ?? "",
    warnings,
    text,
    runs,
    says: (passage) => text.includes(squeeze(passage)),
  };
}

function runsOf(svg: string): readonly string[] {
  return Array.from(svg.matchAll(/class="tsel"[^>]*>([^<]*)</g), (passage) => unescapeXml(passage[1] ?? ""));
}

function squeeze(text: string): string {
  return text.replaceAll(/[\s\u200b]/g, "");
}

function unescapeXml(text: string): string {
  return text
    .replaceAll(/&(?:lt|gt|quot|apos|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll("&amp;", "&");
}

const ENTITIES: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&#39;": "'",
  "&#x27;": "'",
};
