import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeOrganisation, subjectAt, type TestOrganisation } from "../applying.fixture.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

describe("whatever is sent", () => {
  const paths = [
    (id: string) => urls.application.href({ id }),
    (id: string) => urls.applicationSection.href({ id, section: "project" }),
    (id: string) => urls.applicationSubmission.href({ id }),
    (id: string) => urls.applicationCompletion.href({ id }),
    (id: string) => urls.applicationWithdrawal.href({ id }),
    (id: string) => urls.applicationMessages.href({ id }),
    (id: string) => urls.applicationDeletion.href({ id }),
    (id: string) => urls.applicationCopy.href({ id }),
    (id: string) => urls.applicationAttachments.href({ id }, { piece: "quote" }),
  ];
  const names = fc.constantFrom(
    "title",
    "needs",
    "themes",
    "structures.0.headcount",
    "structures.length",
    "base",
    "page",
    "cle",
    "version",
    "ajouter",
    "retirer",
    "aller",
    "chercher-commune",
    "recherche:structures.0.commune",
    "message",
    "motif",
    "__proto__",
    "constructor",
  );
  const values = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      "",
      "-1",
      "1e99",
      "\u0000",
      "structures",
      "structures.0",
      "provider.consultants.999999",
      "<script>",
      "é".repeat(3000),
      crypto.randomUUID(),
    ),
  );

  it("answers 2xx, 3xx or 4xx, never 5xx", async () => {
    const [draft, filed, asked] = [
      await subjectAt(w, organisation, "draft"),
      await subjectAt(w, organisation, "filed"),
      await subjectAt(w, organisation, "asked"),
    ];
    const owner = await w.browser(organisation.owner);
    const ids = fc.constantFrom(
      draft.id,
      filed.id,
      asked.id,
      crypto.randomUUID(),
      "x",
      "..",
      "'; DROP TABLE application; --",
      "%00",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        ids,
        fc.dictionary(names, values, { maxKeys: 6 }),
        async (path, id, fields) => {
          const page = await owner.post(path(id), fields);
          expect(page.status).toBeLessThan(500);
          expect((await owner.get(path(id))).status).toBeLessThan(500);
        },
      ),
      { numRuns: 120 },
    );
  }, 120_000);

  it("takes no form from another site, nor one too large", async () => {
    const { id } = await subjectAt(w, organisation, "draft");
    const owner = await w.browser(organisation.owner);
    const path = urls.applicationSection.href({ id, section: "project" });
    expect((await owner.post(path, { title: "x" }, { origin: "https://ailleurs.example" })).status).toBe(403);
    expect((await owner.post(path, { title: "x".repeat(3_000_000) })).status).toBe(413);
  });
});
