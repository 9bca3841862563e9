import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findApplication } from "#src/life/store.ts";
import { receiveFile } from "#src/platform/receiving/index.ts";
import { makeAgents, type TestAgents } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { actOf, allTicked, makeDraft, pdfBytes, visitorOf } from "../applying.fixture.ts";
import { givePaper } from "./acts.ts";
import { type ClaimedOrganisation, knowDomain, makeClaimed, sendPaper } from "./belonging.fixture.ts";
import { tellProofInfected } from "./infected.ts";
import { forgetPapers, PAPER_DAYS } from "./retention.ts";
import { proofsOf } from "./store.ts";

let w: TestWorld;
let agents: TestAgents;
beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
});
afterAll(() => w.close());

let claimed: ClaimedOrganisation & { readonly draft: string };
let n = 0;
beforeEach(async () => {
  const organisation = await makeClaimed(w, n);
  const { id: draft } = await makeDraft(w, organisation, n);
  n += 1;
  claimed = { ...organisation, draft };
});

async function file() {
  const browser = await w.browser(claimed.owner);
  const action = urls.applicationSubmission.href({ id: claimed.draft });
  const page = await browser.get(action);
  return browser.post(action, { ...actOf(page.body, action), ...allTicked });
}
const stateOfDraft = async () => (await w.inTx((tx) => findApplication(tx, claimed.draft)))?.state;

describe("who has just added an organisation", () => {
  it("drafts all and files nothing, and is told what to do from the draft on", async () => {
    const browser = await w.browser(claimed.owner);
    for (const page of [
      await browser.get(urls.application.href({ id: claimed.draft })),
      await browser.get(urls.applicationSubmission.href({ id: claimed.draft })),
    ]) {
      expect(page.body).toContain("Avant de déposer, montrez que vous agissez pour");
      expect(page.body).toContain(urls.organisationProof.href({ id: claimed.id }));
    }
    const refused = await file();
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("Montrez d’abord que vous agissez pour cet organisme.");
    expect(await stateOfDraft()).toBe("draft");
  });

  it("files once their confirmed mail is at the organisation's own domain, which is written down", async () => {
    await knowDomain(w, claimed, "formation.example");
    const page = await (await w.browser(claimed.owner)).get(urls.organisationProof.href({ id: claimed.id }));
    expect(page.body).toContain("vous pouvez déposer pour cet organisme");
    expect((await file()).status).toBe(303);
    const proofs = await w.inTx((tx) => proofsOf(tx, claimed.id));
    expect(proofs.map(({ way, what, accepted }) => [way, what, accepted])).toEqual([
      ["mail", "formation.example", true],
    ]);
    // Once shown it stands, whoever leaves.
    await w.inTx((tx) => tx.deleteFrom("known_domain").where("siren", "=", claimed.siren).execute());
    const { id } = await makeDraft(w, claimed, 90);
    const browser = await w.browser(claimed.editor);
    expect((await browser.get(urls.applicationSubmission.href({ id }))).body).not.toContain("montrez que vous agissez");
  });

  it.each(["formations.example", "cfa.formation.example", "example"])(
    "does not by the domain %s, which is not theirs",
    async (domain) => {
      await w.inTx((tx) =>
        tx
          .insertInto("known_domain")
          .values({
            siren: claimed.siren,
            domain: domain.includes(".") ? domain : `x.${domain}`,
            source: "x",
            recorded_at: w.clock.now().toString(),
          })
          .execute(),
      );
      expect((await file()).status).toBe(422);
    },
  );

  it("does not by an address that nobody confirmed", async () => {
    await knowDomain(w, claimed, "formation.example");
    await w.inTx((tx) =>
      tx
        .updateTable("person")
        .set({ email_verified: false })
        .where("id", "in", [claimed.owner, claimed.editor])
        .execute(),
    );
    expect((await file()).status).toBe(422);
  });

  it.each([
    ["of the organisation", true],
    ["of another", false],
  ])("files by ProConnect's SIRET, where it is %s", async (_, isTheirs) => {
    const at = w.clock.now().toString();
    const siren = isTheirs ? claimed.siren : "732829320";
    await w.inTx(async (tx) => {
      const account = { id: `a-${claimed.owner}`, account_id: `sub-${claimed.owner}`, provider_id: "proconnect" };
      await tx
        .insertInto("sign_in_account")
        .values({ ...account, person_id: claimed.owner })
        .execute();
      await tx
        .insertInto("workplace")
        .values({ account_id: account.account_id, siret: `${siren}00099`, told_at: at })
        .execute();
    });
    expect((await file()).status).toBe(isTheirs ? 303 : 422);
  });
});

