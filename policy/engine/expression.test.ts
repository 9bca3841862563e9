import { describe, expect, it } from "vitest";
import { compile, reader } from "./compile.ts";
import { type Criterion, forEach, judge, say } from "./criterion.ts";
import { day } from "./day.ts";
import { explain, sayer } from "./explain.ts";
import {
  all,
  any,
  atLeast,
  atMost,
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
  refs,
  same,
  some,
  today,
  total,
  yearsAfter,
} from "./expression.ts";
import {
  calendarDay,
  choice,
  choices,
  fieldAt,
  integer,
  listOf,
  money,
  record,
  text,
  type ValueOf,
  yesNo,
} from "./field.ts";
import { cents, euros } from "./money.ts";
import { factsOf } from "./reads.ts";
import { itemsAt, pointerAt, scopeOf } from "./scope.ts";
import { statusOf } from "./truth.ts";
import { sentenceOf } from "./words.ts";

const declared = record({
  flag: yesNo("drapeau"),
  other: yesNo("autre"),
  size: integer("taille", { min: 0, max: 99 }),
  price: money("prix", euros(100), "€"),
  on: calendarDay("jour"),
  town: text("text", "ville", 9),
  twin: text("text", "jumelle", 9),
  kind: choice("sorte", { a: "Sorte A", b: "Sorte B" }),
  tags: choices("marques", { x: "Marque X", y: "Marque Y" }),
  inner: record({ size: integer("taille intérieure", { min: 0, max: 9 }) }),
  items: listOf(
    "éléments",
    record({
      size: integer("taille", { min: 0, max: 9 }),
      inner: record({ flag: yesNo("drapeau intérieur") }),
      parts: listOf(
        "parts",
        record({
          size: integer("taille", { min: 0, max: 9 }),
          inner: record({ size: integer("fond", { min: 0, max: 9 }) }),
        }),
        9,
      ),
    }),
    9,
  ),
});
type Facts = ValueOf<typeof declared>;
const f = refs(declared);
const now = day("2026-03-02");

/** What both readings say, which must be one; made afresh each time. */
function answer(rule: Condition, facts: Facts, at: readonly number[] = []): string {
  const place = { facts, today: now, at };
  const { outer, inner } = scopeOf(rule, place);
  const code = compile(rule)(facts, outer, inner, now);
  expect(explain(rule, place).code).toBe(code);
  return statusOf(code);
}

function missing(rule: Condition, facts: Facts, at: readonly number[] = []): readonly string[] {
  return explain(rule, { facts, today: now, at }).missing;
}

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
    ["same", () => same(f.town, f.twin), { town: "a", twin: "a" }, { town: "a", twin: "b" }],
    ["is", () => is(f.kind, "a"), { kind: "a" as const }, { kind: "b" as const }],
    ["one of", () => oneOf(f.kind, ["b"]), { kind: "b" as const }, { kind: "a" as const }],
    ["includes", () => includes(f.tags, "y"), { tags: ["x" as const, "y" as const] }, { tags: [] }],
    ["filled", () => filled(f.tags), { tags: ["x" as const] }, { tags: [] }],
    ["begins with", () => beginsWith(f.town, ["ab", "cd"]), { town: "cde" }, { town: "acd" }],
    ["yes", () => f.flag, { flag: true }, { flag: false }],
    ["no", () => not(f.flag), { flag: false }, { flag: true }],
    ["deep", () => moreThan(f.inner.size, 1), { inner: { size: 2 } }, { inner: { size: 1 } }],
    ["count", () => moreThan(count(f.items), 1), { items: [{}, {}] }, { items: [{}] }],
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
    expect(() => reader(deep)).toThrow("too deep: a.b.c");
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

