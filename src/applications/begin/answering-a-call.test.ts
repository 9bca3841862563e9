import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modernisationProject } from "#policy/frameworks/2025-07-15/service-modernisation/demonstration/project.ts";
import { agentOf, beginCall, modernisationTerms, openSchemeOf, step, writeCall } from "#src/calls/calls.fixture.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { openApplication } from "#src/life/file.ts";
import { urls } from "#src/urls.ts";
import { allJobs } from "#src/worker.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { actOf, joinEveryPaper, makeOrganisation, type TestOrganisation } from "../applying.fixture.ts";

const slug = "transitions-2026-appel-d-essai";
let w: TestWorld;
let lead: Browser;
let organisation: TestOrganisation;
let callId: string;

beforeAll(async () => {
  w = await openTestWorld({ now: "2026-03-02T09:00:00Z" });
  organisation = await makeOrganisation(w, 0);
  lead = await w.browser(organisation.owner);
  const author = await agentOf(w, "administrator");
  const administrator = await w.browser(author);
  callId = await beginCall(w, author, openSchemeOf("modernisation"));
  await writeCall(administrator, callId, { modalites: modernisationTerms });
  await step(administrator, callId, "proposition");
  await step(await w.browser(await agentOf(w, "supervisor")), callId, "publication");
});
afterAll(() => w.close());

async function begin(): Promise<string> {
  const page = await lead.get(urls.newApplication.href({}, { appel: slug }));
  const cle = /name="cle" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
  const begun = await lead.post(urls.newApplication.href(), { cle, appel: slug, organisme: organisation.id });
  return /demandes\/([0-9a-f-]{36})/.exec(begun.location ?? "")?.[1] ?? "";
}

/** A draft for the open call, whole: every answer, every paper. */
async function writeWhole(): Promise<string> {
  const id = await begin();
  const raw = modernisationProject(demoApplication(0).organisation, 2026);
  await w.inTx((tx) =>
    tx
      .updateTable("application")
      .set({ raw: JSON.stringify(raw) })
      .where("id", "=", id)
      .execute(),
  );
  await joinEveryPaper(w, id, organisation.owner);
  return id;
}

async function formOf(id: string) {
  const page = await lead.get(urls.applicationSubmission.href({ id }));
  const boxes = [...page.body.matchAll(/name="(declarations\.[^"]+)"/g)].map(
    ([, name]) => [name ?? "", "oui"] as const,
  );
  return { ...actOf(page.body, urls.applicationSubmission.href({ id })), ...Object.fromEntries(boxes) };
}

async function file(id: string) {
  return lead.post(urls.applicationSubmission.href({ id }), await formOf(id));
}

it("is told of by mail to who asked: when the call opens, and ten days before it closes, once each", async () => {
  const email = "veille@formation.example";
  await w.inTx((tx) =>
    tx
      .insertInto("subscription")
      .values({
        email,
        topics: ["calls"],
        created_at: w.clock.now().toString(),
        confirmed_at: w.clock.now().toString(),
      })
      .execute(),
  );
  const subjects = async (at: string) => {
    w.clock.set(at);
    for (let times = 0; times < 2; times += 1) await allJobs(w.world)["agenda-tick"]?.({});
    const mails = await w.inTx((tx) =>
      tx.selectFrom("mail").select(["subject", "body"]).where("to_address", "=", email).orderBy("id").execute(),
    );
    expect(mails.every(({ body }) => body.includes("/alertes/"))).toBe(true);
    return mails.map(({ subject }) => subject.split("\u00a0")[0]);
  };
  expect(await subjects("2026-03-09T09:00:00Z")).toEqual([]);
  expect(await subjects("2026-03-10T08:00:00Z")).toEqual(["Un appel est ouvert"]);
  expect(await subjects("2026-03-17T11:00:00Z")).toEqual(["Un appel est ouvert", "Un appel se clôt bientôt"]);
  w.clock.set("2026-03-02T09:00:00Z");
});

