import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser, Page } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { fileRequest, makeAgents, type TestAgents } from "../../reviewing.fixture.ts";

let w: TestWorld;
let agents: TestAgents;
let officer: Browser;
let colleague: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  await fileRequest(w, 0);
  officer = await w.browser(agents.officer);
  colleague = await w.browser(agents.colleague);
}, 60_000);
afterAll(() => w.close());

const list = (browser: Browser, query: Record<string, string> = { vue: "tous" }) =>
  browser.get(urls.queue.href({}, query));
const columns = (page: Page) => [...page.body.matchAll(/<td[^>]*data-column="([^"]+)"/g)].map(([, key]) => key);
const idOf = async (name: string) =>
  (await w.inTx((tx) => tx.selectFrom("saved_view").select("id").where("name", "=", name).executeTakeFirstOrThrow()))
    .id;

describe("a view", () => {
  it("is its author's alone until shared, opens for every agent then, and is changed by its author alone", async () => {
    await officer.post(urls.queueViews.href(), { nom: "Ouest", requete: "?vue=tous&lieu=14&lieu=50" });
    expect((await list(colleague)).body).not.toContain("Ouest");
    const view = await idOf("Ouest");
    await officer.post(urls.queueView.href({ view }), { geste: "partager" });
    const shared = (await list(colleague)).body;
    expect(shared).toContain("partagée par Agent officer");
    expect(shared).toContain("vue=tous&amp;lieu=14&amp;lieu=50");
    await colleague.post(urls.queueView.href({ view }), { geste: "retirer" });
    expect((await list(officer)).body).toContain("Ouest");
    await officer.post(urls.queueView.href({ view }), { geste: "garder" });
    expect((await list(colleague)).body).not.toContain("partagée par Agent officer");
  });

  it("may be what a bare address opens on, for who chose it and while it is open to them", async () => {
    await colleague.post(urls.queueViews.href(), {
      nom: "Manche",
      requete: "?vue=tous&lieu=50&tri=montant",
      partagee: "oui",
    });
    const depart = await idOf("Manche");
    await officer.post(urls.queueSettings.href(), { depart });
    const opened = (await officer.get(urls.queue.href())).body;
    expect(opened).toContain("Manche (50)");
    expect(opened).toContain("tri=montant");
    // Its export is of the same list.
    expect((await officer.get(urls.queueExport.href())).body.trim().split("\r\n")).toHaveLength(1);
    await colleague.post(urls.queueView.href({ view: depart }), { geste: "garder" });
    expect((await officer.get(urls.queue.href())).body).not.toContain("<strong>Manche (50)</strong>");
    const others = await idOf("Manche");
    await officer.post(urls.queueSettings.href(), { depart: others });
    const kept = await w.inTx((tx) => tx.selectFrom("queue_setting").select("start_view").execute());
    expect(kept).toEqual([{ start_view: depart }]);
  });
});

describe("the order of the list", () => {
  const first = (page: Page) => page.body.match(/href="([^"]*tri=montant[^"]*garder=tri[^"]*)"/)?.[1] ?? "";

  it("stays when one comes back by the menu, for oneself alone, until a view is chosen to open on", async () => {
    const sorting = first(await colleague.get(urls.queue.href())).replaceAll("&amp;", "&");
    const sorted = await colleague.get(sorting);
    expect([sorted.status, sorted.location?.includes("garder")]).toEqual([303, false]);
    expect((await colleague.get(urls.queue.href())).body).toContain("Dossiers, par aide");
    expect((await officer.get(urls.queue.href())).body).not.toContain("Dossiers, par aide");
    await colleague.post(urls.queueSettings.href(), { depart: "aucune" });
    expect((await colleague.get(urls.queue.href())).body).not.toContain("Dossiers, par aide");
  });
});

describe("columns", () => {
  it("are those of the service until one chooses, in the order that one gives, for oneself alone", async () => {
    expect(columns(await list(officer))).toEqual([
      "etat",
      "echeance",
      "verifications",
      "doutes",
      "messages",
      "aide",
      "agent",
    ]);
    const moved = await officer.post(urls.queueColumns.href(), {
      ordre: ["etat", "aide", "dispositif"],
      colonne: ["aide", "etat"],
      geste: "monter aide",
      retour: urls.queue.href(),
    });
    const page = await officer.get(moved.location ?? "");
    expect([...page.body.matchAll(/name="ordre" value="([^"]+)"/g)].map(([, key]) => key).slice(0, 3)).toEqual([
      "aide",
      "etat",
      "dispositif",
    ]);
    await officer.post(urls.queueColumns.href(), {
      ordre: ["aide", "etat", "dispositif"],
      colonne: ["aide", "dispositif", "intrus"],
      geste: "garder",
    });
    expect(columns(await list(officer))).toEqual(["aide", "dispositif"]);
    expect(columns(await list(colleague))).toContain("echeance");
    await officer.post(urls.queueColumns.href(), { geste: "origine" });
    expect(columns(await list(officer))).toHaveLength(7);
  });
});

describe("keys", () => {
  it("can be turned off, and on again", async () => {
    expect((await list(officer)).body).toContain('data-keys="on"');
    await officer.post(urls.queueSettings.href(), { touches: "non" });
    expect((await list(officer)).body).toContain('data-keys="off"');
    expect((await list(colleague)).body).toContain('data-keys="on"');
    await officer.post(urls.queueSettings.href(), { touches: "oui" });
    expect((await list(officer)).body).toContain('data-keys="on"');
  });
});
