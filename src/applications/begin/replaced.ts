import { type Day, frameworkOn, type Money, type Raw, valueAtPath } from "#policy/index.ts";
import { type Ledger, possibleAid, readApplication, sayAnswer, textOf } from "#src/life/index.ts";

/** An answer brought along that gives way to what the service knows, in words. */
export interface Replaced {
  readonly path: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What becomes of answers brought along when a request begins with them. */
export interface Beginning {
  readonly replaced: readonly Replaced[];
  readonly aidBefore: Money | null;
  readonly aidAfter: Money | null;
}

/** Compares what was brought with the draft that begins: nothing is replaced without a word. */
export function beginningOf(
  scheme: string,
  brought: Raw,
  raw: Raw,
  ledgers: ReadonlyMap<string, Ledger>,
  today: Day,
): Beginning {
  const read = (answers: Raw, known: ReadonlyMap<string, Ledger>) =>
    readApplication({ scheme, framework: frameworkOn(today).version, revision: 0, raw: answers }, known, [], today);
  const [before, after] = [read(brought, new Map()), read(raw, ledgers)];
  const replaced = after.questions.flatMap(({ question, path }): Replaced[] => {
    if (textOf(brought, path) === "") return [];
    const [was, is] = [valueAtPath(before.answers, path), valueAtPath(after.answers, path)];
    if (was === undefined || JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ path, label: question.label, before: sayAnswer(question, was), after: sayAnswer(question, is) }];
  });
  return { replaced, aidBefore: possibleAid(before), aidAfter: possibleAid(after) };
}
