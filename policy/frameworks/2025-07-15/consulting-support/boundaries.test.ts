import { describe, expect, it } from "vitest";
import { codeOf } from "../../../engine/rules/truth.ts";
import { day } from "../../../engine/values/day.ts";
import { rows } from "./boundaries.fixture.ts";
import { compile, evaluate, rules } from "./reading.fixture.ts";
import { expectedOf, foundIn } from "./row.fixture.ts";

describe("each boundary of consulting support", () => {
  it.each(rows)("$name", (row) => {
    expect(foundIn(row, rules)).toBe(expectedOf(row));
  });

  it.each(rows)("$name: the compiled reading says the same", (row) => {
    const today = day(row.today ?? "2026-03-02");
    const closed = row.closed ?? {};
    const assessment = evaluate(row.facts, { today, closedDoubts: closed });
    const verdict = compile(today, closed)(row.facts);
    const worst = rules.criteria.map(({ id }) =>
      Math.max(...assessment.criteria.filter((one) => one.id === id).map((one) => codeOf(one.status))),
    );
    const { eligibleCosts, aid, total, ownContribution } = assessment.funding;
    expect(verdict).toMatchObject({
      eligibility: assessment.eligibility,
      codes: worst,
      figures: { eligibleCosts, aid, total, ownContribution },
    });
  });
});
