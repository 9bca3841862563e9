import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { day } from "../../../engine/values/day.ts";
import { consultingSupport } from "./scheme.ts";

const folder = new URL("./cases/", import.meta.url);

/** What the rules answer on a worked case, over HTTP: one line a thing said, so that a change is read where it is. */
function told(name: string): readonly string[] {
  const { request } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const read = consultingSupport.parseFacts(request.facts);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const assessment = consultingSupport.evaluate(read.facts, { today: day(request.date) });
  return linesOf(consultingSupport.toWire(assessment), "");
}

function linesOf(value: unknown, at: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [`${at} ${JSON.stringify(value)}`];
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return [`${at} ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, at === "" ? key : `${at}.${key}`));
}

// A change of the engine leaves all of this as it is; a change of the rules is read in it, and recorded with `vitest -u`.
it("answers on the worked cases what was recorded, under the same rules", async () => {
  const cases = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const text = [`rules ${consultingSupport.ruleSetHash}`, ...cases.flatMap((name) => ["", name, ...told(name)])];
  await expect(`${text.join("\n")}\n`).toMatchFileSnapshot("./golden.txt");
});
