import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { configurationPage } from "./configuration-page.ts";

it("docs/configuration.md says the settings as they are (npm run configuration)", () => {
  expect(readFileSync(join(import.meta.dirname, "../../docs/configuration.md"), "utf8")).toBe(configurationPage());
});
