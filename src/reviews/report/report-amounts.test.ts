import { afterAll, beforeAll, expect, it } from "vitest";
import { pullProof } from "#src/platform/documents/proof.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { readRevision } from "../corrections/correct.ts";
import { loadReviewed } from "../file/file-store.ts";
import { fileRequest, makeAgents, type TestAgents } from "../reviewing.fixture.ts";
import { instructionReport } from "./file-report.ts";
import { instructionReportOf } from "./file-report-of.ts";

let w: TestWorld;
let agents: TestAgents;
beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
});
afterAll(() => w.close());

async function printed(twist: Record<string, string>, n: number) {
  const { id } = await fileRequest(w, n, twist);
  const file = await w.inTx((tx) => loadReviewed(tx, id, agents.officer));
  if (file === null) throw new Error("the file was filed");
  const reading = await w.inTx((tx) => readRevision(tx, file.application, file.revision));
  const words = { state: "Déposé", fact: (act: string) => act };
  return pullProof(instructionReport, instructionReportOf(w.world.config, file, reading, words, w.world.clock.now()));
}

const amounts = ["Aide demandée", "Aide que permettent les règles", "Plan de financement"];

it("prints the amounts of a file whose conditions are met", async () => {
  const proof = await printed({}, 0);
  for (const words of amounts) expect([words, proof.says(words)]).toEqual([words, true]);
});

it("prints no amount of aid where a condition is not met, and says why", async () => {
  const proof = await printed({ "structures.0.headcount": "5" }, 1);
  for (const words of amounts) expect([words, proof.says(words)]).toEqual([words, false]);
  expect(proof.says("Aucun montant : une condition n’est pas remplie")).toBe(true);
});