describe("a paper", () => {
  it("waits for an agent, who opens it, accepts it, and the request goes", async () => {
    expect((await sendPaper(w, claimed, claimed.owner)).status).toBe(303);
    expect((await sendPaper(w, claimed, claimed.owner)).status).toBe(303);
    const [proof, ...others] = await w.inTx((tx) => proofsOf(tx, claimed.id));
    expect([proof?.what, others]).toEqual(["mandate", []]);
    expect((await file()).body).toContain("Le service vérifie encore");

    const officer = await w.browser(agents.officer);
    const desk = await officer.get(urls.belongingDesk.href());
    const href = urls.belongingPaper.href({ proof: proof?.id ?? "" });
    expect(desk.body).toContain(href);
    expect((await officer.get(href)).headers.get("content-type")).toBe("application/pdf");
    const answer = urls.belongingAnswer.href({ proof: proof?.id ?? "" });
    const refused = await officer.post(answer, { reponse: "refuser" });
    expect([refused.status, refused.body.includes("Dites pourquoi")]).toEqual([422, true]);
    expect((await officer.post(answer, { reponse: "accepter" })).status).toBe(303);
    expect((await officer.post(answer, { reponse: "refuser", motif: "Trop tard." })).status).toBe(303);
    expect((await file()).status).toBe(303);
    const acts = await w.inTx((tx) =>
      tx
        .selectFrom("journal")
        .select("act")
        .where("chain", "=", `organisation:${claimed.id}`)
        .orderBy("position")
        .execute(),
    );
    expect(acts.map(({ act }) => act)).toEqual(["belonging-shown", "belonging-paper-read", "belonging-proved"]);
  });

  it("is refused with a reason, which its giver reads, and may give another", async () => {
    await sendPaper(w, claimed, claimed.owner);
    const [proof] = await w.inTx((tx) => proofsOf(tx, claimed.id));
    const officer = await w.browser(agents.officer);
    await officer.post(urls.belongingAnswer.href({ proof: proof?.id ?? "" }), {
      reponse: "refuser",
      motif: "Il ne nomme personne.",
    });
    const page = await (await w.browser(claimed.owner)).get(urls.organisationProof.href({ id: claimed.id }));
    expect(page.body).toContain("Il ne nomme personne.");
    const mails = await w.inTx((tx) => tx.selectFrom("mail").select("body").orderBy("created_at").execute());
    expect(mails.some(({ body }) => body.includes("Il ne nomme personne."))).toBe(true);
    expect((await file()).status).toBe(422);
    expect((await sendPaper(w, claimed, claimed.owner)).status).toBe(303);
    expect((await w.inTx((tx) => proofsOf(tx, claimed.id))).filter((one) => one.accepted === null)).toHaveLength(1);
  });

  it("is what it says: kind told, file that opens", async () => {
    const lies = await sendPaper(w, claimed, claimed.owner, Buffer.from("MZ\u0090"));
    expect([lies.status, (await lies.text()).includes("Le fichier n’est pas pris")]).toEqual([422, true]);
    const unkind = await sendPaper(w, claimed, claimed.owner, pdfBytes("x"), "");
    expect([unkind.status, (await unkind.text()).includes("Dites quelle pièce")]).toEqual([422, true]);
    expect(await w.inTx((tx) => proofsOf(tx, claimed.id))).toEqual([]);
  });

  it("is forgotten some weeks after the answer, which stays", async () => {
    await sendPaper(w, claimed, claimed.owner);
    const [proof] = await w.inTx((tx) => proofsOf(tx, claimed.id));
    await (await w.browser(agents.officer)).post(urls.belongingAnswer.href({ proof: proof?.id ?? "" }), {
      reponse: "accepter",
    });
    const later = (days: number) => ({ ...w.world, clock: { now: () => w.clock.now().add({ hours: 24 * days }) } });
    expect(await forgetPapers(later(PAPER_DAYS - 1))).toBe(0);
    expect(await forgetPapers(later(PAPER_DAYS + 1))).toBeGreaterThan(0);
    const [after] = await w.inTx((tx) => proofsOf(tx, claimed.id));
    expect([after?.accepted, after?.file]).toEqual([true, null]);
    const left = await w.inTx((tx) =>
      tx
        .selectFrom("file")
        .select("id")
        .where("id", "=", proof?.file?.id ?? "")
        .execute(),
    );
    expect(left).toEqual([]);
    expect((await file()).status).toBe(303);
  });

  it("that holds a virus is refused by the service itself, and its giver told", async () => {
    const owner = await visitorOf(w, claimed.owner);
    const received = await receiveFile(w.world, Readable.from([pdfBytes("virus")]), "mandat.pdf", ["application/pdf"]);
    if (!received.ok) throw new Error(received.message);
    await givePaper(w.world, owner, { id: claimed.id, name: "Essai", siren: claimed.siren }, "mandate", received);
    const infected = { id: received.stored.id, name: "mandat.pdf", virus: "Eicar" };
    await w.inTx((tx) => tellProofInfected(w.world, tx, infected));
    const [proof] = await w.inTx((tx) => proofsOf(tx, claimed.id));
    expect([proof?.accepted, proof?.reason]).toEqual([false, "Ce fichier contient un virus : il a été écarté."]);
  });
});

describe("a page of the organisation's site", () => {
  it("accepted by an agent makes the domain known: its people file, those of elsewhere do not", async () => {
    const browser = await w.browser(claimed.owner);
    const given = await browser.post(urls.organisationProofSite.href({ id: claimed.id }), {
      page: "www.formation.example/mentions",
    });
    expect(given.status).toBe(303);
    const [proof] = await w.inTx((tx) => proofsOf(tx, claimed.id));
    expect([proof?.what, proof?.page]).toEqual(["formation.example", "https://www.formation.example/mentions"]);
    await (await w.browser(agents.supervisor)).post(urls.belongingAnswer.href({ proof: proof?.id ?? "" }), {
      reponse: "accepter",
    });
    const known = await w.inTx((tx) =>
      tx.selectFrom("known_domain").select("domain").where("siren", "=", claimed.siren).execute(),
    );
    expect(known).toEqual([{ domain: "formation.example" }]);
    expect((await file()).status).toBe(303);
  });

  it.each(["javascript:alert(1)", "pas une adresse", "", "ftp://exemple.fr", "https://localhost"])(
    "« %s » is no page",
    async (page) => {
      const browser = await w.browser(claimed.owner);
      const given = await browser.post(urls.organisationProofSite.href({ id: claimed.id }), { page });
      expect([given.status, await w.inTx((tx) => proofsOf(tx, claimed.id))]).toEqual([422, []]);
    },
  );
});
