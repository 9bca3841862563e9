import { afterAll, beforeAll, expect, it } from "vitest";
import { day, frameworkOn } from "#policy/index.ts";
import { pullProof } from "#src/platform/documents/proof.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { paperSpecimen } from "./letters/paper-specimen.ts";
import { specimenOf } from "./specimen-of.ts";

let w: TestWorld;
beforeAll(async () => {
  w = await openTestWorld();
});
afterAll(() => w.close());

const scheme = frameworkOn(day("2026-03-10")).scheme("appui-conseil");
if (scheme?.status !== "open") throw new Error("consulting support is open");

it.each(scheme.documents.map((one) => one.id))("« %s » has a specimen of one page, marked so", (paper) => {
  const printed = specimenOf(w.world.config, scheme, paper, "2026-03-10");
  if (printed === null) throw new Error(`no specimen of ${paper}`);
  const proof = pullProof(paperSpecimen, printed);
  expect([proof.pages, proof.warnings]).toEqual([1, []]);
  for (const words of ["SPÉCIMEN", "Les noms et les montants sont fictifs", printed.label, ...printed.shows]) {
    expect([words, proof.says(words)]).toEqual([words, true]);
  }
});

it("is open to all from the page of the scheme", async () => {
  const stranger = await w.browser();
  const page = await stranger.get(urls.scheme.href({ scheme: scheme.slug }));
  const href = urls.paperSpecimen.href({ scheme: scheme.slug, paper: "quote" });
  expect(page.body).toContain(`href="${href}"`);
  const pdf = await stranger.get(href);
  expect([pdf.status, pdf.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  expect((await stranger.get(urls.paperSpecimen.href({ scheme: scheme.slug, paper: "nothing" }))).status).toBe(404);
});
