import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptOf } from "./commit.ts";
import { drawLine, type Envelope, type EnvelopePart, keyOf } from "./line.ts";
import { type Rankable, rankOf, type TieRule } from "./rank.ts";

const candidate = (id: string, over: Partial<Rankable> = {}): Rankable => ({
  id,
  score: 500,
  central: 10,
  asked: 1_000_00,
  filedAt: "2026-03-01T00:00:00Z",
  place: null,
  ...over,
});
const order = (all: readonly Rankable[], rule: TieRule) => rankOf(all, rule).map(({ id }) => id);

describe("the ranking", () => {
  it("follows the score first, whatever the rule of ties", () => {
    const all = [candidate("low", { score: 400, central: 99, asked: 1, place: 1 }), candidate("high", { score: 401 })];
    for (const rule of ["spreading", "cost", "committee"] as const) expect(order(all, rule)).toEqual(["high", "low"]);
  });

  it("settles level files as the call says, then as they came", () => {
    const late = candidate("late", { filedAt: "2026-03-09T00:00:00Z", central: 12, asked: 500_00 });
    const early = candidate("early");
    expect(order([early, late], "spreading")).toEqual(["late", "early"]);
    expect(order([early, late], "cost")).toEqual(["late", "early"]);
    expect(order([late, early], "committee")).toEqual(["early", "late"]);
  });

  it("leaves to the committee what its rule leaves to it, and says so until it is settled", () => {
    const all = [candidate("a"), candidate("b"), candidate("c", { score: 100 })];
    expect(rankOf(all, "committee").map(({ isOpen }) => isOpen)).toEqual([true, true, false]);
    const settled = [candidate("a", { place: 2 }), candidate("b", { place: 1 }), candidate("c", { score: 100 })];
    expect(rankOf(settled, "committee").map(({ id, isOpen }) => [id, isOpen])).toEqual([
      ["b", false],
      ["a", false],
      ["c", false],
    ]);
    expect(rankOf(all, "cost").some(({ isOpen }) => isOpen)).toBe(false);
  });

  it("is the same in whatever order files are given", () => {
    const some = fc.array(
      fc.record({
        score: fc.integer({ min: 0, max: 3 }),
        central: fc.nat(2),
        asked: fc.nat(2),
        place: fc.option(fc.nat(3)),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, fc.constantFrom<TieRule>("spreading", "cost", "committee"), (all, rule) => {
        const named = all.map((one, index) => candidate(`f${index}`, one));
        expect(order([...named].reverse(), rule)).toEqual(order(named, rule));
      }),
    );
  });
});

describe("what a vote keeps of what a file took", () => {
  const row = (section: string, amount: number) => ({ section, amount });

  it("is what was voted to the cent, each section in its proportion, and never more than it took", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("", "running", "investment"), fc.integer({ min: 1, max: 900 })), {
          maxLength: 6,
        }),
        fc.nat(3_000),
        (taken, aid) => {
          const rows = taken.map(([section, amount]) => row(section, amount));
          const kept = keptOf(rows, aid);
          const sum = rows.reduce((all, { amount }) => all + amount, 0);
          expect(kept.reduce((all, one) => all + one.kept, 0)).toBe(Math.min(aid, sum));
          expect(kept.every((one) => one.kept >= 0 && one.kept <= one.amount)).toBe(true);
        },
      ),
    );
    const half = keptOf([row("investment", 40), row("running", 30), row("running", 30)], 50);
    expect(half.map(({ kept }) => kept)).toEqual([20, 30, 0]);
  });
});

