import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameworkByVersion, gridLines } from "#policy/index.ts";
import { agreementOf, alphaOf } from "./agreement.ts";
import { asksConsensus, gapsOf, marksOf, type Sheet } from "./gaps.ts";
import { MOST_SHEETS, sayScore, scoreOf } from "./score.ts";
import { severitiesOf } from "./severity.ts";
import { lacksOf } from "./sheet.ts";

const lines = [
  { id: "a", weight: 2 },
  { id: "b", weight: 1 },
  { id: "c", weight: 0 },
];
const sheet = (assessor: string, a: number, b: number): Sheet => ({
  assessor,
  marks: new Map(Object.entries({ a, b })),
});

describe("a score", () => {
  it("is the weighted mean of all marks, out of a hundred, exactly", () => {
    const score = scoreOf(lines, 4, marksOf([sheet("x", 4, 2), sheet("y", 3, 2), sheet("z", 3, 3)], new Map()));
    // (2 × 10/3 + 7/3) / 12 = 27/36
    expect(score).toEqual({ total: 540 * 462, most: 720 * 462 });
    expect(sayScore(score ?? { total: 0, most: 1 })).toBe("75,0");
  });

  it("waits for every line that weighs, and for no other", () => {
    expect(scoreOf(lines, 4, new Map([["a", [4]]]))).toBeNull();
    expect(scoreOf(lines, 4, new Map(Object.entries({ a: [4], b: [4] })))).toEqual({
      total: 720 * 462,
      most: 720 * 462,
    });
  });

  it("takes the mark of a consensus in place of those that parted", () => {
    const marks = marksOf([sheet("x", 4, 0), sheet("y", 4, 4)], new Map([["b", 3]]));
    expect(marks.get("b")).toEqual([3]);
    expect(marks.get("a")).toEqual([4, 4]);
  });

  it("never leaves its scale, and grows with each mark", () => {
    const mark = fc.integer({ min: 0, max: 4 });
    const given = fc.integer({ min: 1, max: MOST_SHEETS }).chain((n) => fc.array(mark, { minLength: n, maxLength: n }));
    fc.assert(
      fc.property(given, given, (a, b) => {
        const of = (first: readonly number[]) =>
          scoreOf(lines, 4, new Map(Object.entries({ a: first, b })))?.total ?? -1;
        expect(of(a)).toBeGreaterThanOrEqual(0);
        expect(of(a)).toBeLessThanOrEqual(720 * 462);
        const [first = 0, ...rest] = a;
        if (first < 4) expect(of([first + 1, ...rest])).toBeGreaterThan(of(a));
      }),
    );
  });
});

describe("a line that counts answers (SEL-3)", () => {
  const scheme = frameworkByVersion("2025-07-15")?.scheme("transitions");
  if (scheme?.status !== "open") throw new Error("no scheme");
  const { grid } = scheme;
  const marked = gridLines(grid).map(({ id }) => ({
    line: id,
    mark: 2,
    answer: null,
    reason: "Vu.",
    strength: "",
    question: "",
  }));
  const justified = (...names: readonly string[]) =>
    new Set(names.flatMap((name) => ["problem", "answer"].map((what) => `project.addressed.${name}.${what}`)));
  const several = "mark.transversality-several";

  it("is worth nothing where one alone is justified, whatever is ticked", () => {
    expect([...lacksOf({ grid }, marked, justified("digital", "societal")).keys()]).toEqual([]);
    const ticked = new Set([...justified("digital"), "project.addressed.societal.problem"]);
    expect(lacksOf({ grid }, marked, ticked).get(several)).toContain("Transition numérique");
    const none = marked.map((one) => (one.line === "transversality-several" ? { ...one, mark: 0 } : one));
    expect([...lacksOf({ grid }, none, ticked).keys()]).toEqual([]);
  });
});

describe("assessors who part", () => {
  it("are told by the file and by the line; past the call's limit a consensus is asked", () => {
    const gaps = gapsOf(lines, 4, [sheet("x", 4, 4), sheet("y", 3, 1)]);
    // 12/12 against 7/12: 41,67 points, rounded up.
    expect(gaps?.tenths).toBe(417);
    expect(gaps?.lines).toEqual(["b"]);
    if (gaps === null) throw new Error("both sheets are whole");
    expect(asksConsensus(gaps, 41)).toBe(true);
    expect(asksConsensus(gaps, 42)).toBe(false);
    expect(asksConsensus(gaps, null)).toBe(false);
  });

  it("cannot be compared as long as a mark lacks", () => {
    expect(gapsOf(lines, 4, [sheet("x", 4, 4), { assessor: "y", marks: new Map([["a", 2]]) }])).toBeNull();
  });

  it("are told apart by how high they mark, on what others marked too", () => {
    const found = severitiesOf([
      [sheet("x", 4, 4), sheet("y", 2, 2)],
      [sheet("x", 3, 3), sheet("z", 3, 3)],
      [sheet("z", 0, 0)],
    ]);
    expect(found).toEqual([
      { assessor: "x", lines: 4, mean: 1 },
      { assessor: "y", lines: 2, mean: -2 },
      { assessor: "z", lines: 2, mean: 0 },
    ]);
  });
});

describe("the agreement between assessors", () => {
  it("is that of Krippendorff's own worked example", () => {
    // Four observers, twelve units, some values missing: alpha for interval data is 0,849 (2011, section E).
    const observers = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
      [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ];
    const units = Array.from({ length: 12 }, (_, unit) => observers.flatMap((row) => row[unit] ?? []));
    expect(alphaOf(units)).toBeCloseTo(0.849, 3);
  });

  it("is one where all agree, and unknown where nothing varies or compares", () => {
    expect(
      alphaOf([
        [1, 1],
        [3, 3],
      ]),
    ).toBe(1);
    expect(
      alphaOf([
        [2, 2],
        [2, 2],
      ]),
    ).toBeNull();
    expect(alphaOf([[1], [3]])).toBeNull();
  });

  it("is called strong, fair or weak by the usual bounds", () => {
    expect([0.8, 0.79, 2 / 3, 0.66, -0.2].map(agreementOf)).toEqual(["strong", "fair", "fair", "weak", "weak"]);
  });
});
