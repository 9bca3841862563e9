import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { type LaterState, leadTo } from "#src/demo/reviewed.ts";
import { findApplication } from "#src/life/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser, Page } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { fileRequest, makeAgents, runJobs, type TestAgents, troupeOf } from "../../reviewing.fixture.ts";

let w: TestWorld;
let agents: TestAgents;
let officer: Browser;
let supervisor: Browser;
const ids = new Map<string, string>();
const states = [null, null, null, "proposed-favourable", "proposed-unfavourable", "awarded", "rejected"] as const;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  const stage = await troupeOf(w, agents, { officer: agents.colleague });
  for (const [n, state] of states.entries()) {
    w.clock.set("2026-03-10T09:00:00Z");
    const { id, organisation } = await fileRequest(w, n);
    const applicant = await visitorOf(w, organisation.owner);
    if (state !== null) await leadTo(stage, { id, applicant, n }, state satisfies LaterState);
    ids.set(`${n}`, id);
  }
  officer = await w.browser(agents.officer);
  supervisor = await w.browser(agents.supervisor);
}, 120_000);
afterAll(() => w.close());

const id = (n: number) => ids.get(`${n}`) ?? "";
const read = async (n: number) => {
  const application = await w.inTx((tx) => findApplication(tx, id(n)));
  if (application === null) throw new Error(`no file ${n}`);
  return application;
};
/** The box of a file as the list shows it now. */
const box = async (n: number) => `${id(n)}~${(await read(n)).version}`;
const plain = (page: Page) =>
  page.body
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");
const send = (browser: Browser, fields: Record<string, string | readonly string[]>) =>
  browser.post(urls.queueActions.href(), { retour: urls.queue.href({}, { vue: "tous" }), ...fields });

