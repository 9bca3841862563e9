import { expect, it } from "vitest";
import { day, frameworkByVersion, missingAnswers, readRaw } from "#policy/index.ts";
import { demoFile } from "./file.ts";
import { transitionsProject } from "./transitions-project.ts";

it("answers every question of 2.c, for an organisation of each kind, and meets what a machine can tell", () => {
  const scheme = frameworkByVersion("2025-07-15")?.scheme("transitions");
  if (scheme?.status !== "open") throw new Error("transitions are not open");
  const today = day("2026-11-30");
  for (let n = 0; n < 20; n += 1) {
    const { answers, errors } = readRaw(scheme.form, transitionsProject(demoFile(n).organisation, 2027), () => true);
    expect(errors).toEqual([]);
    const gaps = missingAnswers(scheme.form, answers, [], today).filter(({ section }) => section !== "documents");
    expect(gaps).toEqual([]);
    const { criteria, costs, doubts } = scheme.evaluate(answers, { today });
    expect(criteria.filter(({ status }) => status === "not-met" || status === "unknown")).toEqual([]);
    expect(costs.map(({ status }) => status)).toEqual(["eligible", "eligible", "eligible"]);
    expect(doubts.map(({ id }) => id)).toContain("D-12");
  }
});
