import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../../../engine/values/day.ts";
import { transitions } from "./scheme.ts";

interface Case {
  readonly id: string;
  readonly title: string;
  readonly request: { readonly date: string; readonly facts: unknown };
  readonly expect: {
    readonly eligibility?: string;
    readonly criteria?: Readonly<Record<string, string>>;
    readonly missing?: readonly string[];
    readonly costs?: Readonly<Record<string, string>>;
    readonly funding?: Readonly<Record<string, string | null>>;
  };
}

const folder = new URL("./cases/", import.meta.url);
const cases = readdirSync(folder).map((name): Case => JSON.parse(readFileSync(new URL(name, folder), "utf8")));

describe("the worked cases", () => {
  it.each(cases)("$id: $title", ({ request, expect: expected }) => {
    const parsed = transitions.parseFacts(request.facts);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    const assessment = transitions.evaluate(parsed.facts, { today: day(request.date) });
    const answer = transitions.toWire(assessment);
    if (expected.eligibility !== undefined) expect(answer.eligibility).toBe(expected.eligibility);
    for (const [id, status] of Object.entries(expected.criteria ?? {})) {
      expect(assessment.criteria.filter((one) => one.id === id).map((one) => one.status)).toEqual([status]);
    }
    if (expected.missing !== undefined) expect(answer.missing).toEqual(expected.missing);
    for (const [index, status] of Object.entries(expected.costs ?? {})) {
      expect(answer.costs[Number(index)]).toMatchObject({ index: Number(index), status });
    }
    if (expected.funding !== undefined) expect(answer.funding).toMatchObject(expected.funding);
    const verdict = transitions.compile(day(request.date))(parsed.facts);
    expect(verdict.eligibility).toBe(assessment.eligibility);
    expect(verdict.figures.aid).toBe(assessment.funding.aid);
  });
});
