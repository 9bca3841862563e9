import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { makeDraft, makeOrganisation, type TestOrganisation } from "#src/applications/applying.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

/** What people meet when it is not the moment: nothing that they typed is lost. */
let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());
afterEach(() => fillDisk(false));

/** The database says what it says of a disk that is full: it keeps no change of an application. */
async function fillDisk(full: boolean): Promise<void> {
  await w.world.pool.query("DROP TRIGGER IF EXISTS full_disk ON application");
  if (!full) return;
  await w.world.pool.query(`CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  await w.world.pool.query(
    "CREATE TRIGGER full_disk BEFORE UPDATE ON application FOR EACH ROW EXECUTE FUNCTION full_disk()",
  );
}

const section = (id: string) => urls.applicationSection.href({ id, section: "project" });
const titleOf = async (id: string) => {
  const row = await w.inTx((tx) =>
    tx.selectFrom("application").select("raw").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  return (row.raw as { title?: string }).title;
};

/** The form that a page of refusal holds, as its button sends it. */
function formOf(body: string, action: string): Record<string, string> {
  const form = body.split("<form").find((one) => one.includes(`action="${action}"`)) ?? "";
  expect(form).toContain("Envoyer de nouveau");
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

const unescaped = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const typed = { title: 'Un titre "entre guillemets" <b>&amp; un signe', page: "essai" };

describe("a database that keeps nothing for now", () => {
  it("is told without detail, keeps what was typed on the page, and takes it later", async () => {
    const { id } = await makeDraft(w, organisation, 1, { papers: false });
    const browser = await w.browser(organisation.owner);
    await fillDisk(true);
    const refused = await browser.post(section(id), typed);
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("10");
    expect(refused.body).toContain("Service momentanément indisponible");
    expect(refused.body).not.toContain("No space left");
    expect(refused.body).not.toContain("<b>");
    const kept = formOf(refused.body, section(id));
    expect(kept).toEqual(typed);
    expect((await browser.post(section(id), kept)).status).toBe(503);
    await fillDisk(false);
    expect((await browser.post(section(id), kept)).status).toBe(303);
    expect(await titleOf(id)).toBe(typed.title);
  });

  it("tells a script too, which tries again by itself", async () => {
    const { id } = await makeDraft(w, organisation, 2, { papers: false });
    const browser = await w.browser(organisation.owner);
    await fillDisk(true);
    const refused = await browser.post(section(id), typed, { accept: "application/json" });
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("10");
    expect(JSON.parse(refused.body)).toMatchObject({ status: 503, title: "Service momentanément indisponible" });
  });

  it("keeps every value of a name, and the address with its query", async () => {
    const browser = await w.browser(organisation.owner);
    const { id } = await makeDraft(w, organisation, 3, { papers: false });
    await fillDisk(true);
    const address = `${section(id)}?retour=a&b=%22`;
    const many = await browser.post(address, { ...typed, transitions: ["digital", "ecological"] });
    expect(many.body.match(/name="transitions" value="(digital|ecological)"/g)).toHaveLength(2);
    expect(many.body).toContain(`action="${address.replace("&", "&amp;")}"`);
  });

  it("says of a page to read that one may ask again", async () => {
    const browser = await w.browser(organisation.owner);
    const { id } = await makeDraft(w, organisation, 4, { papers: false });
    await w.world.pool.query("ALTER TABLE application RENAME COLUMN raw TO gone");
    try {
      const page = await browser.get(section(id));
      expect(page.status).toBe(500);
      expect(page.body).toMatch(new RegExp(`href="${section(id)}"[^>]*>.*Réessayer`));
      expect(page.body).toContain(page.headers.get("x-request-id"));
    } finally {
      await w.world.pool.query("ALTER TABLE application RENAME COLUMN gone TO raw");
    }
  });
});

describe("a session that is over", () => {
  it("keeps what a form brings until its author is back", async () => {
    const { id } = await makeDraft(w, organisation, 5, { papers: false });
    const stranger = await w.browser();
    const refused = await stranger.post(section(id), typed);
    expect(refused.status).toBe(401);
    expect(refused.body).toContain("Session fermée");
    expect(refused.body).toMatch(/href="\/connexion" target="_blank"/);
    const kept = formOf(refused.body, section(id));
    const back = await w.browser(organisation.owner);
    expect((await back.post(section(id), kept)).status).toBe(303);
    expect(await titleOf(id)).toBe(typed.title);
  });

  it("says nothing of what is there: a file of others and no file at all give one answer", async () => {
    const { id } = await makeDraft(w, organisation, 6, { papers: false });
    const stranger = await w.browser();
    const none = "01a21c48-0000-7000-8000-000000000000";
    const [there, nowhere] = [await stranger.post(section(id), typed), await stranger.post(section(none), typed)];
    expect(there.status).toBe(nowhere.status);
    expect(there.body).toBe(nowhere.body.replaceAll(none, id));
  });

  it("keeps nothing of a form of another site", async () => {
    const { id } = await makeDraft(w, organisation, 7, { papers: false });
    const stranger = await w.browser();
    const refused = await stranger.post(section(id), typed, { origin: "https://ailleurs.example" });
    expect(refused.status).toBe(403);
    expect(refused.body).not.toContain("entre guillemets");
  });
});
