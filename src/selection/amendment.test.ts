import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOrganisation, pdfBytes } from "#src/applications/applying.fixture.ts";
import { listBatch } from "#src/awards/batch/store.ts";
import { voteSheet } from "#src/awards/batch/vote-sheet.ts";
import { asked } from "#src/demo/performed.ts";
import { findApplication } from "#src/life/index.ts";
import { firstSheet } from "#src/platform/excel.ts";
import { runJobs } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { recordOutside } from "./outside/acts.ts";
import { makeCall, type TestCall } from "./selecting.fixture.ts";
import { agreeOn, hiddenIn as hidden, retainOutside, selectAll, VOTED_ON, voteAndNotify } from "./voted.fixture.ts";

let w: TestWorld;
let call: TestCall;
let officer: Browser;
let approver: Browser;
/** Of another organisation. */
let stranger: string;

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "transitions", { files: 1 });
  await selectAll(w, call);
  for (const id of call.files) await retainOutside(w, call, id, 8_000_000);
  await voteAndNotify(w, call);
  await agreeOn(w, call, call.files[0] ?? "");
  stranger = (await makeOrganisation(w, 7)).owner;
  officer = await w.browser(call.officer.person.id);
  approver = await w.browser(call.approver.person.id);
}, 120_000);
afterAll(() => w.close());

const takenOfRegion = async () =>
  (await w.inTx((tx) => tx.selectFrom("commitment").select("amount").where("funder", "=", "region").execute())).reduce(
    (sum, { amount }) => sum + amount,
    0,
  );

/** The other funder's word on the first file, after the vote. */
const sayOutside = async (said: { readonly retained: number | null; readonly reference: string }) => {
  const { version: _, ...request } = await asked(w.world, first());
  const word = { ...said, isSelected: said.retained !== null, decidedOn: "2026-04-19" as never };
  return recordOutside(w.world, call.officer, request, word);
};
const first = () => call.files[0] ?? "";
const openTasks = () =>
  w.inTx((tx) => tx.selectFrom("task").select(["body", "for_person"]).where("done_at", "is", null).execute());
const copyOf = (name: string) => ({ exemplaire: new File([new Uint8Array(pdfBytes(name))], name) });

/** What the spreadsheet of the vote says of the first file, by column. */
async function inSheet(...heads: readonly string[]) {
  const sheet = await firstSheet(await voteSheet(await w.inTx((tx) => listBatch(tx, call.id))));
  if (sheet === null) throw new Error("no sheet");
  const cells = (row: number) => sheet.getRow(row).values as readonly unknown[];
  return heads.map((head) => cells(2)[cells(1).indexOf(head)]);
}

