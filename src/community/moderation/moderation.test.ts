import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { wordsOf } from "#test/support/words.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { mailsTo, makeCommunity, type TestCommunity } from "../community.fixture.ts";

let w: TestWorld;
let the: TestCommunity;
let editor: Browser;
let animator: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  the = await makeCommunity(w);
  editor = await w.browser(the.people.editor);
  animator = await w.browser(the.people.animator);
});
afterAll(() => w.close());

const told = {
  title: "Un atelier qui voyage",
  summary: "Nous avons mis l’atelier dans une camionnette.",
  body: "Le problème.\n\nCe qui a marché.",
  themes: "hybrid",
};

async function write(): Promise<string> {
  const page = await editor.post(urls.newPractice.href(), { organisation: the.organisation, ...told });
  return page.location?.split("/").at(-1) ?? "";
}

function practiceId(slug: string): Promise<string> {
  return w.inTx(
    async (tx) => (await tx.selectFrom("practice").select("id").where("slug", "=", slug).executeTakeFirstOrThrow()).id,
  );
}

/** The decision that the last mail leads to. */
async function lastDecision(): Promise<string> {
  const body = (await mailsTo(w, "Eddy")).at(-1)?.body ?? "";
  return /\/decisions\/([0-9a-f-]{36})/.exec(body)?.[1] ?? "";
}

describe("a practice", () => {
  it("is its organisation's own until it is proposed, then read before it appears", async () => {
    const slug = await write();
    expect((await animator.get(urls.practice.href({ slug }))).status).toBe(404);
    await editor.post(urls.practiceSubmission.href({ slug }));
    expect((await animator.get(urls.practice.href({ slug }))).status).toBe(200);
    expect((await (await w.browser()).get(urls.practice.href({ slug }))).status).toBe(404);
    expect((await editor.get(urls.practiceEdit.href({ slug }))).status).toBe(404);
    const desk = urls.moderationDesk.href({ about: "practice", id: await practiceId(slug) });
    await animator.post(desk, { decision: "accepted" });
    const page = await (await w.browser()).get(urls.practice.href({ slug }));
    expect(wordsOf(page.body)).toContain("Nous avons mis l’atelier dans une camionnette.");
  });

  it("is refused with a ground and reasons, never without", async () => {
    const slug = await write();
    await editor.post(urls.practiceSubmission.href({ slug }));
    const desk = urls.moderationDesk.href({ about: "practice", id: await practiceId(slug) });
    const bare = await animator.post(desk, { decision: "refused" });
    expect(bare.status).toBe(422);
    expect(wordsOf(bare.body)).toContain("Choisissez le motif.");
    await animator.post(desk, { decision: "refused", ground: "unclear", reasons: "On ne voit pas pour qui." });
    expect((await mailsTo(w, "Eddy")).at(-1)?.body).toContain("On ne voit pas pour qui.");
  });

  it("comes back when an appeal is upheld, by somebody else than who decided", async () => {
    const id = await lastDecision();
    const page = urls.moderation.href({ id });
    const reader = await w.browser(the.people.reader);
    expect((await reader.post(urls.appeal.href({ id }), { reasons: "x" })).status).toBe(403);
    await editor.post(urls.appeal.href({ id }), { reasons: "Pour les formateurs en zone rurale." });
    expect(wordsOf((await animator.get(urls.animation.href())).body)).toContain("Recours à examiner");
    expect((await animator.post(urls.appealAnswer.href({ id }), { sens: "maintien", answer: "Non" })).status).toBe(403);
    expect((await animator.get(page)).body).not.toContain("Lever la décision");
    const second = await w.browser(the.people.second);
    expect((await second.post(urls.appealAnswer.href({ id }), { answer: "Oui" })).status).toBe(422);
    await second.post(urls.appealAnswer.href({ id }), { sens: "levee", answer: "C’est clair maintenant." });
    expect(wordsOf((await editor.get(page)).body)).toContain("La décision est levée");
    const stranger = await w.browser();
    expect(wordsOf((await stranger.get(urls.practices.href())).body).split("Un atelier qui voyage")).toHaveLength(3);
    const again = await second.post(urls.appealAnswer.href({ id }), { sens: "maintien", answer: "Non" });
    expect(again.status).toBe(303);
    expect(wordsOf((await editor.get(page)).body)).toContain("La décision est levée");
  });

  it("is commented under one's name; a comment that was removed is seen by its side and the moderators alone", async () => {
    const neighbour = await w.browser(the.people.neighbour);
    const slug = "un-atelier-qui-voyage";
    await neighbour.post(urls.practiceComments.href({ slug }), { organisation: the.other, comment: "Bravo !" });
    expect((await mailsTo(w, "Eddy")).at(-1)?.subject).toContain("Un commentaire sur");
    const stranger = await w.browser();
    const read = async (who: Browser) =>
      wordsOf((await who.get(urls.practice.href({ slug }))).body).includes("Bravo !");
    expect(await read(stranger)).toBe(true);
    const { id } = await w.inTx((tx) => tx.selectFrom("practice_comment").select("id").executeTakeFirstOrThrow());
    const desk = urls.moderationDesk.href({ about: "comment", id });
    await animator.post(desk, { decision: "removed", ground: "advertising", reasons: "Publicité" });
    expect(await read(stranger)).toBe(false);
    expect(await read(neighbour)).toBe(true);
    expect(await read(animator)).toBe(true);
    await animator.post(desk, { decision: "restored" });
    expect(await read(stranger)).toBe(true);
  });

  it("is decided once when two moderators press at the same moment", async () => {
    const slug = await write();
    await editor.post(urls.practiceSubmission.href({ slug }));
    const desk = urls.moderationDesk.href({ about: "practice", id: await practiceId(slug) });
    const second = await w.browser(the.people.second);
    await Promise.all([
      animator.post(desk, { decision: "accepted" }),
      second.post(desk, { decision: "refused", ground: "unclear", reasons: "Non" }),
    ]);
    const id = await practiceId(slug);
    const rows = await w.inTx((tx) =>
      tx.selectFrom("moderation").select("decision").where("about_id", "=", id).execute(),
    );
    expect(rows).toHaveLength(1);
  });
});
