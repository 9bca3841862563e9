import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "#policy/index.ts";
import { type AwardContext, type AwardInput, award, KNOWINGLY, shareOut } from "./award.ts";

const ground = { key: "CS-4@party.0", label: "CS-4", provision: "1.b", rule: "Plus de 5 ?", finding: "5." };
const context: AwardContext = {
  today: day("2026-03-20"),
  filedOn: day("2026-03-01"),
  validatedOn: null,
  ceilings: [{ name: "Atelier", siren: "123456789", measures: { days: 13 }, aid: 910_000 }],
  eligibleCosts: 1_300_000,
  unmet: [],
  grounds: [ground],
};
const input: AwardInput = {
  favourable: true,
  decidedOn: day("2026-03-15"),
  deliberation: "CP-2026-0315",
  aid: 910_000,
  reason: "",
  grounds: [],
};

const fieldsOf = (over: Partial<AwardInput>, held: Partial<AwardContext> = {}) => {
  const result = award({ ...input, ...over }, { ...context, ...held });
  return "refusals" in result ? result.refusals.map((one) => one.field) : [];
};

describe("a vote", () => {
  it("gives the whole ceiling and not a cent more", () => {
    const given = award(input, context);
    expect(given).toMatchObject({ ok: { aid: 910_000, shares: [{ measures: { days: 13 }, aid: 910_000 }] } });
    expect(fieldsOf({ aid: 910_001 })).toEqual(["aide"]);
  });
  it.each([
    [{ decidedOn: null }, ["date"]],
    [{ decidedOn: day("2026-03-21") }, ["date"]],
    [{ decidedOn: day("2026-03-20") }, []],
    [{ decidedOn: day("2026-03-01") }, []],
    [{ decidedOn: day("2026-02-28") }, ["date"]],
    [{ deliberation: "" }, ["deliberation"]],
    [{ deliberation: "x".repeat(61) }, ["deliberation"]],
    [{ aid: null }, ["aide"]],
    [{ aid: 0 }, ["aide"]],
    [{ favourable: false }, ["motifs"]],
    [{ favourable: false, grounds: ["CS-99"] }, ["motifs"]],
    [{ favourable: false, grounds: [ground.key] }, []],
    [{ decidedOn: null, deliberation: "", aid: null }, ["date", "deliberation", "aide"]],
  ] satisfies readonly [Partial<AwardInput>, readonly string[]][])(
    "of %o is refused for %o, all at once",
    (over, fields) => {
      expect(fieldsOf(over)).toEqual(fields);
    },
  );
  it("dated before the validation of the opinion it follows is confirmed, and keeps the day that it precedes", () => {
    const validatedOn = day("2026-03-15");
    const early = { decidedOn: day("2026-03-14") };
    expect(fieldsOf(early, { validatedOn })).toEqual([KNOWINGLY]);
    expect(award({ ...input, ...early, knowingly: true }, { ...context, validatedOn })).toMatchObject({
      ok: { decidedOn: early.decidedOn, datedBefore: validatedOn },
    });
    expect(award({ ...input, knowingly: true }, { ...context, validatedOn })).toMatchObject({
      ok: { datedBefore: null },
    });
    expect(fieldsOf({ decidedOn: day("2026-02-28"), knowingly: true }, { validatedOn })).toEqual(["date"]);
  });
  it("below what the rules allow gives its reason, which is kept", () => {
    const reason = "Les crédits sont partagés.";
    expect(fieldsOf({ aid: 909_999 })).toEqual(["raison"]);
    expect(fieldsOf({ aid: 909_999, reason: "x".repeat(1001) })).toEqual(["raison"]);
    expect(award({ ...input, aid: 909_999, reason }, context)).toMatchObject({ ok: { reason } });
    expect(award({ ...input, reason }, context)).toMatchObject({ ok: { reason: "" } });
  });
  it("never grants where a condition is found not met", () => {
    expect(fieldsOf({}, { unmet: ["CS-4"] })).toEqual(["aide"]);
  });
  it("that rejects grants nothing, whatever amount was typed", () => {
    const rejected = award({ ...input, favourable: false, grounds: [ground.key] }, context);
    expect(rejected).toMatchObject({ ok: { aid: 0, shares: [], grounds: [ground] } });
  });
});

describe("sharing an amount out", () => {
  const ceilings = fc.array(
    fc.record({
      name: fc.constant("Structure"),
      siren: fc.constant(null),
      measures: fc.record({ days: fc.integer({ min: 0, max: 25 }) }),
      aid: fc.integer({ min: 0, max: 1_750_000 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  it("adds up to the cent and goes over no ceiling", () => {
    fc.assert(
      fc.property(ceilings, fc.double({ min: 0, max: 1, noNaN: true }), (list, part) => {
        const most = list.reduce((sum, one) => sum + one.aid, 0);
        const aid = Math.floor(most * part);
        const shares = shareOut(aid, list);
        expect(shares.reduce((sum, one) => sum + one.aid, 0)).toBe(aid);
        for (const [at, share] of shares.entries()) {
          expect(share.aid).toBeGreaterThanOrEqual(0);
          expect(share.aid).toBeLessThanOrEqual(list[at]?.aid ?? 0);
        }
      }),
    );
  });
});
