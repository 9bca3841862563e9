import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEmail, readPhone } from "./reachable.ts";

const wrongEmail = { error: "Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr." };
const wrongPhone = { error: "Indiquez un numéro de téléphone, par exemple 02\u00a031\u00a000\u00a000\u00a000." };

describe("an e-mail address", () => {
  it.each([
    "prenom@exemple.fr",
    " prenom@exemple.fr ",
    "<prenom@exemple.fr>",
    "mailto:prenom@exemple.fr",
    "MAILTO: prenom@exemple.fr",
    "<mailto:prenom@exemple.fr>",
    "Prénom Nom <prenom@exemple.fr>",
    '"Nom, Prénom" <prenom@exemple.fr>;',
    "prenom@exemple.fr.",
    "prenom@exemple.fr,",
    "prenom@exemple.fr ;",
    "prenom\u200b@exemple.fr",
    "\u202aprenom@exemple.fr\u202c",
    "prenom@exemple.fr\u00a0",
    "prenom@exemple.fr\ufeff",
  ])("is taken out of « %s »", (typed) => {
    expect(readEmail(typed)).toEqual({ value: "prenom@exemple.fr" });
  });

  it.each([
    "a.b+formation@sous.exemple.fr",
    "o'neil@exemple.museum",
    "a@société.fr",
    "a@xn--socit-esab.fr",
    "A_B@1and1.com",
  ])("« %s » is one", (typed) => expect(readEmail(typed)).toEqual({ value: typed }));

  it.each([
    "",
    "\u200b",
    "prenom",
    "prenom@",
    "@exemple.fr",
    "prenom@exemple",
    "prenom@exemple.f",
    "prenom@exemple..fr",
    "pre..nom@exemple.fr",
    ".prenom@exemple.fr",
    "prenom.@exemple.fr",
    "prenom@.exemple.fr",
    "prenom@-exemple.fr",
    "prenom@exemple-.fr",
    "pre nom@exemple.fr",
    "prenom@exemple.fr b",
    "a@exemple.fr,b",
    "a@exemple.fr,b@exemple.fr",
    "a@exemple.fr;b@exemple.fr",
    "a@b@exemple.fr",
    "a@exemple.fr <b@exemple.fr>",
    "prenom@exemple.123",
    "prenom@[127.0.0.1]",
    "prénom@exemple.fr",
    `${"a".repeat(65)}@exemple.fr`,
    `a@${"b".repeat(64)}.fr`,
    `a@${"b.".repeat(130)}fr`,
  ])("« %s » is none", (typed) => {
    expect(readEmail(typed)).toEqual(wrongEmail);
  });

  it("holds in its field", () => {
    expect(readEmail("a@exemple.fr", 12)).toEqual({ value: "a@exemple.fr" });
    expect(readEmail("aa@exemple.fr", 12)).toEqual(wrongEmail);
  });

  it("once read, is read the same again; whatever is typed, nothing throws", () => {
    const ends = fc.constantFrom("", " ", ".", ",", ";", "\u200b", ">");
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.tuple(fc.emailAddress(), ends).map(([a, end]) => a + end),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = readEmail(text);
        if ("value" in read) expect(readEmail(read.value)).toEqual(read);
      }),
    );
  });
});

describe("a telephone number", () => {
  it.each([
    ["02 31 00 00 00", "02 31 00 00 00"],
    ["02\u00a031\u202f00\u00a000\u00a000", "02 31 00 00 00"],
    ["+33 (0)2-31.00.00.00", "+33 (0)2-31.00.00.00"],
    ["02.31.00.00.00\u200b", "02.31.00.00.00"],
    ["\u202d0231000000\u202c", "0231000000"],
    ["tel:0231000000", "0231000000"],
    ["123456", "123456"],
    ["02‑31‑00‑00‑00", "02‑31‑00‑00‑00"],
  ])("« %s » is one", (typed, value) => {
    expect(readPhone(typed)).toEqual({ value });
  });

  it.each([
    "......",
    "-- -- --",
    "(     )",
    "+",
    "12345",
    "1.2.3.4.5",
    "tel 0231000000",
    "0231000000 bis",
    "02+31000000",
    "1234567890123456",
    "",
  ])("« %s » is none", (typed) => expect(readPhone(typed)).toEqual(wrongPhone));
});
