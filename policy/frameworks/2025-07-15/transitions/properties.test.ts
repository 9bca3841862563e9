import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileScheme } from "../../../engine/grants/portfolio.ts";
import { reckon } from "../../../engine/grants/reckon.ts";
import { codeOf } from "../../../engine/rules/truth.ts";
import type { TransitionFacts } from "./facts.ts";
import { projects } from "./files.fixture.ts";
import { plainLine, plainMoney } from "./plain.fixture.ts";
import { assess, today } from "./reading.fixture.ts";
import { declared } from "./scheme.ts";

const reckoned = (facts: TransitionFacts) => reckon(declared, facts, { today });
const holds = (of: (facts: TransitionFacts) => void, numRuns = 500) =>
  fc.assert(fc.property(projects, of), { numRuns });

describe("the rules of 2.c and plain functions", () => {
  it("answer the same on every line, and give the same money", () => {
    holds((facts) => {
      const { lines, figures } = reckoned(facts);
      const codes = (facts.costs ?? []).map((line) => plainLine(line, facts));
      expect(lines.map(({ code }) => code)).toEqual(codes);
      const { eligible, region, esf } = plainMoney(facts, codes);
      expect([figures.eligibleCosts, figures.aid, figures.esf]).toEqual([eligible, region, esf]);
    }, 2_000);
  });
});

describe("the money of any project", () => {
  it("never exceeds a rate, the costs in money, or the eligible costs less those in kind", () => {
    holds((facts) => {
      const { aid, esf, eligibleCosts, inKind, realCost, givenInKind } = reckoned(facts).figures;
      if (aid === null || esf === null || eligibleCosts === null || realCost === null) return;
      expect(aid * 5).toBeLessThanOrEqual(eligibleCosts);
      expect(esf * 5).toBeLessThanOrEqual(eligibleCosts * 3);
      expect(aid + esf).toBeLessThanOrEqual(eligibleCosts - (inKind ?? 0));
      const cash = realCost - (givenInKind ?? 0);
      expect(aid + esf).toBeLessThanOrEqual(Math.max(0, cash - (facts.otherPublicFunding ?? 0)));
      expect(Number.isSafeInteger(aid) && Number.isSafeInteger(esf)).toBe(true);
      expect(aid).toBeGreaterThanOrEqual(0);
    });
  });

  it("makes the whole cost with the other resources, where public money is not too much", () => {
    holds((facts) => {
      const { realCost, total, otherPublicFunding, givenInKind, ownContribution } = reckoned(facts).figures;
      if (realCost === null || total === null || givenInKind === null) return;
      const others = otherPublicFunding ?? 0;
      if (others > realCost - givenInKind) return;
      expect(total + others + givenInKind + (ownContribution ?? 0)).toBe(realCost);
    });
  });

  it("is between what is sure and what could be kept", () => {
    holds((facts) => {
      const { esf, esfSure, esfAtMost } = reckoned(facts).figures;
      if (esf === null || esfSure === null) return;
      expect(esfSure).toBeLessThanOrEqual(esf);
      if (esfAtMost !== null) expect(esf).toBeLessThanOrEqual(esfAtMost);
    });
  });
});

/** Facts that rules ask for: one forgotten is unknown. Those that only add, VAT to a line, places to the first, are left. */
function* forgetful(facts: TransitionFacts): Generator<TransitionFacts> {
  const { project, principles, costs, partners, ...rest } = facts;
  const { communes: _communes, places: _places, ...asked } = project ?? {};
  for (const name of Object.keys(asked)) yield { ...facts, project: { ...project, [name]: null } };
  for (const name of Object.keys(principles ?? {})) yield { ...facts, principles: { ...principles, [name]: null } };
  for (const name of ["selectedForEsf", "requestedEsfRate", "otherPublicFunding", "partnershipAgreementOn"] as const) {
    if (rest[name] !== undefined) yield { ...facts, [name]: null };
  }
  for (const [index, partner] of (partners ?? []).entries()) {
    for (const name of ["category", "involvedWithJobSeekers", "canPrefinance"]) {
      yield { ...facts, partners: (partners ?? []).with(index, { ...partner, [name]: null }) };
    }
  }
  for (const [index, line] of (costs ?? []).entries()) {
    for (const name of [
      "amount",
      "paidOn",
      "bornBy",
      "activity",
      "nature",
      "ground",
      "isMissionOfStaffOutsideHeading",
    ]) {
      yield { ...facts, costs: (costs ?? []).with(index, { ...line, [name]: null }) };
    }
  }
}

describe("the answers on any project", () => {
  it("never turn an unknown into a refusal", () => {
    holds((facts) => {
      if (assess(facts).eligibility === "not-eligible") return;
      for (const less of forgetful(facts)) expect(assess(less).eligibility).not.toBe("not-eligible");
    }, 200);
  });

  it("are the same compiled and explained, each with its reason", () => {
    const run = compileScheme(declared, today);
    holds((facts) => {
      const assessment = assess(facts);
      const verdict = run(facts);
      expect(verdict.eligibility).toBe(assessment.eligibility);
      expect(verdict.figures.aid).toBe(assessment.funding.aid);
      expect(verdict.codes).toEqual(assessment.criteria.map(({ status }) => codeOf(status)));
      for (const { reason, id } of [
        ...assessment.criteria,
        ...assessment.doubts.map((one) => ({ reason: one.question, id: one.id })),
      ]) {
        expect(reason.length, id).toBeGreaterThan(10);
      }
      for (const { reason, provision } of assessment.costs) {
        expect(reason).not.toMatch(/undefined|NaN|null|^$/);
        expect(provision).not.toBe("");
      }
    });
  });

  it("do not depend on the order of the lines", () => {
    holds((facts) => {
      const turned = { ...facts, costs: (facts.costs ?? []).toReversed() };
      expect(reckoned(turned).figures.aid).toBe(reckoned({ ...facts, costs: facts.costs ?? [] }).figures.aid);
      expect(assess(turned).eligibility).toBe(assess({ ...facts, costs: facts.costs ?? [] }).eligibility);
    });
  });
});