describe("the reasoning in words", () => {
  it.each([
    [() => moreThan(f.size, 5), "taille supérieur à 5"],
    [() => atLeast(f.price, euros(5)), "prix au moins égal à 5\u00a0€"],
    [() => lessThan(f.size, 5), "taille inférieur à 5"],
    [() => atMost(yearsAfter(f.on, 3), today), "jour plus 3 ans au plus égal à jour du dépôt"],
    [() => equals(count(f.items), 1), "éléments égal à 1"],
    [
      () =>
        moreThan(
          total(f.items, (one) => one.size),
          5,
        ),
      "taille (total) supérieur à 5",
    ],
    [() => oneOf(f.kind, ["a", "b"]), "sorte\u00a0: Sorte A, ou Sorte B"],
    [() => includes(f.tags, "x"), "marques comprend «\u202fMarque X\u202f»"],
    [() => beginsWith(f.town, ["a", "b"]), "ville commence par a, b"],
    [() => filled(f.tags), "marques\u00a0: indiqué"],
    [() => known(f.size), "taille\u00a0: indiqué"],
    [() => f.flag, "drapeau"],
    [() => not(f.flag), "le contraire de"],
    [() => ifKnown(f.flag), "si l’information est donnée"],
    [() => doubtful(f.flag), "à apprécier sinon"],
    [() => all(), "toutes ces conditions"],
    [() => any(), "l’une de ces conditions au moins"],
    [() => every(f.items, (one) => one.inner.flag), "pour chacun (éléments)"],
    [() => some(f.items, (one) => one.inner.flag), "pour l’un au moins (éléments)"],
    [() => choose(f.flag, f.other, f.other), "selon que drapeau"],
    [() => ({ op: "one-of", of: f.town, values: ["a"] }) as const, "ville\u00a0: a"],
    [() => ({ op: "known", of: all() }) as const, "toutes ces conditions\u00a0: indiqué"],
  ] as const)("%# is said", (rule, said) => {
    expect(sentenceOf(rule())).toBe(said);
  });

  it("shows each line, what was read and what follows", () => {
    const rule = all(
      not(f.flag),
      every(f.items, (one) => atLeast(one.size, 2)),
      doubtful(is(f.kind, "a")),
    );
    const found = explain(rule, { facts: { flag: false, items: [{ size: 3 }, {}], kind: "b" }, today: now, at: [] });
    expect(found).toEqual({
      code: 2,
      read: ["/flag", "/items/0/size", "/items/1/size", "/kind"],
      missing: ["/items/1/size"],
      trace: {
        said: "toutes ces conditions",
        status: "unknown",
        parts: [
          {
            said: "le contraire de",
            status: "met",
            parts: [{ said: "drapeau", status: "not-met", value: "non", pointer: "/flag" }],
          },
          {
            said: "pour chacun (éléments)",
            status: "unknown",
            parts: [
              { said: "taille au moins égal à 2", status: "met", value: "3", pointer: "/items/0/size" },
              { said: "taille au moins égal à 2", status: "unknown", value: "non renseigné", pointer: "/items/1/size" },
            ],
          },
          {
            said: "à apprécier sinon",
            status: "to-assess",
            parts: [{ said: "sorte\u00a0: Sorte A", status: "not-met", value: "Sorte B", pointer: "/kind" }],
          },
        ],
      },
    });
  });

  it("shows an absent list, a total, and a rule without facts", () => {
    const place = { facts: {} as Facts, today: now, at: [] };
    expect(
      explain(
        every(f.items, (one) => one.inner.flag),
        place,
      ).trace,
    ).toEqual({ said: "pour chacun (éléments)", status: "unknown", pointer: "/items" });
    expect(
      explain(
        every(f.items, (one) => one.inner.flag),
        place,
      ).read,
    ).toEqual(["/items"]);
    const sum = explain(
      moreThan(
        total(f.items, (one) => one.size),
        3,
      ),
      { ...place, facts: { items: [{ size: 2 }, { size: 2 }] } },
    );
    expect(sum.trace).toEqual({ said: "taille (total) supérieur à 3", status: "met", value: "4", pointer: "/items" });
    expect(sum.read).toEqual(["/items/0/size", "/items/1/size"]);
    expect(
      explain(
        moreThan(
          total(f.items, (one) => one.size),
          3,
        ),
        place,
      ).read,
    ).toEqual(["/items"]);
    const always = { op: "value", kind: "yes-no", value: true } as const;
    expect(explain(always, place)).toEqual({ code: 0, read: [], missing: [], trace: { said: "oui", status: "met" } });
    expect(explain(same(f.town, f.twin), { ...place, facts: { town: "a" } }).missing).toEqual(["/twin"]);
    expect(explain(all(known(f.size), moreThan(f.size, 1)), place)).toMatchObject({
      read: ["/size"],
      missing: ["/size"],
    });
  });

  it("says a term where it is read", () => {
    const scope = scopeOf(f.flag, {
      facts: { price: euros(3), items: [{ size: 1 }, { size: 2 }], on: now },
      today: now,
      at: [],
    });
    expect(sayer(f.price)(scope)).toBe("3\u00a0€");
    expect(sayer(count(f.items))(scope)).toBe("2");
    expect(sayer(total(f.items, (one) => one.size))(scope)).toBe("3");
    expect(sayer(yearsAfter(f.on, 1))(scope)).toBe("2 mars 2027");
    expect(sayer(today)(scope)).toBe("2 mars 2026");
    expect(sayer({ op: "value", kind: "integer", value: 4 })(scope)).toBe("4");
    expect(sayer(yearsAfter(f.on, 1))({ ...scope, facts: {} })).toBe("non renseigné");
  });
});

