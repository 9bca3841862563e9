import { afterAll, beforeAll, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { type LaterState, leadTo } from "#src/demo/reviewed.ts";
import { findApplication } from "#src/life/index.ts";
import type { AgentRole } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { fileRequest, makeAgents, type TestAgents, troupeOf } from "../reviewing.fixture.ts";
import { everyApplication, readFilter } from "./filters/filter.ts";
import { ownFacets } from "./filters/own-facets.ts";
import { votedTotal } from "./queue-store.ts";

const states = ["submitted", "proposed-favourable", "validated-favourable", "signed"] as const;

let w: TestWorld;
let agents: TestAgents;
const numbers = new Map<(typeof states)[number], string>();

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  for (const [n, state] of states.entries()) {
    w.clock.set("2026-03-10T09:00:00Z");
    const { id, organisation } = await fileRequest(w, n);
    const stage = await troupeOf(w, agents, { days: 100 });
    const applicant = await visitorOf(w, organisation.owner);
    if (state !== "submitted") await leadTo(stage, { id, applicant, n }, state satisfies LaterState);
    numbers.set(state, (await w.inTx((tx) => findApplication(tx, id)))?.number ?? "");
  }
});
afterAll(() => w.close());

it.each<{ role: AgentRole; shown: readonly (typeof states)[number][]; lead: RegExp }>([
  { role: "officer", shown: ["submitted"], lead: /1 dossier à instruire\./ },
  { role: "supervisor", shown: ["proposed-favourable", "validated-favourable"], lead: /1 avis à valider et 1 dossier/ },
  {
    role: "approver",
    shown: ["proposed-favourable", "validated-favourable"],
    lead: /^1 dossier attend le vote\.$/,
  },
  { role: "accountant", shown: ["signed"], lead: /^1 convention signée \([1-9][^)]* €\) et 0 à signer\.$/ },
  { role: "auditor", shown: states, lead: /4 dossiers déposés\./ },
  { role: "administrator", shown: states, lead: /4 dossiers déposés\./ },
])("the first screen shows what the role waits for: $role", async ({ role, shown, lead }) => {
  const { body } = await (await w.browser(agents[role])).get(urls.queue.href());
  for (const [state, number] of numbers) expect(body.includes(`>${number}</a>`), state).toBe(shown.includes(state));
  expect(
    /<p class="es-lead[^"]*"[^>]*>(.*?)<\/p>/
      .exec(body)?.[1]
      ?.replace(/<[^>]*>/g, "")
      .replace(/\s+/g, " "),
  ).toMatch(lead);
});

it("tells an accountant the amount signed apart from the amount to sign, and leads to each", async () => {
  const accountant = await w.browser(agents.accountant);
  const { body } = await accountant.get(urls.queue.href());
  const lead = /<p class="es-lead[^"]*"[^>]*>(.*?)<\/p>/.exec(body)?.[1] ?? "";
  const [signed, toSign] = [...lead.matchAll(/href="([^"]*)"/g)].map(
    (found) => found[1]?.replaceAll("&amp;", "&") ?? "",
  );
  expect((await accountant.get(signed ?? "")).body).toContain(`>${numbers.get("signed")}</a>`);
  expect(toSign).toBe(urls.queue.href({}, { vue: "tous", etat: "agreement-to-sign" }));
  const officer = await w.browser(agents.officer);
  const { body: asked } = await officer.get(urls.queue.href({}, { vue: "tous", etat: "signed" }));
  expect(asked).toMatch(/Aide des conventions signées : [1-9]/);
});

it("an empty home leads to every file, and to nothing that opens on the same home", async () => {
  const accountant = await w.browser(agents.accountant);
  const { body } = await accountant.get(urls.queue.href({}, { etat: "awarded" }));
  const [, href = ""] = /href="([^"]*)"[^>]*>(?:<[^>]*>)*Voir tous les dossiers/.exec(body) ?? [];
  const all = (await accountant.get(href.replaceAll("&amp;", "&"))).body;
  for (const [state, number] of numbers) expect(all.includes(`>${number}</a>`), state).toBe(true);
});

it("what leaves a bare queue is what its reader saw there: the export, a view, the files chosen", async () => {
  const accountant = await w.browser(agents.accountant);
  const signed = numbers.get("signed") ?? "";
  const exported = (await accountant.get(urls.queueExport.href())).body.trim().split("\r\n").slice(1);
  expect(exported.map((line) => line.split(";")[0])).toEqual([signed]);
  const kept = await accountant.post(urls.queueViews.href(), { nom: "Ma page", requete: "" });
  expect(kept.location).toBe(urls.queue.href({}, { vue: "tous", etat: "signed" }));
  const dossier = await w.inTx((tx) =>
    tx.selectFrom("application").select("id").where("number", "=", signed).executeTakeFirstOrThrow(),
  );
  const retour = urls.queue.href();
  const chosen = await accountant.post(urls.queueActions.href(), {
    dossier: dossier.id,
    action: "exporter",
    format: "csv",
    retour,
  });
  expect(chosen.body.trim().split("\r\n").slice(1)).toEqual([exported[0]]);
});

it("adds up what was voted of the files that words find, though nothing else was asked before", async () => {
  const reading = {
    filter: readFilter(new URLSearchParams({ q: "introuvable", etat: "signed" }), everyApplication, ownFacets),
    facets: ownFacets,
    me: agents.accountant,
    today: today(w.clock),
  };
  expect(
    await w.inTx((tx) => votedTotal(tx, { ...reading, filter: { ...reading.filter, search: "" } })),
  ).toBeGreaterThan(0);
  expect(await w.inTx((tx) => votedTotal(tx, reading))).toBe(0);
  const title = (
    await w.inTx((tx) =>
      tx.selectFrom("application").select("title").where("state", "=", "signed").executeTakeFirstOrThrow(),
    )
  ).title;
  const found = { ...reading, filter: { ...reading.filter, search: title } };
  expect(await w.inTx((tx) => votedTotal(tx, found))).toBeGreaterThan(0);
});
