import type { AskedHere } from "#policy/index.ts";
import type { RawValue } from "#src/life/index.ts";
import { settleCommune } from "#src/territory/index.ts";
import { cleanText, cutText } from "#text/index.ts";

/** Longest text kept of one field: far over what any question takes, so that what is too long is kept and told. */
const LONGEST = 20_000;

/** The same for one choice among several. */
const LONGEST_CHOICE = 500;

/** Name of the box beside a commune's field. */
type BoxName = (path: string) => string;

/**
 * The fields of a page, read for the questions it shows. A name that did not travel is left as it is kept; a
 * commune's box gives its code where only one answers to the text, else the text is kept beside.
 */
export function readPosted(
  fields: Readonly<Record<string, string | readonly string[]>>,
  questions: readonly Pick<AskedHere, "question" | "path">[],
  boxName: BoxName,
): ReadonlyMap<string, RawValue> {
  const values = new Map<string, RawValue>();
  for (const { question, path } of questions) {
    const sent = fields[path];
    if (question.control.kind === "commune") readCommune(fields, path, boxName(path), values);
    else if (sent !== undefined) values.set(path, question.control.kind === "choices" ? listOf(sent) : textOf(sent));
  }
  return values;
}

function readCommune(
  fields: Readonly<Record<string, string | readonly string[]>>,
  path: string,
  box: string,
  values: Map<string, RawValue>,
): void {
  const sent = fields[path];
  const typed = fields[box];
  if (sent === undefined && typed === undefined) return;
  const { code, text } = settleCommune(textOf(sent ?? ""), typed === undefined ? undefined : textOf(typed));
  values.set(path, code);
  values.set(box, code === "" ? text : "");
}

function textOf(value: string | readonly string[]): string {
  const text = typeof value === "string" ? value : (value.at(-1) ?? "");
  return cutText(cleanText(text), LONGEST);
}

function listOf(value: string | readonly string[]): readonly string[] {
  const list = typeof value === "string" ? [value] : value;
  return list
    .filter((one) => one !== "")
    .slice(0, 50)
    .map((one) => cutText(cleanText(one), LONGEST_CHOICE));
}
