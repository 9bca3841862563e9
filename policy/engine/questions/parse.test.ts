import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarDay,
  choice,
  choices,
  communes,
  days,
  decimal,
  integer,
  listOf,
  money,
  openChoices,
  record,
  text,
  yesNo,
} from "../values/field.ts";
import { cents } from "../values/money.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { parseRecord } from "./parse.ts";

const declared = record({
  flag: yesNo("drapeau", "CS-3"),
  count: integer("nombre", { min: 0, max: 10, unit: "salariés" }),
  years: decimal("années", { min: 0, max: 80 }),
  days: days("jours", { min: 0, max: 30 }),
  price: money("prix", cents(1_000_00), "€ HT"),
  on: calendarDay("jour"),
  town: text("commune", "commune", 5),
  towns: communes("communes", 2),
  word: text("text", "mot", 3),
  siret: text("siret", "SIRET", 14),
  nda: text("code", "numéro de déclaration d’activité", 11),
  one: choice("choix", { a: "A", b: "B" }),
  some: choices("plusieurs", { a: "A", b: "B" }),
  open: openChoices("ouverts", { a: "A" }),
  items: listOf("éléments", record({ count: integer("nombre", { min: 1, max: 2 }) }), 2),
  inner: record({ flag: yesNo("drapeau") }),
});

function errorsOf(json: unknown): Record<string, string> {
  const parsed = parseRecord(declared, json);
  return parsed.ok ? {} : Object.fromEntries(parsed.errors.map(({ pointer, message }) => [pointer, message]));
}

