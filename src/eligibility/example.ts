import type { OpenScheme, Values } from "#policy/index.ts";

/** The example of a scheme as its rules read it. Throws where a version no longer takes it: its test says so first. */
export function readExample(scheme: OpenScheme): Values {
  const read = scheme.parseFacts(scheme.words.example.facts);
  if (!read.ok) throw new Error(`${scheme.slug} does not read the example: ${JSON.stringify(read.errors)}`);
  return read.facts;
}

/** What the rules say of the example, on its day. */
export function assessExample(scheme: OpenScheme): ReturnType<OpenScheme["evaluate"]> {
  const { on, terms } = scheme.words.example;
  return scheme.evaluate(readExample(scheme), { today: on, ...(terms === undefined ? null : { terms }) });
}