describe("acts on several files", () => {
  it("never take a file from who took it since the list was read, unless asked again", async () => {
    const [seen, other] = [await box(0), await box(1)];
    const colleague = await w.browser(agents.colleague);
    await send(colleague, { action: "affecter", dossier: seen, agent: "moi" });
    expect((await read(0)).assignedTo).toBe(agents.colleague);
    const told = await send(officer, { action: "affecter", dossier: [seen, other], agent: "moi" });
    expect(told.status).toBe(200);
    expect((await read(0)).assignedTo).toBe(agents.colleague);
    expect((await read(1)).assignedTo).toBe(agents.officer);
    const page = plain(told);
    expect(page).toContain("Agent collègue a agi sur ce dossier depuis que vous avez lu la liste");
    expect(page).toContain("affecté à Agent collègue");
    expect(page).toContain(`1 dossier affecté : ${(await read(1)).number}.`);
    // The page gives the file as it stands: asked again, knowingly, it is given.
    const form = told.body.split("<form").find((part) => part.includes(urls.queueActions.href())) ?? "";
    const [, dossier = ""] = /name="dossier" value="([^"]+)"/.exec(form) ?? [];
    expect(dossier).toBe(await box(0));
    await send(officer, { action: "affecter", dossier, agent: "moi" });
    expect((await read(0)).assignedTo).toBe(agents.officer);
  });

  it("happen once where a form is sent twice", async () => {
    const fields = {
      action: "etiqueter",
      confirme: "oui",
      etiquette: "Urgent",
      cle: randomUUID(),
      dossier: await box(2),
    };
    await send(officer, fields);
    await send(officer, fields);
    const acts = await w.inTx((tx) =>
      tx
        .selectFrom("journal")
        .select("act")
        .where("chain", "=", `application:${id(2)}`)
        .execute(),
    );
    expect(acts.filter(({ act }) => act === "label-put")).toHaveLength(1);
  });

  it("write to each applicant, once what is written was asked", async () => {
    const dossier = [await box(0), await box(1)];
    const asked = await send(officer, { action: "message", dossier });
    expect(asked.status).toBe(200);
    expect(asked.body).toContain('name="message"');
    const empty = await send(officer, { action: "message", confirme: "oui", message: " ", dossier });
    expect(empty.status).toBe(422);
    expect(plain(empty)).toContain("Écrivez votre message avant de l’envoyer");
    await send(officer, { action: "message", confirme: "oui", message: "Bonjour à tous deux.", dossier });
    const sent = await w.inTx((tx) =>
      tx.selectFrom("message").select("application_id").where("body", "=", "Bonjour à tous deux.").execute(),
    );
    expect(sent.map((one) => one.application_id).sort()).toEqual([id(0), id(1)].sort());
  });

  it("write a template to each applicant, its fields filled for each file, and leave who lacks one", async () => {
    const template = (title: string, body: string) =>
      w.inTx((tx) =>
        tx.insertInto("message_template").values({ title, body, changed_at: w.world.clock.now() }).execute(),
      );
    await template("Numéro", "Votre dossier {numero} nous est bien parvenu.");
    await template("Échéance", "Vos compléments sont attendus le {echeance}.");
    const dossier = [await box(0), await box(1)];
    const asked = await send(officer, { action: "message", dossier });
    expect(plain(asked)).toContain("Votre dossier {numero} nous est bien parvenu.");
    const wrong = await send(officer, { action: "message", confirme: "oui", message: "Le {numéro}", dossier });
    expect(wrong.status).toBe(422);
    await send(officer, { action: "message", confirme: "oui", modele: "Numéro", message: "", dossier });
    const left = await send(officer, { action: "message", confirme: "oui", modele: "Échéance", message: "", dossier });
    expect(plain(left)).toContain("Ce dossier n’a rien à mettre à la place de {echeance}");
    const sent = await w.inTx((tx) =>
      tx.selectFrom("message").select(["application_id", "body"]).where("body", "like", "Votre dossier %").execute(),
    );
    const numbers = await w.inTx((tx) =>
      tx
        .selectFrom("application")
        .select(["id", "number"])
        .where("id", "in", [id(0), id(1)])
        .execute(),
    );
    expect(sent.map((one) => one.body).sort()).toEqual(
      numbers.map(({ number }) => `Votre dossier ${number} nous est bien parvenu.`).sort(),
    );
  });

  it("put a label that filters the list and shows in it, and take it off", async () => {
    await send(officer, {
      action: "etiqueter",
      confirme: "oui",
      etiquette: "À revoir",
      dossier: [await box(0), await box(1)],
    });
    const label = await w.inTx((tx) =>
      tx.selectFrom("label").select("id").where("name", "=", "À revoir").executeTakeFirstOrThrow(),
    );
    await officer.post(urls.queueColumns.href(), { geste: "garder", ordre: ["etiquettes"], colonne: ["etiquettes"] });
    const list = await officer.get(urls.queue.href({}, { vue: "tous", etiquette: [label.id] }));
    expect(list.body.match(/name="dossier"/g)).toHaveLength(2);
    expect(list.body).toContain("<li>À revoir</li>");
    const take = { action: "etiqueter", confirme: "oui", etiquette: "à REVOIR", geste: "retirer" };
    const taken = await send(officer, { ...take, dossier: [await box(0), await box(2)] });
    expect(plain(taken)).toContain("Ce dossier n’a pas cette étiquette.");
    expect((await officer.get(urls.queue.href({}, { vue: "tous", etiquette: [label.id] }))).body).toContain(
      (await read(1)).number ?? "",
    );
    const long = await send(officer, { ...take, etiquette: "x".repeat(41), dossier: await box(1) });
    expect(long.status).toBe(422);
  });

  it("validate opinions with their motivation before the eyes, never one that changed since", async () => {
    const dossier = [await box(3), await box(4), await box(2)];
    const asked = await send(supervisor, { action: "valider", dossier });
    const bodies = await w.inTx((tx) =>
      tx
        .selectFrom("opinion")
        .select("body")
        .where("application_id", "in", [id(3), id(4)])
        .execute(),
    );
    for (const { body } of bodies) expect(asked.body).toContain(body.slice(0, 40).replaceAll("'", "&#39;"));
    expect((await read(3)).state).toBe("proposed-favourable");
    const stale = dossier.map((one) => one.replace(/~\d+$/, "~1"));
    expect(plain(await send(supervisor, { action: "valider", confirme: "oui", dossier: stale }))).toContain(
      "3 dossiers laissés tels quels",
    );
    const told = plain(await send(supervisor, { action: "valider", confirme: "oui", dossier }));
    expect((await read(3)).state).toBe("validated-favourable");
    expect((await read(4)).state).toBe("validated-unfavourable");
    expect(told).toContain("1 dossier laissé tel quel");
  });

  it("notify decisions, each with its letter", async () => {
    const dossier = [await box(5), await box(6)];
    const asked = plain(await send(officer, { action: "notifier", dossier }));
    expect(asked).toContain("Aide votée");
    expect(asked).toContain("Demande rejetée");
    await send(officer, { action: "notifier", confirme: "oui", dossier });
    expect([(await read(5)).state, (await read(6)).state]).toEqual(["notified", "refused"]);
    await runJobs(w);
    const letters = await w.inTx((tx) =>
      tx
        .selectFrom("document")
        .select("kind")
        .where("application_id", "in", [id(5), id(6)])
        .execute(),
    );
    expect(letters.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["award-letter", "refusal-letter"]));
  });

  it("take the whole list, over its pages, with the version of each file", async () => {
    const page = await officer.get(urls.queue.href({}, { vue: "tous", choix: "tous" }));
    expect(page.body.match(/name="dossier"[^>]* checked/g)).toHaveLength(states.length);
    expect(plain(page)).toContain(`${states.length} dossiers choisis`);
    const autres = `${await box(0)} ${await box(1)}`;
    const asked = await send(officer, { action: "message", autres });
    expect(plain(asked)).toContain("2 dossiers");
  });
});
