import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sayDays } from "#policy/index.ts";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { type DemoTroupe, leadTo } from "#src/demo/reviewed.ts";
import { formatMoney } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { loadReviewed } from "../file/file-store.ts";
import { instructionOf } from "../instruction/instruction-of.ts";
import { propose } from "../opinions/judge.ts";
import { validateOpinion } from "../opinions/validate-opinion.ts";
import { fileRequest, makeAgents, type TestAgents, troupeOf } from "../reviewing.fixture.ts";
import { fundingPlan } from "./funding-plan.ts";

let w: TestWorld;
let agents: TestAgents;
let stage: DemoTroupe;
let id: string;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  stage = await troupeOf(w, agents);
  const filed = await fileRequest(w, 9);
  id = filed.id;
  // A rank that three divides has a day of its first line cut.
  await leadTo(stage, { id, applicant: await visitorOf(w, filed.organisation.owner), n: 9 }, "proposed-favourable");
  await sendBack();
});
afterAll(() => w.close());

async function read() {
  const file = await w.inTx((tx) => loadReviewed(tx, id, agents.officer));
  if (file === null) throw new Error("the file was filed");
  return {
    file,
    instruction: instructionOf(file),
    ask: { id, key: randomUUID(), version: file.application.version, location: "/" },
  };
}

async function sendBack(): Promise<void> {
  const word = { valid: false, favourable: true, reason: "À revoir." };
  expect((await validateOpinion(w.world, stage.supervisor, (await read()).ask, word)).kind).toBe("done");
}

async function page(person: string): Promise<string> {
  const { body } = await (await w.browser(person)).get(urls.review.href({ id }));
  return body.replace(/\s+/g, " ");
}

const less = { sense: "favorable", grounds: [], body: "Projet clair." };

it("names the days accepted, beside those asked", async () => {
  const { instruction } = await read();
  const [asked, accepted] = [instruction.asked, instruction.accepted].map(
    (one) => one.funding.parties[0]?.measures.days?.kept ?? 0,
  );
  expect(accepted).toBe((asked ?? 0) - 1);
  const body = await page(agents.officer);
  expect(body).toContain(`Jours acceptés (${sayDays(asked ?? 0)} demandés)`.replace(/\s+/g, " "));
  expect(body).not.toMatch(/<span> ?Jours demandés/);
});

it("shows who pays what of the aid proposed once an opinion is given, and why it is less", async () => {
  const { file, instruction, ask } = await read();
  const proposedAid = (instruction.ceiling ?? 0) - 45_000;
  expect(await propose(w.world, stage.officer, ask, { ...less, proposedAid, reason: "" })).toMatchObject({
    kind: "refused",
    refusals: [{ path: "raison" }],
  });
  const reason = "Les crédits de la session sont partagés.";
  expect(await propose(w.world, stage.officer, ask, { ...less, proposedAid, reason })).toMatchObject({ kind: "done" });
  const plan = fundingPlan(file.application, instruction, proposedAid);
  for (const person of [agents.supervisor, agents.approver]) {
    const body = await page(person);
    const shown = body.slice(body.indexOf("Plan de financement"));
    for (const words of ["Aide proposée", formatMoney(plan.aid), formatMoney(plan.own)]) {
      expect(shown).toContain(words.replace(/\s+/g, " "));
    }
    expect(body).toContain(reason);
  }
});

it("brings the officer's reason to the vote, in a field that is not said to be optional", async () => {
  const word = { valid: true, favourable: true, reason: "" };
  expect((await validateOpinion(w.world, stage.supervisor, (await read()).ask, word)).kind).toBe("done");
  const body = await page(agents.approver);
  const [field = ""] = /<label[^>]*>[^<]*Raison, obligatoire si le montant voté.*?<\/textarea>/.exec(body) ?? [];
  expect(field).toContain("Les crédits de la session sont partagés.");
  expect(field).toContain('aria-required="true"');
  expect(field).not.toContain("facultatif");
});
