import { expect, it } from "vitest";
import { frameworkByVersion, type OpenScheme, readRaw } from "#policy/index.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { askables } from "./completion.ts";

const scheme = frameworkByVersion("2025-07-15")?.scheme("appui-conseil") as OpenScheme;

it("names what may be asked and where it stands as every other page does, the colon held to the word before it", () => {
  const labels = askables(scheme, readRaw(scheme.form, demoApplication(1).raw).answers, []).map((one) => one.label);
  expect(labels.filter((label) => label.includes(" :"))).toEqual([]);
  expect(labels.some((label) => label.startsWith("Combien de salariés"))).toBe(true);
});
