import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSiren, isSiret } from "../values/registered-number.ts";
import type { Control } from "./form.ts";
import { readTyped } from "./typed.ts";

const money: Control = { kind: "money", max: 100_000_00, unit: "€ HT" };
const integer: Control = { kind: "integer", min: 0, max: 1_000, step: 1, unit: "salariés" };
const days: Control = { kind: "decimal", min: 0, max: 400, step: 0.5, unit: "jours" };
const years: Control = { kind: "decimal", min: 0, max: 80, step: 0.1, unit: "ans" };
const choice: Control = { kind: "choice", options: [{ value: "a", label: "A" }] };
const choices: Control = {
  kind: "choices",
  options: [
    { value: "a", label: "A" },
    { value: "b", label: "B" },
  ],
};

function value(control: Control, typed: string | readonly string[] | undefined) {
  const reading = readTyped(control, typed);
  return "error" in reading ? reading.error : reading.value;
}

describe("what people type", () => {
  it.each([
    ["1100.5", 110_050],
    ["1 100,50 €", 110_050],
    ["1\u202f100,50\u00a0€", 110_050],
    ["1100 euros", 110_000],
    ["1 euro", 100],
    ["1 100 € HT", 110_000],
    ["1100 hors taxes", 110_000],
    ["1 100 euros H.T.", 110_000],
    ["1.234,56", 123_456],
    ["1,234.56 €", 123_456],
    ["12.345,6", 1_234_560],
    ["0", 0],
    ["100000", 10_000_000],
  ])("reads the amount « %s »", (typed, amount) => {
    expect(value(money, typed)).toBe(amount);
  });

  it.each([
    ["-5", "Indiquez un montant positif."],
    ["−5", "Indiquez un montant positif."],
    ["1,234", "Indiquez un montant au centime près, par exemple 1\u202f100,50."],
    ["mille", "Indiquez un montant en euros, par exemple 1\u202f100,50."],
    ["1.23,45", "Indiquez un montant en euros, par exemple 1\u202f100,50."],
    ["1,234,567", "Indiquez un montant en euros, par exemple 1\u202f100,50."],
    ["1,5,2", "Indiquez un montant en euros, par exemple 1\u202f100,50."],
    ["100000,01", "Indiquez un montant de 100\u202f000\u00a0€ au plus."],
    ["999999999999999 €", "Indiquez un montant de 100\u202f000\u00a0€ au plus."],
    ["9".repeat(400), "Indiquez un montant de 100\u202f000\u00a0€ au plus."],
  ])("explains the amount « %s »", (typed, message) => {
    expect(value(money, typed)).toBe(message);
  });

  it.each(["1 200 € TTC", "1200ttc", "1 200 T.T.C.", "1 200 € toutes taxes comprises", "1200 € TVA comprise"])(
    "asks again, without tax, the price « %s »",
    (typed) => expect(value(money, typed)).toMatch(/^Ce prix comprend la TVA\u00a0: indiquez-le hors taxes/),
  );

  it.each([
    [integer, "12", 12],
    [integer, " 1 000 ", 1_000],
    [integer, "12,0", 12],
    [integer, "12,5", "Indiquez un nombre entier, par exemple 12."],
    [integer, "douze", "Indiquez un nombre entier, par exemple 12."],
    [integer, "-1", "Indiquez un nombre de 0 au moins."],
    [integer, "−1", "Indiquez un nombre de 0 au moins."],
    [integer, "1001", "Indiquez un nombre de 1\u202f000 au plus."],
    [integer, "9".repeat(400), "Indiquez un nombre de 1\u202f000 au plus."],
    [integer, "9999999999999,5", "Indiquez un nombre de 1\u202f000 au plus."],
    [days, "2,5", 2.5],
    [days, "2.5", 2.5],
    [days, "-0", 0],
    [days, "2,25", "Comptez en jours et demi-journées, par exemple 2,5."],
    [days, "deux", "Indiquez un nombre, par exemple 2,5."],
    [years, "2,25", 2.25],
  ] as const)("reads the number (%o) « %s »", (control, typed, read) => {
    expect(value(control, typed)).toBe(read);
  });

  it.each([
    "2026-03-03",
    "03/03/2026",
    "3/3/2026",
    "3-3-2026",
    "3.3.2026",
    "3 mars 2026",
    "3 MARS 2026",
    "3\u00a0mars\u00a02026",
  ])("reads the day « %s »", (typed) => {
    expect(value({ kind: "day" }, typed)).toBe("2026-03-03");
  });

  it("reads months in words", () => {
    expect(value({ kind: "day" }, "1er février 2026")).toBe("2026-02-01");
    expect(value({ kind: "day" }, "15 août 2026")).toBe("2026-08-15");
    expect(value({ kind: "day" }, "15 déc. 2026")).toBe("2026-12-15");
    expect(value({ kind: "day" }, "15 juil. 2026")).toBe("2026-07-15");
    for (const typed of ["3 brumaire 2026", "demain", "2026"]) {
      expect(value({ kind: "day" }, typed)).toBe("Indiquez une date, par exemple 03/03/2026.");
    }
    for (const typed of ["31/02/2020", "31 février 2020", "2020-02-31", "3.13.2026", "0/1/2026"]) {
      expect(value({ kind: "day" }, typed)).toMatch(/^Ce jour n’existe pas/);
    }
    expect(value({ kind: "day" }, "1/2/27")).toBe("Écrivez l’année avec ses quatre chiffres, par exemple 1/2/2027.");
  });

  it("reads yes and no", () => {
    expect(value({ kind: "yes-no" }, "oui")).toBe(true);
    expect(value({ kind: "yes-no" }, "Non")).toBe(false);
    expect(value({ kind: "yes-no" }, "true")).toBe(true);
    expect(value({ kind: "yes-no" }, "false")).toBe(false);
    expect(value({ kind: "yes-no" }, "peut-être")).toBe("Répondez par oui ou par non.");
  });

  it("reads choices", () => {
    expect(value(choice, "a")).toBe("a");
    expect(value(choice, ["x", "a"])).toBe("a");
    expect(value(choice, "z")).toBe("Choisissez une des réponses proposées.");
    expect(value(choices, "a")).toEqual(["a"]);
    expect(value(choices, ["a", "", "b", "a"])).toEqual(["a", "b"]);
    expect(value(choices, ["a", "z"])).toBe("Choisissez parmi les réponses proposées.");
    expect(value({ ...choices, open: true }, ["a", "autre chose"])).toEqual(["a", "autre chose"]);
    expect(value({ ...choices, open: true }, "z".repeat(101))).toBe(
      "Raccourcissez ce texte\u00a0: 100 caractères au plus, il en compte 101.",
    );
    expect(value({ ...choices, open: true }, "z".repeat(100))).toEqual(["z".repeat(100)]);
    expect(value(choices, [])).toBeNull();
  });

  it.each([
    [{ kind: "commune" }, "14118", "14118"],
    [{ kind: "commune" }, "2A004", "2A004"],
    [{ kind: "commune" }, "Caen", "Choisissez une commune dans la liste."],
    [{ kind: "commune" }, "141180", "Choisissez une commune dans la liste."],
    [{ kind: "siret" }, "356 000 000 00048", "35600000000048"],
    [{ kind: "siret" }, "３５６０００００００００４８", "35600000000048"],
    [{ kind: "money", unit: "€", max: 1_000_000 }, "１\u3000１００，５０ €", 110_050],
    [{ kind: "day" }, "０３／０３／２０２６", "2026-03-03"],
    [{ kind: "siret" }, "123", "Un numéro SIRET a 14 chiffres\u00a0: il manque 11 chiffres."],
    [
      { kind: "siret" },
      "12345678901234",
      "Ce numéro SIRET contient une erreur de frappe\u00a0: vérifiez chaque chiffre.",
    ],
    [{ kind: "email", maxLength: 50 }, "a.b@exemple.fr", "a.b@exemple.fr"],
    [
      { kind: "email", maxLength: 50 },
      "a b@exemple.fr",
      "Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr.",
    ],
    [
      { kind: "email", maxLength: 10 },
      "aaaa@exemple.fr",
      "Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr.",
    ],
    [{ kind: "phone", maxLength: 30 }, "02 31 00 00 00", "02 31 00 00 00"],
    [{ kind: "phone", maxLength: 30 }, "+33 (0)2-31.00", "+33 (0)2-31.00"],
    [
      { kind: "phone", maxLength: 30 },
      "appelez-moi",
      "Indiquez un numéro de téléphone, par exemple 02\u00a031\u00a000\u00a000\u00a000.",
    ],
    [{ kind: "url", maxLength: 30 }, "https://exemple.fr/a", "https://exemple.fr/a"],
    [
      { kind: "url", maxLength: 10 },
      "https://exemple.fr/a",
      "Indiquez une adresse de site, par exemple https://exemple.fr.",
    ],
    [
      { kind: "url", maxLength: 30 },
      "javascript:alert(1)",
      "Indiquez une adresse de site, par exemple https://exemple.fr.",
    ],
    [{ kind: "text", maxLength: 3 }, " abc ", "abc"],
    [{ kind: "text", maxLength: 3 }, "abcd", "Raccourcissez ce texte\u00a0: 3 caractères au plus, il en compte 4."],
    [{ kind: "long-text", maxLength: 5 }, "a\nb", "a\nb"],
    [{ kind: "text", maxLength: 33, digits: 11 }, "28 14 00000 00", "28140000000"],
    [{ kind: "text", maxLength: 33, digits: 11 }, "28\u00a014\u202f00000\u00a000", "28140000000"],
    [
      { kind: "text", maxLength: 33, digits: 11 },
      "28 14 00000",
      "Ce numéro a 11 chiffres\u00a0: il manque 2 chiffres.",
    ],
    [
      { kind: "text", maxLength: 33, digits: 11 },
      "281400000001",
      "Ce numéro a 11 chiffres\u00a0: il y a 1 chiffre de trop.",
    ],
    [
      { kind: "text", maxLength: 33, digits: 11 },
      "28140000A00",
      "Ce numéro ne contient que des chiffres\u00a0: il y en a 11.",
    ],
  ] as const)("reads %o « %s »", (control, typed, read) => {
    expect(value(control, typed)).toBe(read);
  });

  it.each([
    [{ kind: "commune" }, "x14118"],
    [{ kind: "siret" }, "735600000000048"],
    [{ kind: "siret" }, "356000000000480"],
    [{ kind: "email", maxLength: 50 }, "a@exemple.fr b"],
    [{ kind: "email", maxLength: 50 }, "b a@exemple.fr"],
    [{ kind: "phone", maxLength: 30 }, "tel 0231000000"],
    [{ kind: "phone", maxLength: 30 }, "0231000000 bis"],
    [{ kind: "url", maxLength: 90 }, "javascript:https://exemple.fr"],
    [{ kind: "url", maxLength: 90 }, "https://exemple.fr et plus"],
    [{ kind: "day" }, "le 03/03/2026"],
    [{ kind: "day" }, "03/03/2026 au soir"],
    [{ kind: "day" }, "le 3 mars 2026"],
    [{ kind: "day" }, "3 mars 2026 au soir"],
    [integer, "environ 12"],
    [integer, "12 environ"],
    [money, "€12"],
    [money, "x1,234"],
  ] as const)("does not read %o « %s » in part", (control, typed) => {
    expect(readTyped(control, typed)).toHaveProperty("error");
  });

  it("takes what fits exactly", () => {
    expect(value({ kind: "email", maxLength: 12 }, "a@exemple.fr")).toBe("a@exemple.fr");
    expect(value({ kind: "url", maxLength: 18 }, "https://exemple.fr")).toBe("https://exemple.fr");
    expect(value({ kind: "url", maxLength: 18 }, "http://exemple.fr")).toBe("http://exemple.fr");
    expect(value(choice, [])).toBeNull();
    expect(value(money, "12,345")).toBe("Indiquez un montant au centime près, par exemple 1\u202f100,50.");
    expect(isSiret("x73282932000074")).toBe(false);
    expect(isSiret("732829320000740")).toBe(false);
  });

  it("takes nothing for nothing, and never throws", () => {
    const controls: readonly Control[] = [
      money,
      integer,
      days,
      choice,
      choices,
      { kind: "day" },
      { kind: "siret" },
      { kind: "commune" },
      { kind: "yes-no" },
      { kind: "text", maxLength: 10 },
      { kind: "text", maxLength: 33, digits: 11 },
      { kind: "email", maxLength: 10 },
      { kind: "phone", maxLength: 10 },
      { kind: "url", maxLength: 10 },
    ];
    for (const control of controls) {
      expect(value(control, undefined)).toBeNull();
      expect(value(control, "  \u00a0")).toBeNull();
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...controls),
        fc.oneof(fc.string(), fc.constantFrom("\u00a0é\u{1f600}", "\0", "\ud800"), fc.array(fc.string())),
        (control, typed) => {
          const reading = readTyped(control, typed);
          expect("error" in reading ? reading.error.length > 10 : true).toBe(true);
        },
      ),
    );
  });

  it("knows the key of a SIRET", () => {
    expect(isSiret("73282932000074")).toBe(true);
    expect(isSiret("73282932000075")).toBe(false);
    expect(isSiret("35600000000048")).toBe(true);
    expect(isSiret("35600000049837")).toBe(true);
    expect(isSiret("35600000049838")).toBe(false);
    expect(isSiret("7328293200007")).toBe(false);
    for (const wrong of ["7328293200007a", "a73282932000074", "732829320000740", "73282932000074a", "0".repeat(15)]) {
      expect([wrong, isSiret(wrong)]).toEqual([wrong, false]);
    }
  });

  it("knows the key of a SIREN", () => {
    expect(isSiren("732829320")).toBe(true);
    expect(isSiren("356000000")).toBe(true);
    for (const wrong of [
      "732829321",
      "723829320",
      "356000001",
      "73282932",
      "7328293200",
      "73282932a",
      "a732829320",
      "732829320a",
    ])
      expect([wrong, isSiren(wrong)]).toEqual([wrong, false]);
  });
});
