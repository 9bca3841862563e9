import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { type LaterState, leadTo } from "#src/demo/reviewed.ts";
import { formatMoney } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { loadReviewed } from "../file/file-store.ts";
import { instructionOf } from "../instruction/instruction-of.ts";
import { fileRequest, makeAgents, type TestAgents, troupeOf } from "../reviewing.fixture.ts";

let w: TestWorld;
let agents: TestAgents;
const ids = new Map<string, string>();
/** Ranks that three divides have a day of their first line cut. */
const files = { asked: [6, "complete"], cut: [9, "under-review"], voted: [12, "awarded"] } as const;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  const stage = await troupeOf(w, agents);
  for (const [name, [n, state]] of Object.entries(files)) {
    w.clock.set("2026-03-10T09:00:00Z");
    const { id, organisation } = await fileRequest(w, n);
    await leadTo(stage, { id, applicant: await visitorOf(w, organisation.owner), n }, state satisfies LaterState);
    ids.set(name, id);
  }
});
afterAll(() => w.close());

async function instructionOn(name: keyof typeof files) {
  const file = await w.inTx((tx) => loadReviewed(tx, ids.get(name) ?? "", agents.officer));
  if (file === null) throw new Error(`no file ${name}`);
  return { file, instruction: instructionOf(file) };
}

async function exported(query: Readonly<Record<string, string>>) {
  const { body } = await (await w.browser(agents.officer)).get(urls.queueExport.href({}, query));
  const [header = "", ...lines] = body.trim().split("\r\n");
  const names = header.split(";");
  return lines.map((line) => new Map(line.split(";").map((cell, at) => [names[at] ?? "", cell])));
}

describe("the amounts of the queue", () => {
  it.each(["asked", "cut", "voted"] as const)(
    "export the eligible costs that the file's page shows: %s",
    async (name) => {
      const { file, instruction } = await instructionOn(name);
      const kept = instruction.accepted.funding.eligibleCosts ?? 0;
      const presented = instruction.asked.funding.eligibleCosts ?? 0;
      expect(kept < presented).toBe(name !== "asked");
      const [row] = await exported({ q: file.application.number ?? "" });
      expect(row?.get("Coûts retenus (€)")).toBe((kept / 100).toFixed(2).replace(".", ","));
      const page = await (await w.browser(agents.officer)).get(urls.review.href({ id: file.application.id }));
      expect(page.body).toContain(formatMoney(kept));
    },
  );

  it("sort and bound by the amount of the column: voted, else proposed, else asked", async () => {
    const { file } = await instructionOn("voted");
    const { requestedAid, decidedAid } = file.application;
    if (requestedAid === null || decidedAid === null) throw new Error("the file was voted");
    expect(decidedAid).toBeLessThan(requestedAid);
    // Between what was voted and what was asked: only the other two are above.
    const between = ((decidedAid + requestedAid) / 200).toFixed(2).replace(".", ",");
    const above = await exported({ vue: "tous", min: between });
    expect(above.map((row) => row.get("Numéro"))).not.toContain(file.application.number);
    const below = await exported({ vue: "tous", max: between });
    expect(below.map((row) => row.get("Numéro"))).toContain(file.application.number);
    const sorted = (await exported({ vue: "tous", tri: "montant" })).map((row) =>
      Number(row.get("Aide (€)")?.replace(",", ".")),
    );
    expect(sorted).toHaveLength(3);
    expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
    expect(sorted).toContain(decidedAid / 100);
  });
});
