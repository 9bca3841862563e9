import type { Outcome } from "#src/life/index.ts";

/** A file of a batch, as the page that sends it saw it. */
export interface BatchFile {
  readonly id: string;
  readonly number: string;
  readonly version: number;
}

export interface BatchOutcome {
  /** Files that the act moved, or had moved before. */
  readonly done: number;
  /** The others, each with its reasons. */
  readonly left: readonly { readonly number: string; readonly why: string }[];
}

/**
 * One act on many files, each whole in its own transaction under a key of its own: what was cut short is taken up again by
 * the same form, and no file is moved twice.
 */
export async function eachFile(
  files: readonly BatchFile[],
  key: string,
  perform: (file: BatchFile, key: string) => Promise<Outcome>,
): Promise<BatchOutcome> {
  let done = 0;
  const left: { number: string; why: string }[] = [];
  for (const file of files) {
    const outcome = await perform(file, `${key}:${file.id}`);
    if (outcome.kind === "done") done += 1;
    else left.push({ number: file.number, why: whyNot(outcome) });
  }
  return { done, left };
}

function whyNot(outcome: Exclude<Outcome, { kind: "done" }>): string {
  switch (outcome.kind) {
    case "absent":
      return "Ce dossier n’est plus là.";
    case "forbidden":
      return "Ce dossier n’est pas à vous.";
    case "stale":
      return "Ce dossier a changé entre-temps\u00a0: rouvrez la page.";
    case "refused":
      return outcome.refusals.map(({ message }) => message).join(" ");
  }
}
