import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENT_ROLES, FILE_ROLES } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser, Page } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { fileRequest, makeAgents } from "../reviewing.fixture.ts";

let w: TestWorld;
let id: string;
const browsers = new Map<string, Browser>();

beforeAll(async () => {
  w = await openTestWorld();
  const agents = await makeAgents(w);
  const request = await fileRequest(w, 0);
  id = request.id;
  browsers.set("nobody", await w.browser());
  browsers.set("owner", await w.browser(request.organisation.owner));
  for (const role of AGENT_ROLES) browsers.set(role, await w.browser(agents[role]));
}, 60_000);
afterAll(() => w.close());

const reviewers = ["officer", "supervisor"];
const acting = ["officer", "supervisor", "approver", "accountant", "administrator"];

const act = (action: string, fields: Record<string, string> = {}) =>
  [
    `act ${action}`,
    (browser: Browser) => browser.post(urls.queueActions.href(), { action, dossier: `${id}~0`, ...fields }),
  ] as const;
const get = (path: () => string) => (browser: Browser) => browser.get(path());
const post =
  (path: () => string, fields: Record<string, string> = {}) =>
  (browser: Browser) =>
    browser.post(path(), fields);

type Try = readonly [name: string, ask: (browser: Browser) => Promise<Page>, may: readonly string[]];

const tries: readonly Try[] = [
  [...act("affecter", { agent: "moi" }), reviewers],
  [...act("complets"), reviewers],
  [...act("message", { confirme: "oui", message: "" }), reviewers],
  [...act("etiqueter", { confirme: "oui", etiquette: "" }), acting],
  [...act("valider"), ["supervisor"]],
  [...act("notifier"), reviewers],
  [...act("rapport"), ["officer", "supervisor", "approver"]],
  [...act("exporter", { format: "csv" }), FILE_ROLES],
  ["the page of an export", get(() => urls.queueSheet.href()), FILE_ROLES],
  ["an export as a spreadsheet", get(() => urls.queueWorkbook.href()), FILE_ROLES],
  ["the figures of the service", get(() => urls.serviceFigures.href()), FILE_ROLES],
  ["the page of columns", get(() => urls.queueColumns.href()), FILE_ROLES],
  ["keeping columns", post(() => urls.queueColumns.href(), { geste: "origine" }), FILE_ROLES],
  ["settings", post(() => urls.queueSettings.href(), { touches: "oui" }), FILE_ROLES],
  ["keeping a view", post(() => urls.queueViews.href(), { nom: "" }), acting],
  ["sharing a view", post(() => urls.queueView.href({ view: randomUUID() }), { geste: "partager" }), acting],
  ["the next file", get(() => urls.reviewNext.href({ id })), FILE_ROLES],
  ["the previous file", get(() => urls.reviewPrevious.href({ id })), FILE_ROLES],
];

describe("who may do what with the queue, through HTTP", () => {
  it.each(tries)("%s", async (_name, ask, may) => {
    const refused: string[] = [];
    for (const [who, browser] of browsers) {
      const { status, location } = await ask(browser);
      if ([401, 403, 404].includes(status) || location?.startsWith(urls.signIn.href()) === true) refused.push(who);
    }
    expect(refused).toEqual([...browsers.keys()].filter((who) => !may.includes(who)));
  });

  it("an auditor and who has no role on files are offered no act but the export", async () => {
    const auditor = await browsers.get("auditor")?.get(urls.queue.href({}, { vue: "tous" }));
    const offered = [...(auditor?.body.matchAll(/name="action" value="([^"]+)"/g) ?? [])].map(([, action]) => action);
    expect(offered).toEqual(["exporter"]);
    expect((await browsers.get("animator")?.get(urls.queue.href()))?.status).toBe(404);
  });
});