describe("a criterion", () => {
  const words = { id: "X-1", title: "Titre", provision: "1.x", question: "Quoi\u202f?", nature: "computed" as const };
  const reasons = (met: Criterion["reasons"]["met"]) => ({
    met,
    "not-met": say`Non\u00a0: ${f.size}, ${3} et ${"rien"}.`,
    unknown: say`On ne sait pas.`,
    "to-assess": say`À voir.`,
  });
  const place = (facts: Facts) => ({ facts, today: now, at: [] });

  it("speaks by the first case that holds", () => {
    const criterion: Criterion = {
      ...words,
      expression: moreThan(f.size, 5),
      reasons: reasons([
        { when: f.flag, say: say`Oui, ${f.size}.` },
        { when: f.other, say: say`Peut-être ${f.size}.` },
        { say: say`Bref.` },
      ]),
    };
    const reason = (facts: Facts) => judge(criterion, place(facts), {})[0]?.reason;
    expect(reason({ size: 6, flag: true, other: true })).toBe("Oui, 6.");
    expect(reason({ size: 6, other: true })).toBe("Peut-être 6.");
    expect(reason({ size: 6 })).toBe("Bref.");
    expect(reason({ size: 5 })).toBe("Non\u00a0: 5, 3 et rien.");
    expect(reason({})).toBe("On ne sait pas.");
  });

  it("says nothing where no case holds", () => {
    const criterion: Criterion = {
      ...words,
      expression: f.flag,
      reasons: reasons([{ when: f.other, say: say`Oui.` }]),
    };
    expect(judge(criterion, place({ flag: true }), {})[0]?.reason).toBe("");
  });

  it("joins words and facts into as few parts as can be", () => {
    expect(say`a ${"b"} c ${1} ${f.flag} d`).toEqual(["a b c 1 ", f.flag, " d"]);
    expect(say`${f.flag}${f.other}`).toEqual(["", f.flag, "", f.other, ""]);
  });

  it("judges each item of its list", () => {
    const [criterion] = forEach(f.items, (one) => [
      {
        ...words,
        expression: atLeast(one.size, 2),
        reasons: reasons(say`Taille ${one.size}.`),
        alternatives: { "D-1": atLeast(one.size, 9) },
      },
    ]);
    if (criterion === undefined) throw new Error("no criterion");
    const facts: Facts = { size: 0, items: [{ size: 2 }, { size: 1 }] };
    const results = judge(criterion, place(facts), { "D-2": "alternative", "D-1": "default" });
    expect(results.map(({ structure, status, reason, facts }) => [structure, status, reason, facts])).toEqual([
      [0, "met", "Taille 2.", ["/items/0/size"]],
      [1, "not-met", "Non\u00a0: 0, 3 et rien.", ["/items/1/size"]],
    ]);
    expect(judge(criterion, place(facts), { "D-1": "alternative" })).toMatchObject([
      {
        structure: 0,
        status: "not-met",
        closedDoubt: "D-1",
        reason: "Condition non remplie, selon l’autre lecture du texte que le service a retenue (D-1).",
      },
      { structure: 1, status: "not-met" },
    ]);
  });
});
