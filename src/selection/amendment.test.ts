import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signForFunder } from "#src/agreements/acts.ts";
import { pdfBytes } from "#src/applications/applying.fixture.ts";
import { asked } from "#src/demo/performed.ts";
import { findApplication } from "#src/life/index.ts";
import { runJobs } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { recordOutside } from "./outside/acts.ts";
import { makeCall, type TestCall } from "./selecting.fixture.ts";
import { agreeOn, hiddenIn as hidden, retainOutside, selectAll, voteAndNotify } from "./voted.fixture.ts";

let w: TestWorld;
let call: TestCall;
let officer: Browser;
let approver: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "transitions", { files: 2 });
  await selectAll(w, call);
  for (const id of call.files) await retainOutside(w, call, id, 8_000_000);
  await voteAndNotify(w, call);
  await agreeOn(w, call, call.files[0] ?? "");
  officer = await w.browser(call.officer.person.id);
  approver = await w.browser(call.approver.person.id);
}, 120_000);
afterAll(() => w.close());

const takenOfRegion = async () =>
  (await w.inTx((tx) => tx.selectFrom("commitment").select("amount").where("funder", "=", "region").execute())).reduce(
    (sum, { amount }) => sum + amount,
    0,
  );

describe("agreements of a call", () => {
  it("are amended where the other funder takes its aid back after the vote: nothing more is signed (D-31)", async () => {
    const { version: _, ...request } = await asked(w.world, call.files[0] ?? "");
    const word = { isSelected: true, decidedOn: "2026-04-19" as never, reference: "FSE-RETRAIT", retained: 9_000_000 };
    const raised = await recordOutside(w.world, call.officer, request, word);
    expect(raised).toMatchObject({ kind: "refused", refusals: [{ path: "selected" }] });
    const taken = { ...word, isSelected: false, retained: null };
    expect((await recordOutside(w.world, call.officer, request, taken)).kind).toBe("done");
    const page = (await officer.get(urls.review.href({ id: request.id }))).body;
    expect(page).toContain("Un avenant est à établir");
    const tasks = await w.inTx((tx) => tx.selectFrom("task").select(["body", "for_person"]).execute());
    expect(tasks).toMatchObject([
      { body: expect.stringContaining("Établir l’avenant"), for_person: call.agents.officer },
    ]);
    const signing = await asked(w.world, request.id);
    const signed = { signedOn: "2026-04-20" as never, signatory: "La présidente" };
    const outcome = await signForFunder(w.world, call.officer, signing, signed, null);
    expect(JSON.stringify(outcome)).toContain("rien n’est plus notifié ni signé");
  });

  it("whose agreement was signed have it amended: the aid falls, its envelope is freed, the beneficiary signs", async () => {
    const id = call.files[0] ?? "";
    const signed = { state: "signed", version: sql<number>`version + 1` } as const;
    await w.inTx((tx) => tx.updateTable("application").set(signed).where("id", "=", id).execute());
    const before = await takenOfRegion();
    const held = (await w.inTx((tx) => findApplication(tx, id)))?.decidedAid ?? 0;
    const action = urls.reviewAmendment.href({ id });
    const page = await officer.get(urls.review.href({ id }));
    expect(page.body).toContain("Établir l’avenant");
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
      tx.selectFrom("document").select(["data", "number"]).where("kind", "=", "agreement-amendment").executeTakeFirst(),
    );
    expect(letter?.number).toMatch(/^CONV-2026-\d{5}-A1$/);
    expect(letter?.data).toMatchObject({ before: held, after: 0, withdrawn: { reference: "FSE-RETRAIT" } });
    const told = await w.inTx((tx) =>
      tx.selectFrom("mail").select("attachments").where("subject", "like", "Un avenant%").execute(),
    );
    expect(told.length).toBeGreaterThan(0);
    const after = (await officer.get(urls.review.href({ id }))).body;
    expect(after).toContain("l’aide est ramenée à");
    expect(after).not.toContain("Un avenant est à établir");
    const owner = await w.browser(call.organisations[0]?.owner);
    expect((await owner.get(urls.application.href({ id }))).body).toContain("Avenant à la convention");
  });

  it("whose amendment both signed keep its copy, from the day of the last signature, for each side to read", async () => {
    const id = call.files[0] ?? "";
    const action = urls.reviewAmendmentSignature.href({ id });
    const signed = { exemplaire: new File([new Uint8Array(pdfBytes("avenant-signe.pdf"))], "avenant-signe.pdf") };
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
      /avenant-signe\.pdf[\s\S]*l’aide est ramenée à/,
    );
    for (const [who, href] of [
      [officer, action],
      [owner, urls.applicationSignedAmendment.href({ id })],
    ] as const) {
      expect((await who.get(href)).headers.get("content-type")).toBe("application/pdf");
    }
    const other = await w.browser(call.organisations[1]?.owner);
    expect((await other.get(urls.applicationSignedAmendment.href({ id }))).status).toBe(404);
  });
});