describe("the line of what is funded", () => {
  const one = (id: string, region: number, esf = 0) => ({
    id,
    asks: [
      { funder: "region", amount: region },
      { funder: "esf", amount: esf },
    ],
  });
  const region = (amount: number, year = 2026, section: EnvelopePart | null = null): Envelope => ({
    funder: "region",
    year,
    section,
    amount,
  });

  it("stops at the first file that does not fit: no rank is jumped", () => {
    const line = drawLine([one("a", 60), one("b", 50), one("c", 10)], [region(100)]);
    expect(line.funded.map(({ id }) => id)).toEqual(["a"]);
    expect(line.stopped).toEqual({ id: "b", funder: "region", lacks: 10, section: null });
    expect(line.envelopes).toEqual([{ ...region(100), used: 60, left: 40 }]);
  });

  it("draws a funder's years one after the other, and is not bound by who gave no envelope", () => {
    const line = drawLine([one("a", 60, 1_000), one("b", 60)], [region(40, 2027), region(80, 2026)]);
    expect(line.funded.map(({ takes }) => takes.filter(({ funder }) => funder === "region"))).toEqual([
      [region(60)],
      [region(20), region(40, 2027)],
    ]);
    expect(line.stopped).toBeNull();
  });

  it("pays running costs and investments from their own envelopes first, then from what pays both", () => {
    const mixed = (id: string, amount: number, investment: number) => ({
      id,
      asks: [{ funder: "region", amount, investment }],
    });
    const given = [region(50, 2026, "running"), region(20, 2026, "investment"), region(15)];
    const line = drawLine([mixed("a", 60, 10), mixed("b", 20, 15), mixed("c", 3, 3)], given);
    expect(line.funded.map(({ takes }) => takes)).toEqual(
      [
        [region(50, 2026, "running"), region(10, 2026, "investment")],
        [region(10), region(10, 2026, "investment")],
        [region(3)],
      ].map((all) => expect.arrayContaining(all)),
    );
    expect(line.envelopes.map(({ left }) => left)).toEqual([0, 0, 2]);
    expect(line.stopped).toBeNull();
    const strict = drawLine([mixed("a", 60, 30)], [region(100, 2026, "running")]);
    expect(strict.stopped).toEqual({ id: "a", funder: "region", lacks: 30, section: "investment" });
  });

  const files = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(100)), { maxLength: 12 }).map((all) =>
    all.map(([r, e, percent], at) => ({
      id: `f${at}`,
      asks: [
        { funder: "region", amount: r, investment: Math.floor((r * percent) / 100) },
        { funder: "esf", amount: e },
      ],
    })),
  );
  const envelopes = fc
    .tuple(fc.nat(200), fc.nat(100), fc.nat(200), fc.nat(60), fc.nat(60))
    .map(([r, later, e, running, investment]): readonly Envelope[] => [
      region(r),
      region(later, 2027),
      { funder: "esf", year: 2026, section: null, amount: e },
      region(running, 2026, "running"),
      region(investment, 2027, "investment"),
    ]);

  it("never goes above an envelope, and gives each funded file all that it asks, to the cent", () => {
    fc.assert(
      fc.property(files, envelopes, (all, given) => {
        const { funded, envelopes: drawn } = drawLine(all, given);
        for (const { used, left, amount } of drawn) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(used + left).toBe(amount);
        }
        for (const taken of funded.flatMap(({ takes }) => takes)) {
          expect(given.some((pot) => keyOf(pot) === keyOf(taken))).toBe(true);
        }
        for (const { id, takes } of funded) {
          const asked = all.find((file) => file.id === id)?.asks.reduce((sum, { amount }) => sum + amount, 0);
          expect(takes.reduce((sum, { amount }) => sum + amount, 0)).toBe(asked);
        }
      }),
    );
  });

  it("never takes a file out when money is added", () => {
    fc.assert(
      fc.property(files, envelopes, fc.nat(100), fc.nat(4), (all, given, more, at) => {
        const richer = given.map((one, index) => (index === at ? { ...one, amount: one.amount + more } : one));
        const before = drawLine(all, given).funded.map(({ id }) => id);
        expect(
          drawLine(all, richer)
            .funded.map(({ id }) => id)
            .slice(0, before.length),
        ).toEqual(before);
      }),
    );
  });
});
