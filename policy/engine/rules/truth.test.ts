import { describe, expect, it } from "vitest";
import { both, type Code, codeOf, either, negate, statusOf } from "./truth.ts";

const codes: readonly Code[] = [0, 1, 2, 3];

describe("the four answers", () => {
  it("keeps words and codes in step", () => {
    expect(codes.map((code) => codeOf(statusOf(code)))).toEqual(codes);
    expect(codes.map(statusOf)).toEqual(["met", "to-assess", "unknown", "not-met"]);
  });

  it("orders answers: not met, unknown, to assess, met", () => {
    expect(both(codeOf("not-met"), codeOf("unknown"))).toBe(codeOf("not-met"));
    expect(both(codeOf("unknown"), codeOf("to-assess"))).toBe(codeOf("unknown"));
    expect(both(codeOf("to-assess"), codeOf("met"))).toBe(codeOf("to-assess"));
  });

  it("is enough with one met, and waits for what is unknown before asking a person", () => {
    expect(either(codeOf("met"), codeOf("unknown"))).toBe(codeOf("met"));
    expect(either(codeOf("unknown"), codeOf("to-assess"))).toBe(codeOf("unknown"));
    expect(either(codeOf("to-assess"), codeOf("not-met"))).toBe(codeOf("to-assess"));
    expect(either(codeOf("not-met"), codeOf("not-met"))).toBe(codeOf("not-met"));
  });

  it("does not depend on order or grouping, and mirrors itself", () => {
    for (const a of codes) {
      expect(negate(negate(a))).toBe(a);
      for (const b of codes) {
        expect(both(a, b)).toBe(both(b, a));
        expect(either(a, b)).toBe(either(b, a));
        expect(negate(either(a, b))).toBe(both(negate(a), negate(b)));
        for (const c of codes) {
          expect(both(a, both(b, c))).toBe(both(both(a, b), c));
          expect(either(a, either(b, c))).toBe(either(either(a, b), c));
        }
      }
    }
  });
});
