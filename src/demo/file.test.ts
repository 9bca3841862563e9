import { describe, expect, it } from "vitest";
import { day, frameworkOn } from "#policy/index.ts";
import { readApplication } from "#src/life/index.ts";
import { communeByCode } from "#src/territory/index.ts";
import { demoApplication, demoOrganisation } from "./file.fixture.ts";
import { communesOfDemo } from "./places.ts";

describe("the demonstration's files", () => {
  it("lie in real communes", () => {
    for (const [code, name] of communesOfDemo) expect(communeByCode(code)?.name.replace("'", "’")).toBe(name);
  });

  it("have as many organisations as asked, each its own SIREN, each said to be fictional", () => {
    const organisations = Array.from({ length: 500 }, (_, n) => demoOrganisation(n));
    expect(new Set(organisations.map((one) => one.siren)).size).toBe(500);
    expect(organisations.every((one) => one.name.endsWith("(fictif)"))).toBe(true);
  });

  it("are whole and within the rules, and always the same", () => {
    const today = day("2026-03-10");
    const framework = frameworkOn(today).version;
    for (let n = 0; n < 60; n++) {
      const { raw } = demoApplication(n);
      const reading = readApplication({ scheme: "appui-conseil", framework, revision: 0, raw }, new Map(), [], today);
      expect([...reading.errors]).toEqual([]);
      expect(reading.gaps.filter((gap) => gap.section !== "documents")).toEqual([]);
      expect(reading.assessment.criteria.filter((one) => one.status === "not-met")).toEqual([]);
      expect(demoApplication(n)).toEqual(demoApplication(n));
    }
  });
});
