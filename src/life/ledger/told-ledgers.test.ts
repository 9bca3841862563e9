import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomOf } from "#policy/demonstration/index.ts";
import {
  actOf,
  allTicked,
  makeDraft,
  makeOrganisation,
  type TestOrganisation,
} from "#src/applications/applying.fixture.ts";
import { demoOrganisation, phaseAnswers, structureAnswers } from "#src/demo/file.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { findApplication } from "../store.ts";

const other = demoOrganisation(70);
let w: TestWorld;
let bearer: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  w.clock.set("2026-03-10T09:00:00Z");
  bearer = await makeOrganisation(w, 0);
  const past = {
    siren: other.siren,
    scheme: "appui-conseil",
    granted_on: "2025-10-01",
    measures: { days: 21, aid: 1_470_000 },
  };
  await w.inTx((tx) =>
    tx
      .insertInto("past_grant")
      .values({ ...past, source: "reprise" })
      .execute(),
  );
});
afterAll(() => w.close());

/** The bearer's request for the other organisation, which declares three days. */
async function draftFor(route: "individual" | "collective"): Promise<string> {
  const twist = {
    route,
    "bearer.name": "Réseau fictif",
    "bearer.siret": demoOrganisation(0).siret,
    "bearer.mandated": "oui",
    daysAreShared: "non",
    ...structureAnswers(0, other),
    ...phaseAnswers(0, randomOf(1)),
    "structures.0.daysAlreadyFunded": "3",
  };
  return (await makeDraft(w, bearer, 0, { twist })).id;
}

async function section(id: string): Promise<string> {
  const browser = await w.browser(bearer.owner);
  return (await browser.get(urls.applicationSection.href({ id, section: "organisations" }))).body;
}

async function file(id: string): Promise<void> {
  const browser = await w.browser(bearer.owner);
  const action = urls.applicationSubmission.href({ id });
  const page = await browser.get(action);
  expect(page.body).not.toContain("21\u00a0jours");
  expect(page.body).toContain("Un montant à vérifier");
  const sent = await browser.post(action, {
    ...actOf(page.body, action),
    ...allTicked,
    "declarations.sachant": "oui",
  });
  expect(sent.status).toBe(303);
}

const daysFiled = async (id: string) =>
  (await w.inTx((tx) => findApplication(tx, id)))?.raw["structures.0.daysAlreadyFunded"];

describe("the past of an organisation (CS-9)", () => {
  it("is told to its members alone, and declared by others until a mandate is filed", async () => {
    const before = await draftFor("collective");
    const body = await section(before);
    expect(body).toContain("Le service vérifiera les jours déjà financés");
    expect(body).toContain('name="structures.0.daysAlreadyFunded"');
    expect(body).not.toContain("finançable");
    await file(before);
    expect(await daysFiled(before)).toBe("21");
    const after = await section(await draftFor("collective"));
    expect(after).toContain("Jours d’appui conseil déjà comptés");
    expect(after).not.toContain('name="structures.0.daysAlreadyFunded"');
  });

  it("stays untold on a request without a mandate, filed or not", async () => {
    await w.inTx((tx) => tx.deleteFrom("party").where("siren", "=", other.siren).execute());
    const id = await draftFor("individual");
    await file(id);
    expect(await daysFiled(id)).toBe("3");
    expect(await section(await draftFor("individual"))).toContain("Le service vérifiera les jours déjà financés");
  });

  it("is told to who is a member, whoever applies", async () => {
    const own = await makeOrganisation(w, 70);
    const id = await draftFor("individual");
    await w.inTx((tx) =>
      tx
        .insertInto("membership")
        .values({ organisation_id: own.id, person_id: bearer.owner, role: "reader" })
        .execute(),
    );
    expect(await section(id)).toContain("Jours d’appui conseil déjà comptés");
  });
});
