import { describe, expect, it } from "vitest";
import { day } from "../values/day.ts";
import { euros } from "../values/money.ts";
import { type Criterion, forEach, judge, say } from "./criterion.ts";
import { explain, sayer } from "./explain.ts";
import { type Facts, f, now } from "./expression.fixture.ts";
import {
  all,
  any,
  atLeast,
  atMost,
  awaited,
  beginsWith,
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
  today,
  total,
  yearsAfter,
} from "./expression.ts";
import { scopeOf } from "./scope.ts";
import { sentenceOf } from "./words.ts";

describe("the reasoning in words", () => {
  it.each([
    [() => moreThan(f.size, 5), "taille supérieur à 5"],
    [() => atLeast(f.price, euros(5)), "prix au moins égal à 5\u00a0€"],
    [() => lessThan(f.size, 5), "taille inférieur à 5"],
    [() => atMost(yearsAfter(f.on, 3), today), "jour plus 3 ans au plus tard le jour du dépôt"],
    [() => moreThan(f.on, day("2026-01-01")), "jour après le 1er janvier 2026"],
    [() => atLeast(f.on, day("2026-01-01")), "jour le 1er janvier 2026 ou après"],
    [() => lessThan(f.on, today), "jour avant le jour du dépôt"],
    [() => equals(f.on, day("2026-01-01")), "jour le 1er janvier 2026"],
    [() => lessThan(today, f.on), "jour du dépôt avant «\u202fjour\u202f»"],
    [() => moreThan(yearsAfter(f.on, 1), f.on), "jour plus 1 an après «\u202fjour\u202f»"],
    [() => atLeast(today, f.on), "jour du dépôt pas plus tôt que «\u202fjour\u202f»"],
    [() => atMost(today, f.on), "jour du dépôt pas plus tard que «\u202fjour\u202f»"],
    [() => equals(today, f.on), "jour du dépôt le même jour que «\u202fjour\u202f»"],
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
    [() => awaited(f.flag), "à compléter sinon"],
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
    expect(results.map(({ party: structure, status, reason, facts }) => [structure, status, reason, facts])).toEqual([
      [0, "met", "Taille 2.", ["/items/0/size"]],
      [1, "not-met", "Non\u00a0: 0, 3 et rien.", ["/items/1/size"]],
    ]);
    expect(judge(criterion, place(facts), { "D-1": "alternative" })).toMatchObject([
      {
        party: 0,
        status: "not-met",
        closedDoubt: "D-1",
        reason: "Condition non remplie, selon l’autre lecture du texte que le service a retenue (D-1).",
      },
      { party: 1, status: "not-met" },
    ]);
  });
});
