import { describe, expect, it } from "vitest";
import type { Funding } from "../../../engine/grants/assessment.ts";
import { euros } from "../../../engine/values/money.ts";
import { nothing } from "./nothing.ts";

const funding = (of: { eligible: number; real: number; other?: number; inKind?: number }): Funding => ({
  aid: euros(0),
  total: euros(0),
  eligibleCosts: euros(of.eligible),
  realCost: euros(of.real),
  otherPublicFunding: euros(of.other ?? 0),
  ownContribution: euros(0),
  hasUnknown: false,
  isEstimate: false,
  sources: [{ source: "in-kind", label: "Apports en nature", kind: "in-kind", amount: euros(of.inKind ?? 0) }],
  parties: [],
  steps: [],
});

describe("an aid of nothing has its true cause (TR-5, TR-6, TR-13)", () => {
  it.each([
    [{ eligible: 0, real: 5_000 }, "TR-6, aucune dépense retenue"],
    [{ eligible: 5_000, real: 5_000, inKind: 5_000 }, "TR-13, apports en nature seuls"],
    [{ eligible: 5_000, real: 8_000, other: 3_000, inKind: 5_000 }, "TR-5, autres financements publics"],
    [{ eligible: 10_000, real: 10_000, other: 10_000 }, "TR-5, autres financements publics"],
    // 2 000 of 10 000 are paid by nobody: public money has reached its share, and does not pay all (D-33).
    [{ eligible: 10_000, real: 10_000, other: 8_000 }, "TR-5, part de l’argent public"],
    [{ eligible: 10_000, real: 14_000, other: 10_000 }, "TR-5, part de l’argent public"],
  ])("%j is %s", (given, label) => {
    expect(nothing(funding(given))?.label).toBe(label);
  });

  it("and none where there is an aid", () => {
    expect(nothing({ ...funding({ eligible: 1, real: 1 }), aid: euros(1) })).toBeNull();
  });
});
