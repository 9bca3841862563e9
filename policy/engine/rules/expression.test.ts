import { describe, expect, it } from "vitest";
import { day } from "../values/day.ts";
import { fieldAt } from "../values/field.ts";
import { cents, euros } from "../values/money.ts";
import { compile, reader } from "./compile.ts";
import { explain } from "./explain.ts";
import { answer, declared, type Facts, f, missing, now } from "./expression.fixture.ts";
import {
  all,
  allBeginWith,
  any,
  atLeast,
  atMost,
  awaited,
  beginsWith,
  type Condition,
  choose,
  count,
  doubtful,
  equals,
  every,
  filled,
  ifKnown,
  includes,
  is,
  known,
  lessThan,
  moreThan,
  not,
  oneOf,
  same,
  some,
  start,
  today,
  total,
  yearsAfter,
} from "./expression.ts";
import { factsOf } from "./reads.ts";
import { itemsAt, pointerAt } from "./scope.ts";

describe("each kind of condition", () => {
  it.each([
    ["more than", () => moreThan(f.size, 5), { size: 6 }, { size: 5 }],
    ["at least", () => atLeast(f.size, 5), { size: 5 }, { size: 4 }],
    ["less than", () => lessThan(f.size, 5), { size: 4 }, { size: 5 }],
    ["at most", () => atMost(f.size, 5), { size: 5 }, { size: 6 }],
    ["equals", () => equals(f.size, 5), { size: 5 }, { size: 6 }],
    ["money", () => moreThan(f.price, euros(1)), { price: cents(101) }, { price: euros(1) }],
    ["day", () => atMost(f.on, today), { on: now }, { on: day("2026-03-03") }],
    ["years after", () => atMost(yearsAfter(f.on, 3), today), { on: day("2023-03-02") }, { on: day("2023-03-03") }],
    [
      "start",
      () => same(start(f.town, 2), start(f.twin, 2)),
      { town: "14118", twin: "14762" },
      { town: "14118", twin: "76351" },
    ],
    ["same", () => same(f.town, f.twin), { town: "a", twin: "a" }, { town: "a", twin: "b" }],
    ["is", () => is(f.kind, "a"), { kind: "a" as const }, { kind: "b" as const }],
    ["one of", () => oneOf(f.kind, ["b"]), { kind: "b" as const }, { kind: "a" as const }],
    ["includes", () => includes(f.tags, "y"), { tags: ["x" as const, "y" as const] }, { tags: [] }],
    ["filled", () => filled(f.tags), { tags: ["x" as const] }, { tags: [] }],
    ["begins with", () => beginsWith(f.town, ["ab", "cd"]), { town: "cde" }, { town: "acd" }],
    ["one begins with", () => beginsWith(f.towns, ["ab"]), { towns: ["cd", "abc"] }, { towns: ["cd"] }],
    ["all begin with", () => allBeginWith(f.towns, ["ab"]), { towns: ["ab", "abc"] }, { towns: ["ab", "cd"] }],
    ["none begins with", () => beginsWith(f.towns, ["ab"]), { towns: ["ab"] }, { towns: [] }],
    ["not all of none", () => allBeginWith(f.towns, ["ab"]), { towns: ["ab"] }, { towns: [] }],
    ["yes", () => f.flag, { flag: true }, { flag: false }],
    ["no", () => not(f.flag), { flag: false }, { flag: true }],
    ["deep", () => moreThan(f.inner.size, 1), { inner: { size: 2 } }, { inner: { size: 1 } }],
    ["count", () => moreThan(count(f.items), 1), { items: [{}, {}] }, { items: [{}] }],
    [
      "count of some",
      () =>
        moreThan(
          count(f.items, (one) => moreThan(one.size, 2)),
          1,
        ),
      { items: [{ size: 3 }, { size: 1 }, { size: 4 }] },
      { items: [{ size: 3 }, { size: 1 }, {}] },
    ],
    [
      "total",
      () =>
        moreThan(
          total(f.items, (one) => one.size),
          5,
        ),
      { items: [{ size: 3 }, { size: 3 }] },
      { items: [{ size: 5 }] },
    ],
    [
      "every",
      () => every(f.items, (one) => moreThan(one.size, 1)),
      { items: [{ size: 2 }, { size: 2 }] },
      { items: [{ size: 2 }, { size: 1 }] },
    ],
    [
      "some",
      () => some(f.items, (one) => moreThan(one.size, 1)),
      { items: [{ size: 1 }, { size: 2 }] },
      { items: [{ size: 1 }] },
    ],
    [
      "every part of every item",
      () => every(f.items, (one) => every(one.parts, (part) => moreThan(part.inner.size, 1))),
      { items: [{ parts: [{ inner: { size: 2 } }] }, { parts: [{ inner: { size: 3 } }] }] },
      { items: [{ parts: [{ inner: { size: 2 } }] }, { parts: [{ inner: { size: 3 } }, { inner: { size: 1 } }] }] },
    ],
    [
      "deep in items",
      () => every(f.items, (one) => one.inner.flag),
      { items: [{ inner: { flag: true } }] },
      { items: [{ inner: { flag: false } }] },
    ],
  ] as readonly (readonly [string, () => Condition, Facts, Facts])[])("%s", (_, rule, met, notMet) => {
    expect(answer(rule(), met)).toBe("met");
    expect(answer(rule(), notMet)).toBe("not-met");
    expect(answer(rule(), {})).toBe("unknown");
    expect(missing(rule(), {}).length).toBeGreaterThan(0);
    expect(missing(rule(), met)).toEqual([]);
    expect(missing(rule(), notMet)).toEqual([]);
  });

  it("joins conditions", () => {
    const table = [
      [true, true, "met", "met"],
      [true, false, "not-met", "met"],
      [false, true, "not-met", "met"],
      [false, false, "not-met", "not-met"],
      [true, null, "unknown", "met"],
      [null, true, "unknown", "met"],
      [false, null, "not-met", "unknown"],
      [null, false, "not-met", "unknown"],
      [null, null, "unknown", "unknown"],
    ] as const;
    for (const [flag, other, both, either] of table) {
      expect(answer(all(f.flag, f.other), { flag, other })).toBe(both);
      expect(answer(any(f.flag, f.other), { flag, other })).toBe(either);
      expect(answer(all(f.flag, f.other, f.flag), { flag, other })).toBe(both);
      expect(answer(any(f.flag, f.other, f.other), { flag, other })).toBe(either);
    }
    expect(answer(all(), {})).toBe("met");
    expect(answer(any(), {})).toBe("not-met");
    expect(answer(all(f.flag), { flag: true })).toBe("met");
  });

  it("asks a person where told to, and only where the condition fails", () => {
    expect(answer(awaited(f.flag), { flag: false })).toBe("unknown");
    expect(answer(awaited(f.flag), { flag: true })).toBe("met");
    expect(answer(awaited(f.flag), {})).toBe("unknown");
    expect(missing(awaited(f.flag), { flag: false })).toEqual(["/flag"]);
    expect(missing(awaited(f.flag), {})).toEqual(["/flag"]);
    expect(missing(awaited(f.flag), { flag: true })).toEqual([]);
    expect(answer(doubtful(f.flag), { flag: false })).toBe("to-assess");
    expect(answer(doubtful(f.flag), { flag: true })).toBe("met");
    expect(answer(doubtful(f.flag), {})).toBe("unknown");
    expect(answer(not(doubtful(f.flag)), { flag: false })).toBe("to-assess");
    expect(answer(all(doubtful(f.flag), f.other), { flag: false })).toBe("unknown");
    expect(answer(any(doubtful(f.flag), f.other), { flag: false, other: false })).toBe("to-assess");
  });

  it("holds nothing against an optional fact that is unknown", () => {
    expect(answer(ifKnown(f.flag), {})).toBe("met");
    expect(answer(ifKnown(f.flag), { flag: false })).toBe("not-met");
    expect(missing(ifKnown(f.flag), {})).toEqual([]);
    expect(answer(known(f.size), { size: 0 })).toBe("met");
    expect(answer(known(f.size), { size: null })).toBe("unknown");
    expect(missing(known(f.size), {})).toEqual(["/size"]);
  });

  it("takes one arm or the other", () => {
    const rule = () => choose(f.flag, moreThan(f.size, 5), f.other);
    expect(answer(rule(), { flag: true, size: 6, other: false })).toBe("met");
    expect(answer(rule(), { flag: true, size: 5, other: true })).toBe("not-met");
    expect(answer(rule(), { flag: false, size: 5, other: true })).toBe("met");
    expect(answer(rule(), { size: 5, other: false })).toBe("not-met");
    expect(missing(rule(), { flag: true })).toEqual(["/size"]);
  });

  it("waits for an empty or absent list, and names it", () => {
    for (const items of [[], null]) {
      expect(
        answer(
          every(f.items, (one) => one.inner.flag),
          { items },
        ),
      ).toBe("unknown");
      expect(
        missing(
          some(f.items, (one) => one.inner.flag),
          { items },
        ),
      ).toEqual(["/items"]);
      expect(missing(moreThan(count(f.items), 1), { items })).toEqual(["/items"]);
      expect(
        missing(
          moreThan(
            total(f.items, (one) => one.size),
            1,
          ),
          { items },
        ),
      ).toEqual(["/items"]);
    }
    const parts = () => every(f.items, (one) => some(one.parts, (part) => moreThan(part.size, 1)));
    expect(missing(parts(), { items: [{ parts: [{}] }, {}] })).toEqual(["/items/0/parts/0/size", "/items/1/parts"]);
    expect(
      missing(
        moreThan(
          total(f.items, (one) => one.size),
          1,
        ),
        { items: [{ size: 3 }, {}] },
      ),
    ).toEqual(["/items/1/size"]);
  });

  it("reads the item in hand", () => {
    const facts: Facts = {
      items: [
        { size: 1, parts: [{ size: 1 }] },
        { size: 9, parts: [{ size: 1 }, { size: 9 }] },
      ],
    };
    const item = f.items.item;
    expect(answer(moreThan(item.size, 5), facts, [0])).toBe("not-met");
    expect(answer(moreThan(item.size, 5), facts, [1])).toBe("met");
    expect(answer(moreThan(item.parts.item.size, 5), facts, [1, 0])).toBe("not-met");
    expect(answer(moreThan(item.parts.item.size, 5), facts, [1, 1])).toBe("met");
    expect(missing(moreThan(item.parts.item.inner.size, 5), facts, [1, 1])).toEqual(["/items/1/parts/1/inner/size"]);
    expect(
      answer(
        every(item.parts, (part) => moreThan(part.size, 5)),
        facts,
        [0],
      ),
    ).toBe("not-met");
    expect(answer(choose(f.flag, item.inner.flag, moreThan(item.size, 5)), facts, [1])).toBe("met");
    expect(answer(not(all(moreThan(f.size, 1), moreThan(item.size, 5))), { ...facts, size: 2 }, [1])).toBe("not-met");
    expect(answer(f.flag, { ...facts, flag: true }, [1])).toBe("met");
    expect(answer(lessThan(count(item.parts), 2), facts, [1])).toBe("not-met");
    expect(answer(moreThan(item.size, 5), facts, [7])).toBe("unknown");
  });

  it("refuses what has no answer or no value", () => {
    expect(() => compile(today)).toThrow("today is no condition");
    expect(() => compile(count(f.items))).toThrow("count is no condition");
    expect(() => reader(all())).toThrow("all has no value");
    const deep = { op: "fact", path: ["a", "b", "c"], kind: "integer", name: "" } as const;
    expect(reader(deep)({ a: { b: { c: 3 } } }, {}, {}, now)).toBe(3);
    expect(reader(deep)({ a: {} }, {}, {}, now)).toBeNull();
    const far = { op: "fact", path: ["a", "*", "b", "*", "c", "*", "d"], kind: "integer", name: "" } as const;
    expect(() => reader(far)).toThrow("too deep");
    expect(() =>
      explain(moreThan({ op: "total", list: ["items"], of: today, name: "" }, 1), { facts: {}, today: now, at: [] }),
    ).toThrow("today is no fact");
  });
});

