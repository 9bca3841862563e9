import { describe, expect, it } from "vitest";
import {
  findLegalCategories,
  legalCategories,
  legalCategoryLabel,
  otherLegalCategories,
  usualLegalCategories,
} from "./legal-categories.ts";

it("offers usual legal forms that exist, each once, and writes every label as plain text", () => {
  expect(new Set(usualLegalCategories).size).toBe(usualLegalCategories.length);
  for (const code of usualLegalCategories) expect(legalCategoryLabel(code), code).not.toBeNull();
  for (const label of Object.values(legalCategories)) expect(label).not.toMatch(/[&<>]|^\s|\s$/);
});

describe("a legal form searched for", () => {
  it.each([
    ["Mutualité sociale agricole", ["8140"]],
    ["mutualite SOCIALE agricole", ["8140"]],
    ["5458", ["5458"]],
    ["sarl production", ["5458"]],
    ["rien de tel", []],
    ["", []],
    ["\u200b", []],
  ])("« %s » may be %o", (typed, codes) => {
    const found = findLegalCategories(typed);
    if (codes.length === 1 && legalCategoryLabel(codes[0] ?? "") === null) expect(found).toHaveLength(1);
    else expect(found).toEqual(codes);
  });

  it("may be several, of which none is chosen", () => {
    expect(findLegalCategories("coopérative").length).toBeGreaterThan(10);
  });

  it("each other form is found by its own name, and by it alone", () => {
    for (const [code, label] of otherLegalCategories) expect(findLegalCategories(label), label).toEqual([code]);
    expect(otherLegalCategories.length + usualLegalCategories.length).toBe(Object.keys(legalCategories).length);
  });
});
