import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { nearestTo } from "./nearest.ts";
import { makeCall, type TestCall } from "./selecting.fixture.ts";

let w: TestWorld;
let call: TestCall;
let officer: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "transitions", { files: 5, admitted: false });
  officer = await w.browser(call.officer.person.id);
  // What they say and answer is told by each test.
  await w.inTx((tx) =>
    sql`UPDATE application SET raw = raw - 'project.summary' - 'project.transitions' - 'project.kinds' - 'project.commune'
      - 'project.existingCode'`.execute(tx),
  );
}, 120_000);
afterAll(() => w.close());

const named = (id: string, title: string) =>
  w.inTx((tx) => tx.updateTable("application").set({ title }).where("id", "=", id).execute());
const answers = (id: string, raw: Readonly<Record<string, unknown>>) =>
  w.inTx((tx) => sql`UPDATE application SET raw = raw || ${JSON.stringify(raw)}::jsonb WHERE id = ${id}`.execute(tx));
const near = (id: string) => w.inTx((tx) => nearestTo(tx, id, call.scheme.neighbours));

it("are other projects, shared practices and courses that say the same, never itself (AX2C-53)", async () => {
  const [id = "", other = "", third = ""] = call.files;
  await named(id, "Gestes des soignants simulés en réalité virtuelle");
  await named(other, "La réalité virtuelle pour les gestes du bâtiment");
  await named(third, "Des soignants mieux accueillis");
  const found = await near(id);
  expect(found.map(({ at }) => at)).not.toContain(id);
  expect(found[0]).toMatchObject({ kind: "project", at: other });
  expect(found[0]?.shared).toEqual(expect.arrayContaining(["gestes", "réalité", "virtuelle"]));
  const page = (await officer.get(urls.review.href({ id }))).body.split('id="voisins"')[1] ?? "";
  expect(page).toContain("La réalité virtuelle pour les gestes du bâtiment");
  await aCourse("Simuler des gestes de soignants");
  const course = (await near(id)).find(({ kind }) => kind === "course");
  expect(course?.shared).toEqual(expect.arrayContaining(["gestes", "soignants"]));
  // What every text says tells nothing.
  for (const file of call.files) await named(file, "Chaque année, trois formations");
  const common = (await near(id)).flatMap(({ shared }) => shared);
  for (const word of ["chaque", "année", "trois", "formations"]) expect(common).not.toContain(word);
});

it("are read by what few answer too, told with their words; one thing in common says nothing", async () => {
  const [id = "", other = "", third = "", ...rest] = call.files;
  for (const file of call.files) await named(file, "Chaque année, trois formations");
  await answers(id, {
    "project.transitions": ["digital", "ecological"],
    "project.existingCode": "RNCP 1",
    "project.summary": "Un atelier de brasure",
  });
  await answers(other, { "project.transitions": ["digital"], "project.existingCode": "RNCP 1" });
  await answers(third, { "project.summary": "La brasure sans atelier" });
  for (const file of rest) await answers(file, { "project.existingCode": "RNCP 2" });
  const found = await near(id);
  expect(found.map(({ at }) => at).sort()).toEqual([other, third].sort());
  const alike = found.find(({ at }) => at === other);
  expect(alike?.alike).toHaveLength(2);
  expect(alike?.alike).toEqual(expect.arrayContaining(["formation RNCP 1", expect.not.stringMatching(/^digital$/)]));
  expect(found.find(({ at }) => at === third)?.shared).toEqual(expect.arrayContaining(["atelier", "brasure"]));
});

it("stand beside the condition that the scheme names, and nowhere else on the page", async () => {
  const { body } = await officer.get(urls.review.href({ id: call.files[0] ?? "" }));
  expect(body.match(/id="voisins"/g)).toHaveLength(1);
  const before = body.slice(0, body.indexOf('id="voisins"'));
  expect(before.slice(before.lastIndexOf("<h3"))).toContain(call.scheme.neighbours?.criterion);
});

async function aCourse(title: string): Promise<void> {
  const at = w.world.clock.now();
  await w.inTx((tx) =>
    sql`WITH plan AS (INSERT INTO year_plan (year, operator, updated_at) VALUES (2026, '{}', ${at.toString()}) RETURNING year)
      INSERT INTO course (slug, year, state, title, content, hours, teaching_mode, created_at, updated_at)
      SELECT 'simuler', year, 'open', ${title}, '{}', 7, '0', ${at.toString()}, ${at.toString()} FROM plan`.execute(tx),
  );
}