describe("a request that answers a call", () => {
  it("is not begun before the call opens, nor without it", async () => {
    const early = await lead.get(urls.newApplication.href({}, { appel: slug }));
    expect(early.location).toBe(urls.call.href({ slug }));
    const named = urls.newApplication.href({}, { dispositif: "modernisation" });
    const waiting = await lead.get(named);
    expect(waiting.status).toBe(200);
    expect(waiting.body).toContain("Aucun appel n’est ouvert pour cette aide");
    expect(waiting.body).toContain("Ouvre le 10\u00a0mars 2026 à 9\u00a0h\u00a000");
    expect(waiting.body).toContain(urls.subscriptions.href({}, { sujets: "calls" }).replace("&", "&amp;"));
    const posted = { cle: randomUUID(), dispositif: "modernisation", organisme: organisation.id };
    expect((await lead.post(urls.newApplication.href(), posted)).location).toBe(named);
    expect((await lead.get(urls.newApplication.href({}, { dispositif: "inconnu" }))).status).toBe(404);
    w.clock.set("2026-03-11T09:00:00Z");
    // The one that is open is gone to, with the answers of the simulator.
    const { location } = await lead.get(urls.newApplication.href({}, { dispositif: "modernisation", title: "Essai" }));
    expect(location).toBe(`${urls.newApplication.href()}?title=Essai&appel=${slug}`);
    expect((await lead.get(urls.newApplication.href({}, { appel: "inconnu" }))).status).toBe(404);
  });

  it("is judged with the terms of the call, and asks its own questions", async () => {
    const id = await writeWhole();
    const found = await w.inTx((tx) => openApplication(tx, id, w.world.clock.now()), { person: organisation.owner });
    expect(found?.reading.assessment.funding.aid).toBe(1_000_000);
    expect(found?.reading.assessment.missingTerms).toEqual([]);
    expect(found?.reading.gaps).toEqual([]);
    const phases = await lead.get(urls.applicationSection.href({ id, section: "phases" }));
    expect(phases.body).toMatch(
      /<svg class="es-plot"[^>]* role="img"[^>]*><title>Calendrier du projet.*sept\..*Préparer.*<\/svg><table/s,
    );
    const section = await lead.get(urls.applicationSection.href({ id, section: "appel" }));
    expect(section.body).toContain("Le projet se tient-il en Normandie ?");
  });

  it("begins with what the organisation said of itself in its last file, and with nothing of that project", async () => {
    const said = { "association.purpose": "Former et accompagner vers l’emploi.", "association.volunteers": "6" };
    const typed = { ...said, "project.need": "Un besoin de ce projet-là." };
    const before = await begin();
    await w.inTx((tx) =>
      sql`UPDATE application SET raw = raw || ${JSON.stringify(typed)}::jsonb WHERE id = ${before}`.execute(tx),
    );
    const id = await begin();
    const { raw } = await w.inTx((tx) =>
      tx.selectFrom("application").select("raw").where("id", "=", id).executeTakeFirstOrThrow(),
    );
    expect(raw).toMatchObject(said);
    expect(raw).not.toHaveProperty(["project.need"]);
  });

  it("is filed before the closing, on the server’s clock, and received once", async () => {
    const id = await writeWhole();
    // Said wherever one meets the draft, not only where it is filed.
    const closing = "27\u00a0mars 2026 à 12\u00a0h\u00a000";
    expect((await lead.get(urls.application.href({ id }))).body).toContain(`Clôture le ${closing}`);
    expect((await lead.get(urls.dashboard.href())).body).toContain(`À déposer avant le ${closing}`);
    const step = await lead.get(urls.applicationSection.href({ id, section: "phases" }));
    expect(step.body).toContain(`avant le ${closing}`);
    w.clock.set("2026-03-27T10:59:59Z");
    expect((await lead.get(urls.applicationSubmission.href({ id }))).body).toContain("dans 1\u00a0seconde");
    const filed = await file(id);
    expect(filed.location).toBe(urls.applicationFiled.href({ id }));
    const row = await w.inTx((tx) =>
      tx
        .selectFrom("application")
        .select(["number", "submitted_at", "requested_aid"])
        .where("id", "=", id)
        .executeTakeFirst(),
    );
    expect(row?.number).toBe("MO-2026-00001");
    expect(row?.submitted_at?.toString()).toBe("2026-03-27T10:59:59Z");
    expect(row?.requested_aid).toBe(1_000_000);
    // Its receipt leaves the machine to those who still file.
    const after = (await lead.get(filed.location ?? "")).body;
    expect(after).toContain("dès la clôture de l’appel");
    expect(after).toContain("analysé par 2 personnes");
    expect(after).toContain("15\u00a0avril 2026\u00a0: Comité de sélection");
    const { rows } = await sql<{ at: Temporal.Instant }>`
      SELECT run_at AS at FROM graphile_worker.jobs WHERE key LIKE ${`receipt:${id}:%`}`.execute(w.world.db);
    expect(rows.map(({ at }) => at.toString())).toEqual(["2026-03-27T11:00:00Z"]);
  });

  it("has the number of its arrival, however long its form took to come", async () => {
    const [first, second] = [await writeWhole(), await writeWhole()];
    const [slow, quick] = [await formOf(first), await formOf(second)];
    let end = (): void => undefined;
    const form = new URLSearchParams(slow as Record<string, string>).toString();
    const body = new ReadableStream<Uint8Array>({
      start(part) {
        end = () => {
          part.enqueue(new TextEncoder().encode(form));
          part.close();
        };
      },
    });
    const headers = {
      cookie: lead.cookies(),
      origin: w.world.origin,
      "content-type": "application/x-www-form-urlencoded",
    };
    const address = new URL(urls.applicationSubmission.href({ id: first }), w.world.origin).href;
    const sent = w.app.request(address, { method: "POST", headers, body, duplex: "half" } as RequestInit);
    const other = lead.post(urls.applicationSubmission.href({ id: second }), quick);
    await new Promise((done) => setTimeout(done, 100));
    end();
    expect([(await sent).status, (await other).status]).toEqual([303, 303]);
    const numbers = await w.inTx((tx) =>
      tx.selectFrom("application").select("id").where("id", "in", [first, second]).orderBy("number").execute(),
    );
    expect(numbers.map(({ id }) => id)).toEqual([first, second]);
  });

  it("is refused one second late, with all that was typed, until an outage extends the call for all", async () => {
    w.clock.set("2026-03-27T10:59:00Z");
    const id = await writeWhole();
    w.clock.set("2026-03-27T11:00:00Z");
    const late = await file(id);
    expect(late.status).toBe(422);
    expect(late.body).toContain("L’appel s’est clos le 27\u00a0mars 2026 à 12\u00a0h\u00a000");
    expect((await lead.get(urls.application.href({ id }))).body).toContain("Un accueil des stagiaires repensé");
    const supervisor = await w.browser(await agentOf(w, "supervisor"));
    const { body } = await supervisor.get(urls.deskCall.href({ id: callId }));
    expect(body).toMatch(/4\sbrouillons pour cet appel/);
    const extended = await supervisor.post(urls.deskCallExtension.href({ id: callId }), {
      version: /Version (\d+)/.exec(body)?.[1] ?? "",
      jour: "31/03/2026",
      heure: "12 h",
      motif: "Panne du 27 mars.",
      panne: "oui",
    });
    expect(extended.status).toBe(303);
    const mails = await w.inTx((tx) => tx.selectFrom("mail").select(["to_address", "subject"]).execute());
    const told = mails.filter(({ subject }) => subject.startsWith("Prolongé")).map((one) => one.to_address);
    expect(told.sort()).toEqual(["editor-0@formation.example", "owner-0@formation.example"]);
    expect((await file(id)).location).toBe(urls.applicationFiled.href({ id }));
  });

  it("is not copied once the call is closed", async () => {
    const id = await begin();
    w.clock.set("2026-04-02T09:00:00Z");
    const copied = await lead.post(urls.applicationCopy.href({ id }), { cle: randomUUID(), version: "1" });
    expect(copied.status).toBe(403);
  });
});
