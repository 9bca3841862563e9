import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { directoryAnswer, type FakeDirectory, startFakeDirectory } from "#test/support/company-directory.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { readDirectoryAnswer } from "./company.ts";
import { lookUpCompany } from "./directory.ts";

const SIREN = "732829320";
const HEAD = "73282932000074";
const SECOND = "73282932000082";
const establishments = [
  { siret: HEAD, commune: "14118", postcode: "14000" },
  { siret: SECOND, commune: "50502", postcode: "50000" },
];
const answer = directoryAnswer({ siren: SIREN, name: "FORMATION D’ESSAI", establishments });

let directory: FakeDirectory;
let the: TestWorld;
beforeAll(async () => {
  directory = await startFakeDirectory(answer);
  the = await openTestWorld({ settings: { ESSAIM_COMPANY_DIRECTORY_URL: directory.url } });
});
afterAll(async () => {
  await the.close();
  await directory.stop();
});
beforeEach(async () => {
  await the.world.pool.query("DELETE FROM company_lookup");
  directory.asked.length = 0;
  directory.answer = answer;
});

test("a company is found, and asked for once in seven days", async () => {
  const first = await lookUpCompany(the.world, HEAD);
  expect(first).toMatchObject({
    status: "found",
    company: {
      name: "FORMATION D’ESSAI",
      legalCategory: "9220",
      headcountBand: "03",
      qualiopi: true,
      declarationNumber: "28140123414",
    },
  });
  expect(await lookUpCompany(the.world, SECOND)).toMatchObject({ status: "found" });
  expect(directory.asked).toHaveLength(1);
  the.clock.set("2026-03-18T09:00:01Z");
  await lookUpCompany(the.world, HEAD);
  expect(directory.asked).toHaveLength(2);
  the.clock.set("2026-03-10T09:00:00Z");
});

test("another establishment is asked for, and added to those known", async () => {
  directory.answer = directoryAnswer({
    siren: SIREN,
    name: "FORMATION D’ESSAI",
    establishments: establishments.slice(0, 1),
  });
  await lookUpCompany(the.world, HEAD);
  directory.answer = directoryAnswer({
    siren: SIREN,
    name: "FORMATION D’ESSAI",
    establishments: establishments.slice(1),
  });
  const second = await lookUpCompany(the.world, SECOND);
  expect(second.status === "found" && second.company.establishments.map((one) => one.siret)).toEqual([SECOND, HEAD]);
});

test("unknown, refused, broken, silent or absent: never an accident, and never kept", async () => {
  directory.answer = { body: { results: [], total_results: 0 } };
  expect(await lookUpCompany(the.world, HEAD)).toEqual({ status: "unknown" });
  for (const status of [429, 500, 503]) {
    directory.answer = { status };
    expect(await lookUpCompany(the.world, HEAD)).toEqual({ status: "unreachable" });
  }
  directory.answer = { body: "une page d’erreur" };
  expect(await lookUpCompany(the.world, HEAD)).toEqual({ status: "unreachable" });
  directory.answer = "silence";
  const started = performance.now();
  expect(await lookUpCompany(the.world, HEAD)).toEqual({ status: "unreachable" });
  expect(performance.now() - started).toBeLessThan(4_500);
  directory.answer = answer;
  expect(await lookUpCompany(the.world, HEAD)).toMatchObject({ status: "found" });
});

test("an answer about another company is not taken", () => {
  expect(readDirectoryAnswer(answer.body, "356000000")).toBeNull();
});

test("whatever the fields hold, the company is read with what can be", () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(
          "nom_complet",
          "siege",
          "matching_etablissements",
          "complements",
          "date_creation",
          "nature_juridique",
        ),
        fc.anything(),
      ),
      (fields) => {
        const company = readDirectoryAnswer({ results: [{ siren: SIREN, ...fields }] }, SIREN);
        expect(company?.siren).toBe(SIREN);
      },
    ),
  );
});
