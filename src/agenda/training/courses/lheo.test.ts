import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "#src/places.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeRunner, openSession, standAt } from "../../agenda.fixture.ts";
import { listSessions } from "../sessions/session-store.ts";
import { findPlan } from "../year/plan-store.ts";
import { findCourse } from "./course-store.ts";
import { lheoDocument } from "./lheo.ts";

const schema = XmlDocument.fromString(readFileSync(join(packageRoot, "test/support/schemas/lheo-2.3.xsd"), "utf8"));
const validator = XsdValidator.fromDoc(schema);

/** Throws where the document does not follow the schema. */
function validate(xml: string): void {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
  }
}

let w: TestWorld;
let operator: Browser;
let made: Awaited<ReturnType<typeof openSession>>;
beforeAll(async () => {
  w = await openTestWorld();
  operator = await w.browser(await makeRunner(w, "operator"));
});
afterAll(() => w.close());

describe("the catalogue in LHÉO 2.3", () => {
  it("answers 404 with a sentence while no course has an open session", async () => {
    const empty = await (await w.browser()).get(urls.catalogueFeed.href());
    expect(empty.status).toBe(404);
    expect(empty.body).toContain("Aucune formation");
  });

  it("is valid against the schema, and says each course with its open sessions", async () => {
    made = await openSession(operator);
    const feed = await (await w.browser()).get(urls.catalogueFeed.href());
    expect(feed.headers.get("content-type")).toContain("application/xml");
    validate(feed.body);
    expect(feed.body).toContain("<intitule-formation>Concevoir un module hybride</intitule-formation>");
    expect(feed.body).toContain("<code-FORMACODE>44586</code-FORMACODE><code-FORMACODE>44587</code-FORMACODE>");
    expect(feed.body).toContain("<debut>20260413</debut>");
    const page = await (await w.browser()).get(urls.course.href({ slug: "concevoir-un-module-hybride" }));
    expect(page.body).toContain("évaluation &lt;formative>");
  });

  it("leaves a course out once its sessions are over, or it is closed", async () => {
    const before = w.clock.now().toString();
    standAt(w, "2026-05-01T08:00:00Z");
    expect((await (await w.browser()).get(urls.catalogueFeed.href())).status).toBe(404);
    standAt(w, before);
    await operator.post(urls.runCourseOpening.href({ id: made.courseId }), { etat: "closed" });
    expect((await (await w.browser()).get(urls.catalogueFeed.href())).status).toBe(404);
    await operator.post(urls.runCourseOpening.href({ id: made.courseId }), { etat: "open" });
    expect((await (await w.browser()).get(urls.catalogueFeed.href())).status).toBe(200);
  });

  it("stays valid whatever people typed", async () => {
    const stored = await w.inTx(async (tx) => ({
      course: await findCourse(tx, { id: made.courseId }),
      plan: await findPlan(tx, 2026),
      sessions: await listSessions(tx, [made.courseId]),
    }));
    const { course, plan, sessions } = stored;
    if (course === null || plan === null) throw new Error("no course");
    const typed = fc.string({ unit: "binary", minLength: 1, maxLength: 60 }).map((one) => `x${one}`);
    const written = fc.record({
      objective: typed,
      results: typed,
      contents: typed,
      rhythm: typed,
      alternation: typed,
      conditions: typed,
    });
    const codes = fc.record({
      formacode: fc.subarray(["44586", "44587", "00000"]),
      nsf: fc.subarray(["333", "100", "326t"]),
      rome: fc.subarray(["K2111", "M1402"]),
    });
    const yesNo = fc.boolean();
    const flags = fc.record({
      isCertifying: yesNo,
      isEntryLevelRequired: yesNo,
      isFeeCovered: yesNo,
      isOpenEntry: yesNo,
    });
    fc.assert(
      fc.property(
        written,
        codes,
        flags,
        fc.double({ min: 0.1, max: 9999, noNaN: true }),
        (words, kept, said, hours) => {
          const content = { ...course.content, ...words, ...kept, ...said };
          const odd = { ...course, title: words.objective, hours, content };
          const xml = lheoDocument(w.world, [{ course: odd, plan, sessions }]);
          if (xml === null) throw new Error("no document");
          validate(xml);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("checks codes by their form, each by its field", async () => {
    const { body, status } = await operator.post(urls.runNewCourse.href({ year: "2026" }), {
      titre: "Codes",
      formacode: "4458",
      nsf: "33",
      rome: "Z9999",
      public: "abc",
    });
    expect(status).toBe(422);
    for (const wrong of [
      "« 4458 » n’a pas la forme d’un code FORMACODE",
      "« 33 »",
      "« Z9999 »",
      "Le code du public a 5 chiffres",
    ]) {
      expect(body).toContain(wrong);
    }
    expect(body).toContain('value="Codes"');
  });
});
