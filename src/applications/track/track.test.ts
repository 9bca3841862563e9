import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proveFilings } from "#src/life/proof.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { urls } from "#src/urls.ts";
import type { Browser, Fields } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeAgent } from "../applying.fixture.ts";
import { type Consortia, fileProject, key, makeProject } from "../partners/consortium.fixture.ts";

let w: TestWorld;
let all: Consortia;
let lead: Browser;
let officer: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  all = await makeProject(w);
  lead = await w.browser(all.lead.owner);
  officer = await w.browser(await makeAgent(w, "officer"));
});
afterAll(() => w.close());

const page = () => urls.applicationTrack.href({ id: all.id });
const versionOf = async () => {
  const row = await w.inTx((tx) =>
    tx.selectFrom("application").select("version").where("id", "=", all.id).executeTakeFirstOrThrow(),
  );
  return String(row.version);
};
const tell = async (browser: Browser, fields: Fields, path = page()) =>
  browser.post(path, { ...key(), version: await versionOf(), ...fields });
const revisions = () =>
  w.inTx((tx) =>
    tx
      .selectFrom("revision")
      .select(["number", "cause", "raw", "assessment"])
      .where("application_id", "=", all.id)
      .orderBy("number")
      .execute(),
  );
const statusOf = (assessment: unknown, id: string) =>
  (assessment as { criteria: { id: string; status: string }[] }).criteria.find((one) => one.id === id)?.status;

describe("the two roads of a project", () => {
  it("is filed before the other funder answers: what waits for it says so, and nothing else waits", async () => {
    const filed = await fileProject(w, all.lead, all.id);
    expect(filed.location).toBe(urls.applicationFiled.href({ id: all.id }));
    const [first] = await revisions();
    expect(statusOf(first?.assessment, "TR-5")).toBe("unknown");
    for (const path of [page(), urls.application.href({ id: all.id })]) {
      const { body } = await lead.get(path);
      expect(body).toContain("La décision de la Région attend la sélection du projet dans l’appel FSE+.");
    }
    expect((await officer.get(urls.review.href({ id: all.id }))).body).toContain("attend la sélection du projet");
  });

  it("is told by the applicant, by the field where it cannot be read, as a revision of its own", async () => {
    const wrong = await tell(lead, { esfFiledOn: "hier", selectedForEsf: "" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="hier"');
    expect((await tell(await w.browser(all.lead.reader), { esfReference: "FSE-1" })).status).toBe(403);
    expect((await tell(await w.browser(all.partners[0].owner), { esfReference: "FSE-1" })).status).toBe(404);
    expect((await tell(lead, { esfReference: "FSE-1", esfFiledOn: "02/03/2026" })).status).toBe(303);
    expect((await tell(lead, { esfReference: "FSE-1", esfFiledOn: "02/03/2026" })).body).toContain("Rien n’a changé");
    const [first, second] = await revisions();
    expect(second).toMatchObject({ number: 2, cause: "track" });
    expect(second?.raw).toEqual({ ...(first?.raw as object), esfReference: "FSE-1", esfFiledOn: "02/03/2026" });
  });

  it("is told by an officer as well; the criterion follows, with the retained total", async () => {
    const told = { selectedForEsf: "oui", esfSelectedOn: "09/03/2026", esfRetainedTotal: "58 000" };
    const path = urls.reviewTrack.href({ id: all.id });
    const auditor = await w.browser(await makeAgent(w, "auditor"));
    expect((await tell(auditor, told, path)).status).toBe(403);
    expect((await tell(officer, { selectedForEsf: "oui", esfSelectedOn: "" }, path)).status).toBe(422);
    expect((await tell(officer, told, path)).status).toBe(303);
    const last = (await revisions()).at(-1);
    expect(last?.number).toBe(3);
    expect(statusOf(last?.assessment, "TR-5")).toBe("met");
    const { body } = await lead.get(urls.application.href({ id: all.id }));
    expect(body).toContain("Sélectionné");
    expect(body).toContain("58\u202f000");
    expect(body).toContain("Réponse de l’autre financeur notée");
  });

  it("leaves the proof of what was filed whole", async () => {
    expect((await proveFilings(w.world)).faults).toEqual([]);
    expect((await verifyJournal(w.world.db)).faults).toEqual([]);
  });

  it("lets nobody change the rest of what was filed by that way", async () => {
    const before = (await revisions()).length;
    await tell(lead, { title: "Autre titre", "costs.0.amount": "99 999", esfReference: "FSE-2" });
    const last = (await revisions()).at(-1);
    expect((await revisions()).length).toBe(before + 1);
    expect(last?.raw).toMatchObject({ title: "Des parcours qui passent par l’atelier", "costs.0.amount": "60 000" });
    const straight = w.inTx(
      (tx) => sql`UPDATE application SET raw = '{}', revision = revision + 1 WHERE id = ${all.id}`.execute(tx),
      { person: all.lead.owner },
    );
    await expect(straight).rejects.toThrow(/not written by/);
  });
});
