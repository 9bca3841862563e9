import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { demonstrationsOf } from "#policy/demonstration/index.ts";
import { day, frameworkByVersion, type OpenScheme, type Raw, readRaw } from "#policy/index.ts";
import { demoOrganisation } from "./organisation.ts";

const version = "2025-07-15";
/** Before any project of that year begins. */
const [year, today] = [2026, day("2026-01-15")];

/** What a machine cannot read, or says is not met, of what a scheme types for the demonstration. */
function faults(scheme: OpenScheme, raw: Raw): readonly string[] {
  const { answers, errors } = readRaw(scheme.form, raw, () => true);
  // What another funder decides comes after the filing.
  const later = scheme.course.after?.provision;
  const { criteria } = scheme.evaluate(answers, { today });
  const notMet = criteria.filter(({ id, status }) => status === "not-met" && id !== later);
  return [...errors.map(({ path }) => `${scheme.slug} ${path}`), ...notMet.map(({ id }) => `${scheme.slug} ${id}`)];
}

it("types whole projects and requests that are read, and meet what a machine can tell", () => {
  const found: string[] = [];
  for (const { scheme: slug, requests, calls, selection } of demonstrationsOf(version)) {
    const scheme = frameworkByVersion(version)?.scheme(slug);
    if (scheme?.status !== "open") throw new Error(`${slug} is not open`);
    for (let n = 0; n < 12; n += 1) {
      const of = demoOrganisation(n);
      const typed = [
        ...(requests ? [requests.answers(n, of)] : []),
        ...(calls ? [calls.project(of, Temporal.PlainDate.from(today))] : []),
        ...(selection?.projects ?? []).map((project) => project.answers(of, year)),
      ];
      found.push(...typed.flatMap((raw) => faults(scheme, raw)));
    }
  }
  expect([...new Set(found)]).toEqual([]);
});
