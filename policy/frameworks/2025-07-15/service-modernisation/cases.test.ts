import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Funding } from "../../../engine/grants/assessment.ts";
import { day } from "../../../engine/values/day.ts";
import { serviceModernisation as scheme } from "./scheme.ts";

interface Case {
  readonly id: string;
  readonly title: string;
  readonly request: { readonly date: string; readonly facts: unknown; readonly terms?: unknown };
  readonly expect: {
    readonly eligibility?: string;
    readonly criteria?: Readonly<Record<string, string>>;
    readonly missing?: readonly string[];
    readonly funding?: Partial<Record<keyof Funding, unknown>>;
  };
}

const folder = new URL("./cases/", import.meta.url);
const cases = readdirSync(folder).map((name): Case => JSON.parse(readFileSync(new URL(name, folder), "utf8")));

describe("the worked cases", () => {
  it.each(cases)("$id: $title", ({ request, expect: expected }) => {
    const facts = scheme.parseFacts(request.facts);
    const terms = scheme.parseTerms(request.terms ?? {});
    if (!facts.ok || !terms.ok) throw new Error(JSON.stringify([facts, terms]));
    const today = day(request.date);
    const assessment = scheme.evaluate(facts.facts, { today, terms: terms.facts });
    const answer = scheme.toWire(assessment);
    const { criteria = {}, ...others } = expected;
    expect(answer).toMatchObject(others);
    const statuses = Object.fromEntries(assessment.criteria.map(({ id, status }) => [id, status]));
    expect(statuses).toMatchObject(criteria);
    const verdict = scheme.compile(today, {}, terms.facts)(facts.facts);
    expect(verdict.eligibility).toBe(assessment.eligibility);
    expect(verdict.figures.aid).toBe(assessment.funding.aid);
  });
});
