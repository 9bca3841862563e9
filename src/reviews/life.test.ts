import { afterAll, beforeAll, expect, it } from "vitest";
import { pdfBytes } from "#src/applications/applying.fixture.ts";
import { findApplication } from "#src/life/index.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type FiledRequest, fileRequest, makeAgents, runJobs, sendForm, type TestAgents } from "./reviewing.fixture.ts";

let w: TestWorld;
let agents: TestAgents;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
});
afterAll(() => w.close());

const stateOf = async (id: string) => (await w.inTx((tx) => findApplication(tx, id)))?.state;

/** Concludes every point that waits, through the page, in one sending. */
async function concludeAll(officer: string, id: string): Promise<void> {
  const browser = await w.browser(officer);
  const page = await browser.get(urls.review.href({ id }));
  const fields: Record<string, string> = { acte: "enregistrer", "grille-reste": "oui" };
  for (const [, name = "", value = ""] of page.body.matchAll(
    /type="radio"[^>]*name="(point:D-[^"]+)" value="([^"]*)"/g,
  )) {
    if (fields[name] !== undefined) continue;
    fields[name] = value;
    fields[name.replace("point:", "motif:")] = "Vu au dossier.";
  }
  const answer = await sendForm(browser, page, urls.reviewJudgement.href({ id }), fields);
  expect(answer.status).toBe(303);
}

