import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findApplication } from "#src/life/store.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeDraft, makeOrganisation, type TestOrganisation } from "../applying.fixture.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

const rawOf = async (id: string) => (await w.inTx((tx) => findApplication(tx, id)))?.raw ?? {};
const section = (id: string) => urls.applicationSection.href({ id, section: "provider" });
const GROUP = "provider.consultants";

/** A draft with two consultants, of whom the first has just been taken away. */
async function removed(n: number) {
  const { id } = await makeDraft(w, organisation, n, { papers: false });
  const browser = await w.browser(organisation.editor);
  await browser.post(section(id), { [`${GROUP}.0.name`]: "Premier", ajouter: GROUP });
  await browser.post(section(id), { [`${GROUP}.1.name`]: "Second", aller: "ici" });
  const before = await rawOf(id);
  const { location } = await browser.post(section(id), { [`${GROUP}.1.name`]: "Seconde", retirer: `${GROUP}.0` });
  const page = await browser.get((location ?? "").replace(/#.*/, ""));
  return { id, browser, before, page, location: location ?? "" };
}

const undoOf = (body: string) => /name="retablir" value="([^"]+)"/.exec(body)?.[1] ?? "";

describe("an item of a group taken away", () => {
  it("is told above what is left of its group, with the focus and a way back", async () => {
    const { page, location } = await removed(2);
    expect(location).toMatch(/#champ-provider-consultants$/);
    const told =
      /<div[^>]*id="champ-provider-consultants"[^>]*><div role="status"[^>]*data-focus-on-load.*?<\/button>/s;
    const block = told.exec(page.body)?.[0] ?? "";
    expect(block).toContain("1\u202f» n’est plus dans votre demande.");
    expect(block).toMatch(/<button[^>]*type="submit"[^>]*name="retablir"/);
  });

  it("comes back where it was with all that it held, and nothing typed beside it or since is lost", async () => {
    const { id, browser, before, page } = await removed(2);
    await browser.post(section(id), { [`${GROUP}.0.name`]: "Seconde, corrigée", aller: "ici" });
    const answer = await browser.post(section(id), { retablir: undoOf(page.body) });
    expect(answer.location).toBe(`${section(id)}#champ-provider-consultants-0`);
    expect(await rawOf(id)).toEqual({ ...before, [`${GROUP}.1.name`]: "Seconde, corrigée" });
    expect((await browser.get(section(id))).body).toContain("est de nouveau dans votre demande");
  });

  it("comes back once, and no more once its group has changed", async () => {
    const { id, browser, page, location } = await removed(2);
    const retablir = undoOf(page.body);
    await browser.post(section(id), { ajouter: GROUP });
    const kept = await rawOf(id);
    const late = await browser.post(section(id), { retablir });
    expect(late.location).toBe(section(id));
    expect(await rawOf(id)).toEqual(kept);
    expect((await browser.get(section(id))).body).toContain("Ce retrait ne peut plus être annulé");
    expect(undoOf((await browser.get(location.replace(/#.*/, ""))).body)).toBe("");
    for (const made of ["9999:provider.consultants.0", "1:provider.consultants.0", "1:title", "x"]) {
      await browser.post(section(id), { retablir: made, aller: "ici" });
      expect([made, await rawOf(id)]).toEqual([made, kept]);
    }
  });
});
