import { expect, it } from "vitest";
import { audit, auditOf, sample } from "./audit.ts";
import { type Look, looks } from "./looks.ts";

/** How many criteria each theme of the RGAA 4.1 has. */
const themes = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

it("goes through the 106 criteria, each once, in the order of the themes, on twelve kinds of pages", () => {
  const expected = themes.flatMap((count, theme) => Array.from({ length: count }, (_, at) => `${theme + 1}.${at + 1}`));
  expect(looks.map(({ id }) => id)).toEqual(expected);
  expect(looks.filter(({ asks, evidence }) => asks === "" || evidence === "")).toEqual([]);
  expect(new Set(sample.map(({ address }) => address)).size).toBe(12);
});

it("reckons the rate on what applies, and never calls met what nobody looked at", () => {
  const of = (...findings: readonly Look["finding"][]) =>
    auditOf(findings.map((finding, at) => ({ id: `1.${at}`, asks: "x", finding, evidence: "y" })));
  expect(of("met", "met", "without", "not-met")).toMatchObject({ rate: 66, status: "partiellement conforme" });
  expect(of("met", "not-met", "not-met")).toMatchObject({ rate: 33, status: "non conforme" });
  expect(of("met", "without")).toMatchObject({ rate: 100, status: "totalement conforme" });
  expect(of("met", "met", "met", "not-seen")).toMatchObject({ rate: 75, notSeen: 1, status: "non conforme" });
  expect(audit.met + audit.notMet + audit.notSeen + audit.without).toBe(106);
});
