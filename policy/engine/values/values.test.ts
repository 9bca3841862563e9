import { createHash } from "node:crypto";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addYears, day, dayOf, parseDay } from "./day.ts";
import { say, sayDay, sayDays, sayMoney, sayNumber } from "./french.ts";
import { canonicalJson, sha256 } from "./hash.ts";
import { cents, euros, parseDecimalMoney, partsOf, portionOf, shareOf, toDecimal } from "./money.ts";

describe("money", () => {
  it("is whole cents", () => {
    expect(euros(17_500)).toBe(1_750_000);
    expect(() => cents(0.5)).toThrow("not a whole number of cents: 0.5");
    expect(() => cents(Number.NaN)).toThrow(RangeError);
  });

  it.each([
    [100, 7_000, 70],
    [1, 7_000, 0],
    [101, 7_000, 70],
    [83_332, 7_000, 58_332],
  ])("takes a share of %i at %i basis points: %i", (amount, rate, share) => {
    expect(shareOf(cents(amount), rate)).toBe(share);
  });

  it("takes a part of six decimals exactly, however large the amount", () => {
    expect(portionOf(cents(99_999_999_999_999), 0.333_333)).toBe(33_333_299_999_999);
    expect(portionOf(cents(2_500_000), 0.6)).toBe(1_500_000);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_999_999 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (amount, millionths) =>
          BigInt(portionOf(cents(amount), millionths / 1_000_000)) ===
          (BigInt(amount) * BigInt(millionths)) / 1_000_000n,
      ),
    );
  });

  it.each([
    ["0", 0],
    ["1100", 110_000],
    ["1100.5", 110_050],
    ["1100.05", 110_005],
    ["0.01", 1],
    ["999999999999.99", 99_999_999_999_999],
  ])("reads %s", (text, amount) => {
    expect(parseDecimalMoney(text)).toBe(amount);
  });

  it.each(["", "-1", "1,5", "1.", ".5", "1.001", "1e3", " 1", "1 ", "1\n", "1000000000000", "x1", "1x"])(
    "does not read « %s »",
    (text) => {
      expect(parseDecimalMoney(text)).toBeNull();
    },
  );

  it("writes what it reads", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        (amount) => parseDecimalMoney(toDecimal(cents(amount))) === amount,
      ),
    );
    expect(toDecimal(cents(-5))).toBe("-0.05");
    expect(toDecimal(cents(110_050))).toBe("1100.50");
  });
});

describe("days", () => {
  it.each(["2026-03-02", "2024-02-29", "1000-01-01", "2999-12-31"])("reads %s", (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-3-2",
    "02/03/2026",
    "2026-03-02T00:00",
    "0999-12-31",
    "3000-01-01",
    "",
    "2026-00-10",
  ])("does not read « %s »", (text) => {
    expect(parseDay(text)).toBeNull();
    expect(() => day(text)).toThrow(`no such day: ${text}`);
  });

  it("adds years as the calendar does", () => {
    const days = fc.date({ min: new Date("1000-01-02"), max: new Date("2900-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 90 }), (date, years) => {
        const from = day(date.toISOString().slice(0, 10));
        expect(addYears(from, years)).toBe(Temporal.PlainDate.from(from).add({ years }).toString());
      }),
    );
    for (const [from, years, to] of [
      ["2024-02-29", 3, "2027-02-28"],
      ["2024-02-29", 4, "2028-02-29"],
      ["1896-02-29", 4, "1900-02-28"],
      ["1996-02-29", 4, "2000-02-29"],
      ["2024-02-28", 1, "2025-02-28"],
      ["2023-12-31", 3, "2026-12-31"],
    ] as const) {
      expect(addYears(day(from), years)).toBe(to);
    }
  });

  it("is made of numbers", () => {
    expect(dayOf(2026, 3, 2)).toBe("2026-03-02");
    expect(dayOf(2026, 2, 30)).toBeNull();
    expect(dayOf(26, 2, 3)).toBeNull();
  });
});

