import type { ActRequest, Outcome } from "#src/life/index.ts";

/** A file of a batch, as the page that sends it saw it. */
export interface BatchedApplication {
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

/** How many files share a transaction: enough to read them at once, few enough that nobody waits long for one of them. */
const TOGETHER = 25;

/**
 * One act on many files, in groups that each stand whole in one transaction, every file under a key of its own: what was cut
 * short is taken up again by the same form, and no file is moved twice. A group that fails is taken up file by file.
 */
export async function eachGroup(
  files: readonly BatchedApplication[],
  key: string,
  perform: (requests: readonly ActRequest[]) => Promise<ReadonlyMap<string, Outcome>>,
): Promise<BatchOutcome> {
  const outcomes = new Map<string, Outcome>();
  const requests = files.map(({ id, version }) => ({ id, version, key: `${key}:${id}`, location: "/" }));
  for (let at = 0; at < requests.length; at += TOGETHER) {
    const group = requests.slice(at, at + TOGETHER);
    const alone = () => oneByOne(group, perform);
    const found = group.length === 1 ? await perform(group) : await perform(group).catch(alone);
    for (const [id, outcome] of found) outcomes.set(id, outcome);
  }
  const left = files.flatMap(({ id, number }) => {
    const outcome = outcomes.get(id) ?? { kind: "absent" as const };
    return outcome.kind === "done" ? [] : [{ number, why: whyNot(outcome) }];
  });
  return { done: files.length - left.length, left };
}

async function oneByOne(
  group: readonly ActRequest[],
  perform: (requests: readonly ActRequest[]) => Promise<ReadonlyMap<string, Outcome>>,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (const request of group) for (const [id, outcome] of await perform([request])) outcomes.set(id, outcome);
  return outcomes;
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
