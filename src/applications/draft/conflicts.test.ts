import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findApplication } from "#src/life/store.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeDraft, makeOrganisation, type TestOrganisation } from "../applying.fixture.ts";
import { forgetEdits } from "./drafts.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

const application = (id: string) => w.inTx((tx) => findApplication(tx, id));

const section = (id: string) => urls.applicationSection.href({ id, section: "project" });

/** What the page that a body shows sends back beside its fields. */
function hidden(body: string) {
  return {
    base: /name="base" value="(\d+)"/.exec(body)?.[1] ?? "",
    page: /name="page" value="([^"]+)"/.exec(body)?.[1] ?? "",
  };
}

/** Two people open the same section; the first one gives another title. */
async function twoTitles(n: number) {
  const { id } = await makeDraft(w, organisation, n, { papers: false });
  const [one, two] = [await w.browser(organisation.owner), await w.browser(organisation.editor)];
  const [a, b] = [await one.get(section(id)), await two.get(section(id))];
  await one.post(section(id), { ...hidden(a.body), title: "Titre d’un" });
  return { id, two, old: hidden(b.body) };
}

describe("two people on one field", () => {
  it("merges the other fields, tells both values, and keeps the one that is chosen", async () => {
    const { id, two, old } = await twoTitles(4);
    const second = await two.post(section(id), { ...old, title: "Titre de deux", needs: "Besoin de deux" });
    expect(second.status).toBe(409);
    expect(second.body).toContain("Votre saisie");
    expect(second.body).toContain('value="Titre de deux"');
    expect(second.body).toMatch(/Valeur enregistrée par Personne owner 0 le .{10,60}<\/label>.{0,120}Titre d’un/);
    expect(second.body).toMatch(/»\u00a0: choisissez la valeur à garder/);
    const merged = (await application(id))?.raw ?? {};
    expect([merged.title, merged.needs]).toEqual(["Titre d’un", "Besoin de deux"]);

    const shown = { ...hidden(second.body), conflit: "title", title: "Titre de deux" };
    const asked = await two.post(section(id), shown);
    expect(asked.status).toBe(409);
    const autosaved = await two.post(section(id), { ...shown, needs: "Autre" }, { accept: "application/json" });
    expect(autosaved.status).toBe(200);
    const waiting = (await application(id))?.raw ?? {};
    expect([waiting.title, waiting.needs]).toEqual(["Titre d’un", "Autre"]);

    expect((await two.post(section(id), { ...shown, "choix.title": "ecrit" })).status).toBe(303);
    expect((await application(id))?.raw.title).toBe("Titre d’un");
    expect((await two.post(section(id), { ...shown, "choix.title": "saisi" })).status).toBe(303);
    expect((await application(id))?.raw.title).toBe("Titre de deux");
  });

  it("overwrites nothing from a page left open for weeks", async () => {
    const { id, old } = await twoTitles(5);
    w.clock.set("2026-04-10T09:00:00Z");
    const two = await w.browser(organisation.editor);
    const other = await w.browser(organisation.owner);
    const fresh = await other.get(section(id));
    await other.post(section(id), { ...hidden(fresh.body), needs: "Récent" });
    const late = await two.post(section(id), { ...old, title: "Titre de deux" });
    expect(late.status).toBe(409);
    expect((await application(id))?.raw.title).toBe("Titre d’un");
  });

  it("names the field to what saves by itself", async () => {
    const { id, two, old } = await twoTitles(7);
    const answer = await two.post(section(id), { ...old, title: "Titre de deux" }, { accept: "application/json" });
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toEqual({
      field: "champ-title",
      message: expect.stringMatching(
        /^Personne owner 0 a modifié «.+» en même temps que vous\. Enregistrez pour choisir/,
      ),
    });
  });

  it("overwrites nothing from a page older than a filing, whose edits are gone", async () => {
    const { id, two, old } = await twoTitles(6);
    await w.inTx((tx) => forgetEdits(tx, id));
    const late = await two.post(section(id), { ...old, title: "Titre de deux" });
    expect(late.status).toBe(409);
    expect(late.body).toContain("Valeur enregistrée</label>");
    expect((await application(id))?.raw.title).toBe("Titre d’un");
  });
});
