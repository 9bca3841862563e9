import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeAgents, type TestAgents } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeOrganisation } from "../applying.fixture.ts";
import { type ClaimedOrganisation, knowDomain, makeClaimed, sendPaper } from "./belonging.fixture.ts";
import { isSharedMail } from "./shared-mail.ts";
import { proofsOf } from "./store.ts";

let w: TestWorld;
let agents: TestAgents;
let claimed: ClaimedOrganisation;
let n = 0;
beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
});
afterAll(() => w.close());
beforeEach(async () => {
  claimed = await makeClaimed(w, n);
  n += 1;
});

describe("mail where anyone may open a letter box", () => {
  it.each(["gmail.com", "orange.fr", "laposte.net", "free.fr", "wanadoo.fr", "bbox.fr", "proton.me", "Outlook.fr"])(
    "at %s shows nothing, even to an agent who would keep it",
    async (domain) => {
      expect(isSharedMail(domain)).toBe(true);
      await expect(knowDomain(w, claimed, domain.toLowerCase())).rejects.toThrow("shared by all");
    },
  );

  it("is told so, and offers the other ways", async () => {
    await w.inTx((tx) =>
      tx
        .updateTable("person")
        .set({ email: `${claimed.siren}@gmail.com` })
        .where("id", "=", claimed.owner)
        .execute(),
    );
    const browser = await w.browser(claimed.owner);
    const page = await browser.get(urls.organisationProof.href({ id: claimed.id }));
    expect(page.body).toContain("chez un fournisseur où chacun peut en ouvrir une");
    expect(page.body).toContain("Envoyer cette pièce");
    const sent = await browser.post(urls.organisationProofSite.href({ id: claimed.id }), {
      page: "https://exemple.fr",
    });
    expect([sent.status, await w.inTx((tx) => proofsOf(tx, claimed.id))]).toEqual([422, []]);
  });
});

describe("who sees and answers", () => {
  it("readers of the organisation give nothing, others find nothing", async () => {
    const href = urls.organisationProof.href({ id: claimed.id });
    expect((await (await w.browser(claimed.reader)).get(href)).status).toBe(403);
    expect((await sendPaper(w, claimed, claimed.reader)).status).toBe(403);
    expect((await (await w.browser(agents.officer)).get(href)).status).toBe(404);
    const stranger = await makeOrganisation(w, 50 + n);
    expect((await (await w.browser(stranger.owner)).get(href)).status).toBe(404);
  });

  it.each([
    ["officer", 200, 303],
    ["supervisor", 200, 303],
    ["administrator", 200, 303],
    ["auditor", 200, 403],
    ["approver", 403, 403],
    ["accountant", 403, 403],
    ["animator", 404, 404],
    ["organiser", 404, 404],
  ] as const)("an agent who is %s", async (role, sees, answers) => {
    await sendPaper(w, claimed, claimed.owner);
    const [proof] = await w.inTx((tx) => proofsOf(tx, claimed.id));
    const browser = await w.browser(agents[role]);
    const answer = urls.belongingAnswer.href({ proof: proof?.id ?? "" });
    expect([
      (await browser.get(urls.belongingDesk.href())).status,
      (await browser.get(urls.belongingPaper.href({ proof: proof?.id ?? "" }))).status,
    ]).toEqual([sees, sees]);
    // Whoever may see it is led there from the queue; nobody else hears of it.
    const queue = (await browser.get(urls.queue.href())).body;
    expect(queue.includes(`href="${urls.belongingDesk.href()}"`)).toBe(sees === 200);
    if (sees === 200) expect(queue).toMatch(/Appartenances \(\d+ à vérifier\)/);
    expect((await browser.post(answer, { reponse: "accepter" })).status).toBe(answers);
  });

  it("nobody answers for an organisation of their own", async () => {
    await sendPaper(w, claimed, claimed.owner);
    const [proof] = await w.inTx((tx) => proofsOf(tx, claimed.id));
    await w.inTx((tx) =>
      tx
        .insertInto("membership")
        .values({ person_id: agents.colleague, organisation_id: claimed.id, role: "owner" })
        .execute(),
    );
    const browser = await w.browser(agents.colleague);
    const answered = await browser.post(urls.belongingAnswer.href({ proof: proof?.id ?? "" }), { reponse: "accepter" });
    expect(answered.status).toBe(403);
    const [after] = await w.inTx((tx) => proofsOf(tx, claimed.id));
    expect(after?.accepted).toBe(null);
  });
});
