import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSiren, isSiret } from "#policy/index.ts";
import { readDeclarationNumber, readSiren, readSiret, sirenOf } from "./siret.ts";

/** Digits, then the one that makes their Luhn sum whole. */
function withKey(digits: readonly number[]): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = place % 2 === 0 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return [...digits, (10 - (sum % 10)) % 10].join("");
}

const digit = fc.integer({ min: 0, max: 9 });
const sirets = fc.array(digit, { minLength: 13, maxLength: 13 }).map(withKey);
const sirens = fc.array(digit, { minLength: 8, maxLength: 8 }).map(withKey);

describe("SIRET", () => {
  test("La Poste: the head office by the usual key, the other offices by theirs", () => {
    expect(isSiret("35600000000048")).toBe(true);
    expect(isSiret("35600000049837")).toBe(true);
    expect(isSiret("35600000049838")).toBe(false);
    expect(isSiret("35600100049837")).toBe(false);
  });

  test("a number with its key is taken, however it is spaced", () => {
    const spaces = fc.constantFrom(" ", "\u00a0", "\u202f", "\u2009", ".", "-", "\t", "\u200b");
    fc.assert(
      fc.property(sirets, spaces, fc.integer({ min: 0, max: 14 }), (siret, space, at) => {
        expect(readSiret(` ${siret.slice(0, at)}${space}${siret.slice(at)}\n`)).toEqual({ ok: true, value: siret });
      }),
    );
  });

  test("one wrong digit is always seen", () => {
    fc.assert(
      fc.property(sirets, fc.nat(13), fc.integer({ min: 1, max: 9 }), (siret, place, shift) => {
        fc.pre(!siret.startsWith("356000000"));
        const wrong = `${siret.slice(0, place)}${(Number(siret[place]) + shift) % 10}${siret.slice(place + 1)}`;
        fc.pre(!wrong.startsWith("356000000"));
        expect(readSiret(wrong).ok).toBe(false);
      }),
    );
  });

  test("two neighbours exchanged are seen, save 0 and 9 (the key's known blind spot)", () => {
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

  test("never throws, and says in French what is wrong", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const read = readSiret(typed);
        if (!read.ok) expect(read.reason).toMatch(/\.$/);
      }),
    );
    expect(readSiret("1234")).toEqual({ ok: false, reason: "Un numéro SIRET a 14 chiffres : il manque 10 chiffres." });
    expect(readSiret("1".repeat(15))).toMatchObject({
      reason: "Un numéro SIRET a 14 chiffres : il y a 1 chiffre de trop.",
    });
    expect(readSiret("356000000")).toMatchObject({ reason: expect.stringContaining("SIREN") });
    expect(readSiret("")).toMatchObject({ reason: expect.stringContaining("Donnez") });
    expect(readSiret("3560000000004A")).toMatchObject({ reason: expect.stringContaining("chiffres") });
    expect(readSiret("73282932000075")).toMatchObject({ reason: expect.stringContaining("erreur de frappe") });
  });
});

test("SIREN: nine digits with their key, the first nine of a SIRET", () => {
  fc.assert(fc.property(sirens, (siren) => isSiren(siren) && readSiren(siren).ok));
  expect(isSiren("356000000")).toBe(true);
  expect(isSiren("356000001")).toBe(false);
  expect(readSiren("35600000")).toMatchObject({ reason: expect.stringContaining("il manque 1 chiffre") });
  expect(sirenOf("35600000000048")).toBe("356000000");
});

test("the declaration of activity: eleven digits, whatever region code they begin with", () => {
  expect(readDeclarationNumber("28 14 01234 14")).toEqual({ ok: true, value: "28140123414" });
  expect(readDeclarationNumber("11910843391").ok).toBe(true);
  expect(readDeclarationNumber("2814").ok).toBe(false);
  expect(readDeclarationNumber("2814012341X").ok).toBe(false);
});
