import { expect, it } from "vitest";
import { safeBack } from "./back.ts";

const HERE = "http://localhost:3000";

it.each(["/demandes/nouvelle?route=individual", "/accueil#messages"])("leads back to %s", (path) => {
  expect(safeBack(path, HERE)).toBe(path);
});

it.each([
  undefined,
  "",
  "accueil",
  "//evil.example",
  "/\\evil.example",
  "https://evil.example/",
  "/.//evil.example",
  "/..//evil.example",
  "/%2e//evil.example",
])("never leads to %s", (path) => {
  expect(safeBack(path, HERE)).toBeNull();
});
