import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactNumber, isSiren, isSiret, readDigits, readSiren, readSiret, sirenOf } from "./registered-number.ts";

/** Digits, then the one that makes their Luhn sum whole. */
function withKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

const digitsOf = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(""));
const sirens = digitsOf(8)
  .map(withKey)
  .filter((siren) => siren !== "000000000" && siren !== "356000000");
const sirets = fc.tuple(sirens, digitsOf(4)).map(([siren, order]) => withKey(siren + order));
const error = (read: ReturnType<typeof readSiret>) => ("error" in read ? read.error : "");

describe("a SIRET", () => {
  it("La Poste: the head office by the usual key, the other offices by theirs", () => {
    expect(isSiret("35600000000048")).toBe(true);
    expect(isSiret("35600000049837")).toBe(true);
    expect(isSiret("35600000049838")).toBe(false);
    expect(isSiret("35600100049837")).toBe(false);
  });

  it("holds by its own key and by its SIREN's: neither alone is enough, and zeros are no number", () => {
    expect(isSiret("11122233344455")).toBe(false);
    expect(isSiret("00000000000000")).toBe(false);
    expect(isSiret("00000000000018")).toBe(false);
    expect(isSiren("000000000")).toBe(false);
    fc.assert(
      fc.property(digitsOf(9), digitsOf(4), (nine, order) => {
        fc.pre(!isSiren(nine));
        expect(isSiret(withKey(nine + order))).toBe(false);
      }),
    );
  });

  it("is taken however it is spaced, and with what a paste brings along", () => {
    const marks = [" ", "\u00a0", "\u202f", "\u2009", ".", "-", "\u2011", "–", "\t", "\u200b", "\u200e", "\u202a"];
    const between = fc.constantFrom(...marks, "\u202c", "\u202d", "\u2060", "\u2066", "\ufeff", "\u00ad", "\u2028");
    fc.assert(
      fc.property(sirets, fc.array(between, { minLength: 15, maxLength: 15 }), (siret, all) => {
        const typed = all[14] + [...siret].map((digit, at) => digit + all[at]).join("");
        expect(readSiret(typed)).toEqual({ value: siret });
      }),
    );
    for (const typed of [
      "732.829.320.00074",
      "732-829-320-00074",
      "73282932000074\u200b",
      "\u202a73282932000074\u202c",
      "７３２\u3000８２９ ３２０ ０００７４",
    ])
      expect(readSiret(typed)).toEqual({ value: "73282932000074" });
  });

  it("shows one wrong digit always", () => {
    fc.assert(
      fc.property(sirets, fc.nat(13), fc.integer({ min: 1, max: 9 }), (siret, place, shift) => {
        const wrong = `${siret.slice(0, place)}${(Number(siret[place]) + shift) % 10}${siret.slice(place + 1)}`;
        fc.pre(!wrong.startsWith("356000000"));
        expect(isSiret(wrong)).toBe(false);
      }),
    );
  });

  it("shows two neighbours exchanged, save 0 and 9 (the key's known blind spot)", () => {
    fc.assert(
      fc.property(sirets, fc.nat(12), (siret, place) => {
        const [a, b] = [siret[place] ?? "", siret[place + 1] ?? ""];
        fc.pre(a !== b && Math.abs(Number(a) - Number(b)) !== 9);
        const wrong = siret.slice(0, place) + b + a + siret.slice(place + 2);
        fc.pre(!wrong.startsWith("356000000"));
        expect(isSiret(wrong)).toBe(false);
      }),
    );
  });

  it("never throws, and says in French what is wrong", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        for (const read of [readSiret(typed), readSiren(typed), readDigits(typed, 11)])
          if ("error" in read) expect(read.error).toMatch(/\.$/);
      }),
    );
    expect(error(readSiret("1234"))).toBe("Un numéro SIRET a 14 chiffres\u00a0: il manque 10 chiffres.");
    expect(error(readSiret("1".repeat(15)))).toBe("Un numéro SIRET a 14 chiffres\u00a0: il y a 1 chiffre de trop.");
    expect(error(readSiret("356 000 000"))).toContain("c’est un SIREN");
    expect(error(readSiret(""))).toBe("Donnez le numéro SIRET.");
    expect(error(readSiret("\u200b"))).toBe("Donnez le numéro SIRET.");
    expect(error(readSiret("3560000000004A"))).toContain("que des chiffres");
    expect(error(readSiret("0".repeat(14)))).toContain("que des zéros");
    expect(error(readSiret("73282932000075"))).toContain("erreur de frappe");
    expect(error(readSiret("11122233344455"))).toContain("erreur de frappe");
  });
});

it("a SIREN: nine digits with their key, the first nine of a SIRET", () => {
  fc.assert(fc.property(sirens, (siren) => isSiren(siren) && "value" in readSiren(siren)));
  expect(isSiren("356000000")).toBe(true);
  expect(isSiren("356000001")).toBe(false);
  expect(error(readSiren("35600000"))).toContain("il manque 1 chiffre");
  expect(sirenOf("35600000000048")).toBe("356000000");
});

it("the declaration of activity: eleven digits, whatever region code they begin with", () => {
  for (const typed of ["28 14 01234 14", "28.14.01234.14", "28-14-01234-14", "\u202d28140123414\u202c"])
    expect(readDigits(typed, 11)).toEqual({ value: "28140123414" });
  expect(readDigits("11910843391", 11)).toEqual({ value: "11910843391" });
  expect(error(readDigits("2814", 11))).toBe("Ce numéro a 11 chiffres\u00a0: il manque 7 chiffres.");
  expect(error(readDigits("2814012341X", 11))).toContain("que des chiffres");
  expect(error(readDigits("0".repeat(11), 11))).toContain("que des zéros");
});

it("what says nothing in a number is dropped, once", () => {
  expect(compactNumber(" AC‑2026‑00001\u200b ")).toBe("AC202600001");
});
