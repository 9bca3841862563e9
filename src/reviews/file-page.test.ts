import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { type DemoStage, type LaterState, leadTo } from "#src/demo/reviewed.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { agentVisitor, fileRequest, makeAgents, type TestAgents } from "./reviewing.fixture.ts";

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
  const stage: DemoStage = {
    world: w.world,
    clock: w.clock,
    officer: await agentVisitor(w, agents.officer, "officer"),
    supervisor: await agentVisitor(w, agents.supervisor, "supervisor"),
    approver: await agentVisitor(w, agents.approver, "approver"),
    present: w.clock.now().add({ hours: 24 * 100 }),
  };
  const applicant = await visitorOf(w, organisation.owner);
  if (state !== "submitted") await leadTo(stage, { id, applicant, n }, state);
  return (await (await w.browser(person)).get(urls.review.href({ id }))).body;
}

const openSections = (body: string) =>
  [...body.matchAll(/<section class="es-section" id="([a-z]+)"[^>]*><details class="es-folded" open/g)].map(
    (found) => found[1],
  );

describe("the page of a file", () => {
  it("says what to do now before all the rest, and each point leads to where it is settled", async () => {
    const body = await pageOf("under-review", agents.officer);
    const headings = [...body.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/g)].map((found) => [Number(found[1]), found[2]]);
    expect(headings.slice(1, 3)).toEqual([
      [2, "Que faire maintenant"],
      [2, "L’essentiel"],
    ]);
    headings.forEach(([level], at) => {
      expect(Number(level) - Number(headings[at - 1]?.[0] ?? 0), `after ${headings[at - 1]?.[1]}`).toBeLessThan(2);
    });
    const waiting = /<ul class="es-waiting">.*?<\/ul>/.exec(body)?.[0] ?? "";
    const links = [...waiting.matchAll(/href="#([^"]+)"/g)].map((found) => found[1]);
    expect(links.length).toBeGreaterThan(7);
    for (const id of [...links, "avis-rendu"]) expect(body.includes(`id="${id}"`), id).toBe(true);
  });

  it.each([
    ["submitted", ["reponses", "pieces", "complements"]],
    ["under-review", ["verifications", "doutes", "grille", "budget", "avis"]],
    ["signed", ["decision", "convention"]],
  ] as const)("opens what is read at its moment, and folds the rest: %s", async (state, expected) => {
    const open = openSections(await pageOf(state, agents.officer));
    for (const id of expected) expect(open, id).toContain(id);
    expect(open).not.toContain("journal");
    if (state === "signed") expect(open).not.toContain("reponses");
  });

  it("offers nobody an act that is not theirs", async () => {
    const body = await pageOf("under-review", agents.auditor);
    expect(body).toContain("Aucune action ne vous revient");
    expect(body).not.toContain('<form class="es-form');
  });

  it("speaks of the organisation in the third person", async () => {
    const body = await pageOf("submitted", agents.officer);
    expect(body).toContain("<h3>La structure</h3>");
    expect(body).not.toContain("Votre structure");
  });
});