describe("French", () => {
  it.each([
    [910_000, "9\u202f100\u00a0€"],
    [1_050, "10,50\u00a0€"],
    [5, "0,05\u00a0€"],
    [0, "0\u00a0€"],
    [99_900, "999\u00a0€"],
    [100_000, "1\u202f000\u00a0€"],
    [123_456_789_00, "123\u202f456\u202f789\u00a0€"],
    [-150, "−1,50\u00a0€"],
  ])("says %i cents", (amount, said) => {
    expect(sayMoney(cents(amount))).toBe(said);
  });

  /** The French of the language's own library, as an outside judge: its minus is a hyphen. */
  const french = (options?: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 6, ...options });
    return (value: number) => format.format(value).replace("-", "−");
  };
  const edges = [
    0, 0.5, 1, 9.5, 10, 0.25, 2.75, 99.5, 999.5, 1_000, 1_000.5, 1_001, 1_009, 1_010, 1_099, 1_100, 10_010.05,
  ];

  it("says numbers as French writes them", () => {
    const quarter = french();
    for (const edge of edges) {
      expect(sayNumber(edge)).toBe(quarter(edge));
      if (edge !== 0) expect(sayNumber(-edge)).toBe(quarter(-edge));
    }
    fc.assert(
      fc.property(fc.integer({ min: -40_000_000, max: 40_000_000 }), fc.constantFrom(1, 2, 4, 20), (whole, parts) => {
        const value = whole === 0 ? 0 : whole / parts;
        expect(sayNumber(value)).toBe(quarter(value));
      }),
    );
  });

  it("says amounts as French writes them, without decimals where there are none", () => {
    const round = french({ maximumFractionDigits: 0 });
    const exact = french({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const told = (amount: number) => `${(amount % 100 === 0 ? round : exact)(amount / 100)}\u00a0€`;
    for (const amount of [1, 9, 10, 11, 99, 100, 101, 110, 99_999, 100_000, 100_900, 101_000, 109_900, 110_010]) {
      expect(sayMoney(cents(amount))).toBe(told(amount));
      expect(sayMoney(cents(-amount))).toBe(told(-amount));
    }
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (amount) => {
        const whole = amount === 0 ? 0 : amount;
        expect(sayMoney(cents(whole))).toBe(told(whole));
      }),
    );
  });

  it("says days and numbers", () => {
    expect(sayDay(day("2026-03-03"))).toBe("3 mars 2026");
    expect(sayDay(day("2026-05-01"))).toBe("1er mai 2026");
    expect(sayDay(day("2026-12-11"))).toBe("11 décembre 2026");
    expect(sayDays(0)).toBe("0\u00a0jour");
    expect(sayDays(1.5)).toBe("1,5\u00a0jour");
    expect(sayDays(2)).toBe("2\u00a0jours");
    expect(sayNumber(1_234.5)).toBe("1\u202f234,5");
    expect(sayNumber(-2)).toBe("−2");
    expect(sayNumber(999)).toBe("999");
    expect(sayNumber(1_000)).toBe("1\u202f000");
  });

  it("says any value by its kind", () => {
    expect(say("integer", null)).toBe("non renseigné");
    expect(say("choices", [])).toBe("aucun");
    expect(say("choices", ["a", "b"], { a: "A" })).toBe("A, b");
    expect(say("yes-no", true)).toBe("oui");
    expect(say("yes-no", false)).toBe("non");
    expect(say("money", 150)).toBe("1,50\u00a0€");
    expect(say("days", 3)).toBe("3\u00a0jours");
    expect(say("integer", 12)).toBe("12");
    expect(say("day", "2026-03-03")).toBe("3 mars 2026");
    expect(say("choice", "a", { a: "A" })).toBe("A");
    expect(say("text", "a")).toBe("a");
    expect(say("text", {})).toBe("");
    expect(say("text", [{}])).toBe("");
  });
});

describe("the parts of a whole", () => {
  it("always add up to all of it, each less than a unit from its own", () => {
    expect(partsOf([1, 1, 1])).toEqual([3_334, 3_333, 3_333]);
    expect(partsOf([2, 4, 1])).toEqual([2_857, 5_714, 1_429]);
    expect(partsOf([5, 1, 6])).toEqual([4_167, 833, 5_000]);
    expect(partsOf([910_000, 0, 390_000])).toEqual([7_000, 0, 3_000]);
    expect(partsOf([0, 0])).toEqual([0, 0]);
    expect(partsOf([])).toEqual([]);
    const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, (list) => {
        const total = list.reduce((sum, one) => sum + one, 0);
        fc.pre(total > 0);
        const parts = partsOf(list);
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(10_000);
        for (const [index, one] of list.entries()) {
          expect(Math.abs((parts[index] ?? Number.NaN) - (one * 10_000) / total)).toBeLessThan(1);
        }
      }),
    );
  });
});

describe("proof", () => {
  it("hashes as everyone does", () => {
    const points = fc.integer({ min: 0, max: 0x10_ffff }).filter((point) => point < 0xd800 || point > 0xdfff);
    const texts = fc.array(points, { maxLength: 300 }).map((all) => String.fromCodePoint(...all));
    fc.assert(fc.property(texts, (text) => sha256(text) === createHash("sha256").update(text, "utf8").digest("hex")));
    for (const length of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1_000]) {
      const text = "a".repeat(length);
      expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
    }
  });

  it("writes one text for one value", () => {
    expect(canonicalJson({ b: [1, undefined, { d: null, c: "é" }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,null,{"c":"é","d":null}]}',
    );
    expect(canonicalJson(undefined)).toBe("null");
    for (const keys of ["abcd", "dcba", "bdac", "cadb"]) {
      expect(canonicalJson(Object.fromEntries([...keys].map((key) => [key, 1])))).toBe('{"a":1,"b":1,"c":1,"d":1}');
    }
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) =>
          JSON.stringify(JSON.parse(canonicalJson(value))).length ===
          JSON.stringify(JSON.parse(JSON.stringify(value))).length,
      ),
    );
  });
});