it("leads a request from its filing to the signed agreement, each step by who may", async () => {
  const { id, organisation }: FiledRequest = await fileRequest(w, 0);
  const review = urls.review.href({ id });
  const officer = await w.browser(agents.officer);
  const supervisor = await w.browser(agents.supervisor);
  const approver = await w.browser(agents.approver);
  const owner = await w.browser(organisation.owner);

  expect((await officer.get(urls.queue.href())).body).toContain("AC-2026-00001");
  const step = (name: string) => urls.reviewStep.href({ id, step: name });
  expect((await sendForm(officer, await officer.get(review), step("declare-complete"))).status).toBe(303);
  expect((await sendForm(officer, await officer.get(review), step("start-review"))).status).toBe(303);
  expect(await stateOf(id)).toBe("under-review");

  const early = await sendForm(officer, await officer.get(review), urls.reviewJudgement.href({ id }), {
    acte: "transmettre",
    sens: "favorable",
    avis: "Projet clair.",
    aide: "100",
  });
  expect(early.status).toBe(422);
  expect(early.body).toContain("À conclure\u00a0: ");
  expect(early.body).toContain("Projet clair.");

  await concludeAll(agents.officer, id);
  const ready = await officer.get(review);
  const tooMuch = await sendForm(officer, ready, urls.reviewJudgement.href({ id }), {
    acte: "transmettre",
    sens: "favorable",
    avis: "Projet clair.",
    aide: "17 500,01",
  });
  expect(tooMuch.status).toBe(422);
  expect(tooMuch.body).toContain("dépasse ce que permettent les règles");
  const proposed = await sendForm(officer, await officer.get(review), urls.reviewJudgement.href({ id }), {
    acte: "transmettre",
    sens: "favorable",
    avis: "Projet clair et proportionné.",
    aide: "",
  });
  expect(proposed.status).toBe(303);
  expect(await stateOf(id)).toBe("proposed-favourable");

  const validated = await sendForm(supervisor, await supervisor.get(review), urls.reviewValidation.href({ id }), {
    action: "valider",
  });
  expect(validated.status).toBe(303);

  const ceiling = /name="aide"[^>]*value="([^"]+)"/.exec((await approver.get(review)).body)?.[1] ?? "";
  const report = await approver.get(urls.commissionReport.href({}, { dossier: [id] }));
  expect(report.body).toContain("AC-2026-00001");
  const issued = await sendForm(approver, report, urls.commissionReport.href(), {
    dossier: id,
    titre: "Appui conseil",
    date: "15/03/2026",
    action: "emettre",
  });
  expect(issued.status).toBe(303);
  expect((await approver.get(urls.commissionReport.href())).body).toContain("RCP-2026-0001");

  const future = await sendForm(approver, await approver.get(review), urls.reviewDecision.href({ id }), {
    sens: "favorable",
    date: "15/03/2026",
    deliberation: "CP-2026-0315",
    aide: ceiling,
  });
  expect(future.status).toBe(422);
  expect(future.body).toContain("ne peut pas être à venir");
  for (const [date, why] of misdated) {
    const fields = { sens: "favorable", date, deliberation: "CP-2026-0315", aide: ceiling };
    const unread = await sendForm(approver, await approver.get(review), urls.reviewDecision.href({ id }), fields);
    expect([unread.status, unread.body]).toEqual([422, expect.stringContaining(why)]);
    expect(unread.body).toContain(`value="${date}"`);
  }
  w.clock.set("2026-03-16T09:00:00Z");
  const voted = await sendForm(approver, await approver.get(review), urls.reviewDecision.href({ id }), {
    sens: "favorable",
    date: "15/03/2026",
    deliberation: "CP-2026-0315",
    aide: ceiling,
  });
  expect(voted.status).toBe(303);
  expect(await stateOf(id)).toBe("awarded");
  const share = await w.inTx((tx) =>
    tx
      .selectFrom("party")
      .selectAll()
      .where("application_id", "=", id)
      .where("funded", "=", true)
      .executeTakeFirstOrThrow(),
  );
  expect((share.granted as { aid: number }).aid).toBe((await w.inTx((tx) => findApplication(tx, id)))?.decidedAid);

  const preview = await officer.get(urls.reviewPreview.href({ id, letter: "notification" }));
  expect(preview.headers.get("content-type")).toBe("application/pdf");
  expect((await sendForm(officer, await officer.get(review), urls.reviewNotification.href({ id }))).status).toBe(303);
  expect((await officer.get(urls.reviewPreview.href({ id, letter: "convention" }))).status).toBe(200);
  expect((await sendForm(officer, await officer.get(review), urls.reviewAgreement.href({ id }))).status).toBe(303);
  await runJobs(w);

  const kinds = await w.inTx((tx) =>
    tx.selectFrom("document").select(["kind", "number"]).orderBy("issued_at").execute(),
  );
  expect(kinds.map((one) => one.kind).sort()).toEqual(["award-letter", "grant-agreement", "receipt"]);
  const mails = await w.inTx((tx) =>
    tx.selectFrom("mail").select("subject").where("application_id", "=", id).execute(),
  );
  expect(mails.map((one) => one.subject).join("\n")).toContain("Votre convention est à signer");

  const agreement = urls.applicationAgreement.href({ id });
  const page = await owner.get(agreement);
  expect(page.body).toContain("CONV-2026-00001");
  const lacking = await w
    .browser(organisation.owner)
    .then((browser) => upload(browser, page, agreement, { date: "", signataire: "" }, null));
  expect(lacking.status).toBe(422);
  for (const [date, why] of misdated) {
    const unread = await upload(owner, page, agreement, { date, signataire: "Camille Exemple" }, pdf);
    expect([unread.status, unread.body]).toEqual([422, expect.stringContaining(why)]);
  }
  expect(lacking.body).toContain("Joignez l’exemplaire signé.");
  const signed = await upload(
    owner,
    await owner.get(agreement),
    agreement,
    { date: "16/03/2026", signataire: "Camille Exemple, présidente" },
    pdf,
  );
  expect(signed.status).toBe(303);

  const signature = urls.reviewSignature.href({ id });
  const funder = { date: "16/03/2026", signataire: "Sacha Modèle, président" };
  const alone = await upload(officer, await officer.get(review), signature, funder, null);
  expect([alone.status, await stateOf(id)]).toEqual([422, "agreement-to-sign"]);
  expect(alone.body).toContain("Joignez l’exemplaire signé par les deux parties");
  const both = await upload(officer, await officer.get(review), signature, funder, pdf);
  expect(both.status).toBe(303);
  expect(await stateOf(id)).toBe("signed");
  expect((await owner.get(urls.applicationSignedAgreement.href({ id }))).status).toBe(200);

  expect(await verifyJournal(w.world.db)).toMatchObject({ faults: [] });
}, 120_000);

const pdf = pdfBytes("signé");
/** Days that are none, and what is said of each. */
const misdated = [
  ["03/03/0026", "Vérifiez l’année"],
  ["31/02/2030", "Ce jour n’existe pas"],
] as const;

/** Sends a form with a file, as a browser without JavaScript does. */
async function upload(
  browser: Awaited<ReturnType<TestWorld["browser"]>>,
  page: { readonly body: string },
  action: string,
  fields: Readonly<Record<string, string>>,
  file: Buffer | null,
) {
  const form = page.body.split("<form").find((part) => part.includes(`action="${action}"`)) ?? "";
  const body = new FormData();
  for (const [, name = "", value = ""] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    body.set(name, value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file !== null)
    body.set("exemplaire", new File([new Uint8Array(file)], "convention.pdf", { type: "application/pdf" }));
  const response = await w.app.request(new URL(action, w.world.origin).href, {
    method: "POST",
    headers: { cookie: browser.cookies(), origin: w.world.origin },
    body,
  });
  return { status: response.status, body: await response.text() };
}