describe("agreements of a call", () => {
  it("are not told of a total that rises, once the aid is voted; of one that falls, a task to amend is left (D-31)", async () => {
    const raised = await sayOutside({ retained: 9_000_000, reference: "FSE-HAUSSE" });
    expect(raised).toMatchObject({ kind: "refused", refusals: [{ path: "retained" }] });
    expect((await sayOutside({ retained: 7_000_000, reference: "FSE-BAISSE" })).kind).toBe("done");
    expect(await openTasks()).toMatchObject([
      { body: expect.stringContaining("Établir l’avenant"), for_person: call.agents.officer },
    ]);
    const page = (await officer.get(urls.review.href({ id: first() }))).body;
    expect(page).toContain("L’autre financeur a baissé son total retenu");
  });

  it("signed, are amended to 20 % of what is then retained; the task ends, what was voted stays in sight", async () => {
    const id = first();
    const signed = { state: "signed", version: sql<number>`version + 1` } as const;
    await w.inTx((tx) => tx.updateTable("application").set(signed).where("id", "=", id).execute());
    const action = urls.reviewAmendment.href({ id });
    const page = await officer.get(urls.review.href({ id }));
    const typed = { ...hidden(page, action), deliberation: "CP-BAISSE", date: "19/04/2026" };
    expect((await approver.post(action, { ...typed, aide: "14 000" })).status).toBe(403);
    const more = await officer.post(action, { ...typed, cle: randomUUID(), aide: "14 001" });
    expect(more.body).toContain("les règles permettent");
    const less = await officer.post(action, { ...typed, cle: randomUUID(), aide: "13 000" });
    expect(less.body).toContain("Dites pourquoi moins que l’aide calculée");
    expect((await officer.post(action, { ...typed, cle: randomUUID(), aide: "14 000" })).status).toBe(303);
    expect(await openTasks()).toEqual([]);
    expect(await takenOfRegion()).toBe(1_400_000);
    const after = (await officer.get(urls.review.href({ id }))).body;
    const decision = after.slice(after.indexOf('id="decision"'));
    expect(decision.replace(/\s/g, " ")).toMatch(
      /Aide votée.{0,200}16 000.{0,400}Aide en vigueur.{0,200}14 000.{0,200}CP-BAISSE/,
    );
    expect(after).not.toContain("Un avenant est à établir");
    expect(await inSheet("Aide votée", "Aide en vigueur", "Avenant", "Date de l’avenant")).toEqual([
      16_000,
      14_000,
      expect.stringMatching(/-A1$/),
      "2026-04-19",
    ]);
    const party = await w.inTx((tx) =>
      tx
        .selectFrom("party")
        .select(["granted", "granted_on"])
        .where("application_id", "=", id)
        .where("funded", "=", true)
        .execute(),
    );
    expect(party).toMatchObject([{ granted: { aid: 1_400_000 }, granted_on: VOTED_ON }]);
  });

  it("once amended, are to sign for their beneficiary, at home and on the request, who joins the copy", async () => {
    const id = first();
    await runJobs(w);
    const letter = await w.inTx((tx) =>
      tx.selectFrom("document").select("data").where("kind", "=", "agreement-amendment").executeTakeFirst(),
    );
    expect(letter?.data).toMatchObject({
      before: 1_600_000,
      after: 1_400_000,
      word: { reference: "FSE-BAISSE", lowered: { from: 8_000_000, to: 7_000_000 } },
    });
    const owner = await w.browser(call.organisations[0]?.owner);
    expect((await owner.get(urls.dashboard.href())).body).toContain("Signer l’avenant");
    expect((await owner.get(urls.application.href({ id }))).body).toContain(
      "Un avenant à votre convention est à signer",
    );
    const page = await owner.get(urls.applicationAgreement.href({ id }));
    expect(page.body).toContain("Télécharger l’avenant");
    const action = urls.applicationSignedAmendment.href({ id });
    const typed = hidden(page, action);
    const wrong = await owner.send(action, { ...typed, date: "18/04/2026", signataire: "La présidente" }, {});
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain("Joignez l’avenant signé");
    expect(wrong.body).toContain("La présidente");
    const other = await w.browser(stranger);
    expect((await other.send(action, typed, copyOf("autre.pdf"))).status).toBe(404);
    const good = { ...typed, cle: randomUUID(), date: "20/04/2026", signataire: "La présidente" };
    expect((await owner.send(action, good, copyOf("leur-avenant.pdf"))).status).toBe(303);
    await runJobs(w);
    expect((await owner.get(urls.dashboard.href())).body).not.toContain("Signer l’avenant");
    expect((await officer.get(urls.review.href({ id }))).body).toContain("leur-avenant.pdf");
  });

  it("whose agreement was signed have it amended: the aid falls, its envelope is freed, the beneficiary signs", async () => {
    const id = first();
    expect((await sayOutside({ retained: null, reference: "FSE-RETRAIT" })).kind).toBe("done");
    const before = await takenOfRegion();
    const held = (await w.inTx((tx) => findApplication(tx, id)))?.decidedAid ?? 0;
    const action = urls.reviewAmendment.href({ id });
    const page = await officer.get(urls.review.href({ id }));
    expect(page.body).toContain("L’autre financeur a retiré son aide");
    const typed = { ...hidden(page, action), deliberation: "CP-AVENANT", date: "19/04/2026" };
    expect((await approver.post(action, { ...typed, aide: "0" })).status).toBe(403);
    const more = await officer.post(action, { ...typed, cle: randomUUID(), aide: "99 999" });
    expect(more.status).toBe(422);
    expect(more.body).toContain("L’aide baisse");
    const mute = await officer.post(action, { ...typed, cle: randomUUID(), aide: "1 000" });
    expect(mute.body).toContain("Dites pourquoi une aide reste due");
    expect((await officer.post(action, { ...typed, cle: randomUUID(), aide: "0" })).status).toBe(303);
    expect(await w.inTx((tx) => findApplication(tx, id))).toMatchObject({ state: "signed", decidedAid: 0 });
    expect(await takenOfRegion()).toBe(before - held);
    await runJobs(w);
    const letter = await w.inTx((tx) =>
      tx
        .selectFrom("document")
        .select(["data", "number"])
        .where("kind", "=", "agreement-amendment")
        .orderBy("number", "desc")
        .executeTakeFirst(),
    );
    expect(letter?.number).toMatch(/^CONV-2026-\d{5}-A2$/);
    expect(letter?.data).toMatchObject({ before: held, after: 0, word: { reference: "FSE-RETRAIT" } });
    const told = await w.inTx((tx) =>
      tx.selectFrom("mail").select("attachments").where("subject", "like", "Un avenant%").execute(),
    );
    expect(told.length).toBeGreaterThan(0);
    const after = (await officer.get(urls.review.href({ id }))).body;
    expect(after).toContain("l’aide est ramenée de");
    expect(after).not.toContain("Un avenant est à établir");
    const owner = await w.browser(call.organisations[0]?.owner);
    expect((await owner.get(urls.application.href({ id }))).body).toContain("Avenant à la convention");
  });

  it("whose amendment both signed keep its copy, from the day of the last signature, for each side to read", async () => {
    const id = call.files[0] ?? "";
    const action = urls.reviewAmendmentSignature.href({ id });
    const signed = copyOf("avenant-signe.pdf");
    const typed = async () => hidden(await officer.get(urls.review.href({ id })), action);
    const early = await officer.send(action, { ...(await typed()), date: "18/04/2026" }, signed);
    expect(early.status).toBe(422);
    expect(early.body).toContain("L’avenant suit le vote");
    const none = await officer.send(action, { ...(await typed()), date: "19/04/2026" }, {});
    expect(none.body).toContain("Joignez l’avenant signé");
    expect((await approver.send(action, { ...(await typed()), date: "19/04/2026" }, signed)).status).toBe(403);
    expect((await officer.send(action, { ...(await typed()), date: "19/04/2026" }, signed)).status).toBe(303);
    await runJobs(w);
    const page = (await officer.get(urls.review.href({ id }))).body;
    expect(page).toContain("avenant-signe.pdf");
    expect(page).not.toContain("Il reste à signer");
    const owner = await w.browser(call.organisations[0]?.owner);
    expect((await owner.get(urls.applicationAgreement.href({ id }))).body).toMatch(
      /L’aide est ramenée à [\s\S]*avenant-signe\.pdf/,
    );
    for (const [who, href] of [
      [officer, action],
      [owner, urls.applicationSignedAmendment.href({ id })],
    ] as const) {
      expect((await who.get(href)).headers.get("content-type")).toBe("application/pdf");
    }
    const other = await w.browser(stranger);
    expect((await other.get(urls.applicationSignedAmendment.href({ id }))).status).toBe(404);
  });
});