describe("what a rule reads", () => {
  it("names each fact once, wherever it stands", () => {
    expect(
      factsOf(
        all(
          any(f.flag, not(f.flag)),
          every(f.items, (one) => some(one.parts, (part) => moreThan(part.size, one.size))),
          choose(known(f.size), ifKnown(f.other), doubtful(is(f.kind, "a"))),
          atMost(yearsAfter(f.on, 3), today),
          moreThan(count(f.items), 1),
          moreThan(
            total(f.items, (one) => one.size),
            1,
          ),
          same(f.town, f.twin),
        ),
      ),
    ).toEqual([
      "flag",
      "items",
      "items.*.parts",
      "items.*.parts.*.size",
      "items.*.size",
      "size",
      "other",
      "kind",
      "on",
      "town",
      "twin",
    ]);
  });

  it("finds declarations by path", () => {
    expect(fieldAt(declared, ["items", "*", "parts", "*", "size"])).toMatchObject({ kind: "integer", name: "taille" });
    expect(fieldAt(declared, ["items", "size"])).toBeNull();
    expect(fieldAt(declared, ["nothing"])).toBeNull();
    expect(fieldAt(declared, ["flag", "more"])).toBeNull();
    expect(fieldAt(declared, [])).toBe(declared);
  });

  it("finds items and pointers", () => {
    const facts: Facts = { items: [{}, { parts: [{ size: 1 }] }] };
    expect(itemsAt(["items", "*", "parts"], facts, [1])).toEqual([{ size: 1 }]);
    expect(itemsAt(["items", "*", "parts"], facts, [0])).toEqual([]);
    expect(itemsAt(["items", "*", "parts"], {}, [0])).toEqual([]);
    expect(itemsAt(["inner", "size"], facts, [])).toEqual([]);
    expect(pointerAt(["items", "*", "parts", "*"], [1, 2])).toBe("/items/1/parts/2");
    expect(pointerAt(["items", "*"], [])).toBe("/items/0");
  });
});
