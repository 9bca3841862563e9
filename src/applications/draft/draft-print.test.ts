import { afterAll, beforeAll, expect, it } from "vitest";
import { openApplication } from "#src/life/file.ts";
import { pullProof } from "#src/platform/documents/proof.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeDraft, makeOrganisation, type TestOrganisation } from "../applying.fixture.ts";
import { draftPrint } from "./draft-print.ts";
import { draftPrintOf } from "./draft-print-of.ts";

let w: TestWorld;
let own: TestOrganisation;
beforeAll(async () => {
  w = await openTestWorld();
  own = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

async function printed(twist: Record<string, string>) {
  const { id } = await makeDraft(w, own, 0, { twist });
  const file = await w.inTx((tx) => openApplication(tx, id, w.clock.now()));
  if (file === null) throw new Error("the draft was made");
  return { id, file, proof: pullProof(draftPrint, draftPrintOf(w.world.config, file, w.clock.now())) };
}

it("prints a draft with its answers, what it lacks, and that it was not filed", async () => {
  const { id, file, proof } = await printed({ needs: "" });
  expect(proof.warnings).toEqual([]);
  const [gap] = file.reading.gaps;
  for (const words of [
    "Ce document n’est pas un dépôt.",
    file.application.organisationName,
    "Ce qui manque encore",
    gap?.label ?? "no gap",
    "selon les règles (estimation)",
    "Vos réponses",
  ]) {
    expect([words, proof.says(words)]).toEqual([words, true]);
  }
  const browser = await w.browser(own.reader);
  expect((await browser.get(urls.applicationSubmission.href({ id }))).body).toContain("/brouillon.pdf");
  const pdf = await browser.get(urls.applicationDraftPdf.href({ id }));
  expect([pdf.status, pdf.headers.get("content-type")]).toEqual([200, "application/pdf"]);
});

it("prints no amount where a condition is not met", async () => {
  const { proof } = await printed({ "structures.0.headcount": "5" });
  expect(proof.says("estimation")).toBe(false);
  expect(proof.says("Aucun montant : une condition n’est pas remplie")).toBe(true);
});
