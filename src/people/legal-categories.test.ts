import { expect, it } from "vitest";
import { legalCategories, legalCategoryLabel, usualLegalCategories } from "./legal-categories.ts";

it("offers usual legal forms that exist, each once, and writes every label as plain text", () => {
  expect(new Set(usualLegalCategories).size).toBe(usualLegalCategories.length);
  for (const code of usualLegalCategories) expect(legalCategoryLabel(code), code).not.toBeNull();
  for (const label of Object.values(legalCategories)) expect(label).not.toMatch(/[&<>]|^\s|\s$/);
});