describe("facts read from JSON", () => {
  it.each([
    ["nda", "2814012341", /a 11 chiffres.* il manque 1 chiffre/],
    ["nda", "281401234140", /a 11 chiffres.* il y a 1 chiffre de trop/],
    ["nda", "2814012341A", /que des chiffres/],
    ["nda", "00000000000", /que des zéros/],
    ["nda", 28140123414, /texte/],
    ["siret", "73282932000075", /erreur de frappe/],
    ["siret", "11122233344455", /erreur de frappe/],
    ["siret", "732829320", /5 chiffres de l’établissement/],
    ["siret", 73282932000074, /texte/],
  ])("refuses %s %o, as the form does", (name, value, message) => {
    expect(errorsOf({ [name]: value })[`/${name}`]).toMatch(message);
  });

  it("takes everything well formed, null and left out alike", () => {
    const json = {
      flag: true,
      count: 10,
      years: 2.25,
      days: 2.5,
      price: "1000.00",
      on: "2024-02-29",
      town: "2A004",
      towns: ["14118", "2A004"],
      word: "abc",
      siret: "73282932000074",
      nda: "28140123414",
      one: "a",
      some: ["a", "b"],
      open: ["a", "z"],
      items: [{ count: 1 }, { count: null }],
      inner: { flag: null },
    };
    expect(parseRecord(declared, json)).toEqual({ ok: true, facts: { ...json, price: 100_000 } });
    expect(parseRecord(declared, { towns: ["14118", "14118"] })).toEqual({ ok: true, facts: { towns: ["14118"] } });
    expect(parseRecord(declared, {})).toEqual({ ok: true, facts: {} });
    expect(parseRecord(declared, { days: -0 })).toEqual({ ok: true, facts: { days: 0 } });
  });

  it.each([
    ["/flag", { flag: "true" }],
    ["/flag", { flag: 1 }],
    ["/count", { count: "3" }],
    ["/count", { count: 1.5 }],
    ["/count", { count: -1 }],
    ["/count", { count: 11 }],
    ["/count", { count: Number.POSITIVE_INFINITY }],
    ["/years", { years: -0.1 }],
    ["/days", { days: 0.25 }],
    ["/days", { days: 30.5 }],
    ["/price", { price: 12 }],
    ["/price", { price: "12,00" }],
    ["/price", { price: "1.001" }],
    ["/price", { price: "-1" }],
    ["/price", { price: "1000.01" }],
    ["/on", { on: "2026-02-29" }],
    ["/on", { on: 20260301 }],
    ["/town", { town: "Caen" }],
    ["/towns", { towns: "14118" }],
    ["/towns", { towns: ["14118", "Caen"] }],
    ["/towns", { towns: ["14118", "2A004", "76540"] }],
    ["/town", { town: 14118 }],
    ["/town", { town: "14118x" }],
    ["/town", { town: "x14118" }],
    ["/some", { some: ["a", "c"] }],
    ["/open", { open: [3] }],
    ["/on", { on: ["2026-03-01"] }],
    ["/word", { word: "abcd" }],
    ["/word", { word: 3 }],
    ["/one", { one: "c" }],
    ["/one", { one: "toString" }],
    ["/one", { one: ["a"] }],
    ["/some", { some: "a" }],
    ["/some", { some: ["c"] }],
    ["/some", { some: [1] }],
    ["/open", { open: [""] }],
    ["/open", { open: ["z".repeat(101)] }],
    ["/open", { open: Array.from({ length: 51 }, () => "a") }],
    ["/items", { items: {} }],
    ["/items", { items: [{}, {}, {}] }],
    ["/items/1/count", { items: [{}, { count: 3 }] }],
    ["/items/0", { items: [null] }],
    ["/items/0", { items: [[]] }],
    ["/inner", { inner: [] }],
    ["/inner/other", { inner: { other: 1 } }],
    ["/other", { other: 1 }],
    ["/a~1b~0c", { "a/b~c": 1 }],
    ["/__proto__", JSON.parse('{"__proto__": 1}')],
    ["/constructor", { constructor: 1 }],
    ["", null],
    ["", []],
    ["", "x"],
  ])("names the bad field %s", (pointer, json) => {
    expect(Object.keys(errorsOf(json))).toEqual([pointer]);
  });

  it("says in French what was expected", () => {
    expect(
      errorsOf({ flag: 1, count: 1.5, price: 2, on: "x", one: "c", items: [{}, {}, {}], other: 1, days: 0.2 }),
    ).toEqual({
      "/flag": "Vrai ou faux (true, false) est attendu.",
      "/count": "Un nombre entier est attendu.",
      "/price": 'Un montant en euros est attendu, dans une chaîne\u00a0: "1100.00", deux décimales au plus.',
      "/on": "Un jour est attendu, écrit AAAA-MM-JJ.",
      "/one": "Valeurs possibles\u00a0: a, b.",
      "/items": "Cette liste compte 3 éléments\u202f; 2 au plus sont possibles.",
      "/other": "Ce champ n’existe pas.",
      "/days": "Les jours se comptent par demi-journées\u00a0: 2.5 par exemple.",
    });
  });

  it("takes lists and words up to their bounds", () => {
    expect(errorsOf({ open: Array.from({ length: 50 }, () => "z".repeat(100)), items: [{}, {}] })).toEqual({});
    expect(errorsOf({ count: "3" })).toEqual({ "/count": "Un nombre est attendu." });
    expect(errorsOf({ count: Number.NaN })).toEqual({ "/count": "Un nombre est attendu." });
  });

  it("names a hundred bad fields at most", () => {
    const json = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, 1]));
    expect(Object.keys(errorsOf(json))).toHaveLength(100);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(declared.fields)), fc.jsonValue()), (json) => {
        const parsed = parseRecord(declared, json);
        expect(parsed.ok || parsed.errors.every(({ pointer }) => pointer.startsWith("/"))).toBe(true);
      }),
    );
  });

  it("describes itself as JSON Schema", () => {
    expect(jsonSchemaOf(declared)).toMatchObject({
      type: "object",
      additionalProperties: false,
      properties: {
        flag: { anyOf: [{ type: "boolean", description: "drapeau [CS-3]" }, { type: "null" }] },
        count: {
          anyOf: [{ type: "integer", minimum: 0, maximum: 10, description: "nombre (salariés)" }, { type: "null" }],
        },
        days: { anyOf: [{ type: "number", multipleOf: 0.5 }, { type: "null" }] },
        years: { anyOf: [{ type: "number", minimum: 0, maximum: 80, description: "années" }, { type: "null" }] },
        price: { anyOf: [{ type: "string", pattern: "^[0-9]{1,12}(\\.[0-9]{1,2})?$" }, { type: "null" }] },
        on: { anyOf: [{ format: "date" }, { type: "null" }] },
        one: { anyOf: [{ enum: ["a", "b"] }, { type: "null" }] },
        some: { anyOf: [{ type: "array", items: { enum: ["a", "b"] } }, { type: "null" }] },
        open: { anyOf: [{ type: "array", items: { maxLength: 100 } }, { type: "null" }] },
        items: {
          anyOf: [
            {
              type: "array",
              maxItems: 2,
              items: { properties: { count: { anyOf: [{ maximum: 2 }, { type: "null" }] } } },
            },
            { type: "null" },
          ],
        },
        town: { anyOf: [{ pattern: "^([0-9]{5}|2[AB][0-9]{3})$" }, { type: "null" }] },
        word: { anyOf: [{ maxLength: 3 }, { type: "null" }] },
      },
    });
  });
});
