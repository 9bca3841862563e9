import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { wordsOf } from "#test/support/words.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { mailsTo, makeCommunity, type TestCommunity } from "../community.fixture.ts";
import { keepCommunity } from "../jobs.ts";
import { deliverIssue } from "./acts.ts";

let w: TestWorld;
let the: TestCommunity;
let stranger: Browser;
let animator: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  the = await makeCommunity(w);
  stranger = await w.browser();
  animator = await w.browser(the.people.animator);
});
afterAll(() => w.close());

async function linkTo(name: string, page: string): Promise<string> {
  const body = (await mailsTo(w, name)).at(-1)?.body ?? "";
  return new RegExp(`(/communaute/lettre/${page}/[A-Za-z0-9._-]+)`).exec(body)?.[1] ?? "";
}

const subscribers = () =>
  w.inTx((tx) => tx.selectFrom("newsletter_subscriber").select(["email", "confirmed_at"]).orderBy("email").execute());

async function subscribe(name: string): Promise<void> {
  await stranger.post(urls.newsletter.href(), { email: `${name}@essai.example` });
  await stranger.post(await linkTo(name, "confirmation"));
}

describe("the letter", () => {
  it("is asked for by an address that confirms it; reading the link changes nothing", async () => {
    expect((await stranger.post(urls.newsletter.href(), { email: "lea@" })).status).toBe(422);
    await stranger.post(urls.newsletter.href(), { email: "Lea@essai.example" });
    const link = await linkTo("Lea", "confirmation");
    expect((await stranger.get(link)).status).toBe(200);
    expect((await subscribers())[0]?.confirmed_at).toBeNull();
    await stranger.post(link);
    expect((await subscribers())[0]?.confirmed_at).not.toBeNull();
  });

  it("is not confirmed by a link that the service did not write", async () => {
    const { id } = await w.inTx((tx) => tx.selectFrom("newsletter_subscriber").select("id").executeTakeFirstOrThrow());
    for (const token of [id, `${id}.x`, "x.y"]) {
      expect((await stranger.get(urls.newsletterLeaving.href({ token }))).status).toBe(404);
      expect((await stranger.post(urls.newsletterLeaving.href({ token }))).status).toBe(404);
    }
    expect(await subscribers()).toHaveLength(1);
  });

  it("is composed of what was published, sent at a click, once, and read by everyone", async () => {
    await subscribe("tom");
    const editor = await w.browser(the.people.editor);
    const listing = { organisation: the.organisation, kind: "seek", title: "Un atelier", body: "x", departments: "14" };
    await editor.post(urls.newListing.href(), listing);
    await editor.post(urls.newListing.href(), { ...listing, title: "Autre chose" });
    const desk = await animator.get(urls.newsletterDesk.href());
    const [kept = ""] = [...desk.body.matchAll(/name="items" value="([^"]+)"/g)].map(([, value]) => value ?? "");
    const composed = await animator.postAndFollow(urls.newsletterDesk.href(), {
      title: "Printemps",
      introduction: "Bonjour !",
      items: kept,
    });
    expect(wordsOf(composed.body)).toContain("Telle qu’elle partira : Printemps");
    const { id } = await w.inTx((tx) => tx.selectFrom("newsletter_issue").select("id").executeTakeFirstOrThrow());
    await animator.post(urls.newsletterSending.href({ id }));
    expect(wordsOf((await animator.postAndFollow(urls.newsletterSending.href({ id }))).body)).toContain("déjà partie");
    await deliverIssue(w.world, id);
    await deliverIssue(w.world, id);
    for (const name of ["Lea", "tom"]) {
      const letters = (await mailsTo(w, name)).filter(({ subject }) => subject === "Printemps");
      expect(letters).toHaveLength(1);
      expect(letters[0]?.body).toContain("Je cherche : Un atelier");
      expect(letters[0]?.body).not.toContain("Autre chose");
    }
    const page = await stranger.get(urls.newsletterIssue.href({ number: "1" }));
    expect(wordsOf(page.body)).toContain("Je cherche : Un atelier");
  });

  it("is left in one press, from a mail program too, and the address is forgotten", async () => {
    const link = await linkTo("tom", "depart");
    const oneClick = await w.app.request(`${w.world.origin}${link}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    expect(oneClick.status).toBe(303);
    expect((await subscribers()).map(({ email }) => email)).toEqual(["lea@essai.example"]);
    const mail = await w.inTx((tx) =>
      tx.selectFrom("mail").select("unsubscribe_url").where("subject", "=", "Printemps").executeTakeFirstOrThrow(),
    );
    expect(mail.unsubscribe_url).toContain("/communaute/lettre/depart/");
  });

  it("forgets in a week whoever did not confirm", async () => {
    await stranger.post(urls.newsletter.href(), { email: "max@essai.example" });
    w.clock.set("2026-03-16T09:00:00Z");
    await keepCommunity(w.world);
    expect(await subscribers()).toHaveLength(2);
    w.clock.set("2026-03-18T09:00:00Z");
    await keepCommunity(w.world);
    expect((await subscribers()).map(({ email }) => email)).toEqual(["lea@essai.example"]);
  });
});
