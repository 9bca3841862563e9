import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { type LaterState, leadTo } from "#src/demo/reviewed.ts";
import { chainOf } from "#src/life/index.ts";
import { record } from "#src/platform/journal.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { fileRequest, makeAgents, type TestAgents, troupeOf } from "../reviewing.fixture.ts";
import { loadReviewed } from "./file-store.ts";

let w: TestWorld;
let agents: TestAgents;
let next = 0;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
});
afterAll(() => w.close());

async function pageOf(state: LaterState | "submitted", person: string): Promise<string> {
  w.clock.set("2026-03-10T09:00:00Z");
  const n = next++;
  const { id, organisation } = await fileRequest(w, n);
  const stage = await troupeOf(w, agents, { days: 100 });
  const applicant = await visitorOf(w, organisation.owner);
  if (state !== "submitted") await leadTo(stage, { id, applicant, n }, state);
  return (await (await w.browser(person)).get(urls.review.href({ id }))).body;
}

/** What is read without unfolding anything. */
const openSections = (body: string) =>
  [...body.matchAll(/<(?:section|details)(?: class="[^"]*")? id="([a-z]+)"([^>]*)>/g)].flatMap(([tag, id, rest]) =>
    tag.startsWith("<section") || rest?.includes("open") ? id : [],
  );

describe("the page of a file", () => {
  it("tells a letter beside the act that called for it, however late its bytes were made", async () => {
    w.clock.set("2026-03-10T09:00:00Z");
    const { id } = await fileRequest(w, next++);
    const write = (act: string, at: string) =>
      w.inTx((tx) =>
        record(tx, {
          chain: chainOf(id),
          at: Temporal.Instant.from(at),
          actor: null,
          organisation: null,
          act,
          details: {},
          visibleToApplicant: false,
        }),
      );
    await write("award-notified", "2026-03-11T09:00:00Z");
    await write("agreement-made", "2026-03-12T09:00:00Z");
    await write("document-issued", "2026-03-11T09:00:00Z");
    const file = await w.inTx((tx) => loadReviewed(tx, id, agents.officer));
    expect(file?.journal.slice(0, 3).map((entry) => entry.act)).toEqual([
      "agreement-made",
      "document-issued",
      "award-notified",
    ]);
  });

  it("asks the database no more than eight statements, whatever its parts bring", async () => {
    w.clock.set("2026-03-10T09:00:00Z");
    const { id } = await fileRequest(w, next++);
    const browser = await w.browser(agents.officer);
    const query = vi.spyOn(pg.Client.prototype, "query");
    await browser.get(urls.review.href({ id }));
    const sent = query.mock.calls.length;
    query.mockRestore();
    expect(sent).toBeLessThanOrEqual(8);
  });

  it("says the next act in its head, and each point leads to where it is settled", async () => {
    const body = await pageOf("under-review", agents.officer);
    expect(body).toMatch(/es-filebar-act"><a class="ds-button" href="#[a-z]-[^"]+"[^>]*>Prochain point/);
    const headings = [...body.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/g)].map((found) => [Number(found[1]), found[2]]);
    headings.forEach(([level], at) => {
      expect(Number(level) - Number(headings[at - 1]?.[0] ?? 0), `after ${headings[at - 1]?.[1]}`).toBeLessThan(2);
    });
    const links = [...body.matchAll(/href="#([^"]+)"/g)].map((found) => found[1]);
    expect(links.length).toBeGreaterThan(7);
    for (const id of links) expect(body.includes(`id="${id}"`), id).toBe(true);
  });

  it.each([
    ["submitted", ["budget", "pieces", "grille"]],
    ["under-review", ["doutes", "grille", "budget", "avis"]],
    ["signed", ["decision", "convention"]],
  ] as const)("opens what is read at its moment, and folds the rest: %s", async (state, expected) => {
    const open = openSections(await pageOf(state, agents.officer));
    for (const id of expected) expect(open, id).toContain(id);
    expect(open).not.toContain("journal");
    expect(open).not.toContain("reponses");
    expect(open).not.toContain("verifications");
  });

  it("offers nobody an act that is not theirs", async () => {
    const body = await pageOf("under-review", agents.auditor);
    expect(body).toContain("Aucune action ne vous revient");
    expect(body).not.toContain('<form class="es-form');
    expect(body).not.toContain('form="jugement"');
  });

  it("offers the usual next act first, and what ends the file last", async () => {
    const body = await pageOf("notified", agents.officer);
    const at = (words: string) => body.indexOf(words, body.indexOf('id="actions"'));
    expect(at("Établir la convention")).toBeGreaterThan(0);
    expect(at("Classer sans suite")).toBeGreaterThan(at("Établir la convention"));
    expect(at("Classer sans suite")).toBeGreaterThan(at("Déclarer un intérêt"));
  });

  it("lets an approver reject only, where a condition is not met, and says who sends the opinion back", async () => {
    const refused = await pageOf("validated-unfavourable", agents.approver);
    expect(refused).toContain("Aucune aide ne peut être votée en l’état");
    expect(refused).not.toContain("Aide accordée");
    expect(refused).not.toContain("Montant voté");
    expect(refused).toContain("<strong>Agent supervisor</strong>");
    expect(await pageOf("validated-favourable", agents.approver)).toContain("Aide accordée");
  });

  it("offers to contest each condition that passed, and opens its fields beside its evidence", async () => {
    w.clock.set("2026-03-10T09:00:00Z");
    const { id } = await fileRequest(w, next++);
    const officer = await w.browser(agents.officer);
    const { body } = await officer.get(urls.review.href({ id }));
    const href = /<a href="([^"]*constat=([^"#]*)#[^"]*)">Contester/.exec(body);
    const opened = await officer.get((href?.[1] ?? "").replaceAll("&amp;", "&"));
    expect(opened.body).toMatch(new RegExp(`<div class="es-band" id="${href?.[2]}">.*?name="point:`));
  });

  it("keeps papers read apart from acts, and says line by line what was accepted", async () => {
    w.clock.set("2026-03-10T09:00:00Z");
    const { id } = await fileRequest(w, next++);
    const officer = await w.browser(agents.officer);
    const page = (await officer.get(urls.review.href({ id }))).body;
    const paper = /href="([^"]*\/pieces\/[^"]*)"/.exec(page)?.[1] ?? "";
    await officer.get(paper);
    await officer.get(paper);
    const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? "";
    const line = "structures.0.phases.0";
    const asked = field(`${line}.days`);
    await officer.post(urls.reviewJudgement.href({ id }), {
      couts: "oui",
      cle: field("cle"),
      version: field("version"),
      [`${line}.days`]: "1",
      [`${line}.dailyCost`]: field(`${line}.dailyCost`),
      [`${line}.reason`]: "Un seul jour est utile.",
    });
    const journal = (await officer.get(urls.review.href({ id }))).body.split('id="journal"')[1] ?? "";
    expect(journal.replaceAll("\u00a0", " ")).toContain(`${asked} jours ramenés à 1 jour. Un seul jour est utile.`);
    expect(journal).toContain("Consultations de pièces (2)");
    expect(journal.split("Consultations de pièces (2)")[0]).not.toContain("Pièce consultée");
  });

  it("speaks of the organisation in the third person", async () => {
    const body = await pageOf("submitted", agents.officer);
    expect(body).toContain("<h3>La structure</h3>");
    expect(body).not.toContain("Votre structure");
    // What shows that who filed is of it, with the way to what was given.
    expect(body).toMatch(/<a href="\/instruction\/rattachements">Appartenance<\/a> : vérifiée\./);
    expect(body).toMatch(/<caption[^>]*>Intervenants</);
  });
});
