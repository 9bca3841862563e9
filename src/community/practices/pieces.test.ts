import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdfBytes } from "#src/applications/applying.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeCommunity, type TestCommunity } from "../community.fixture.ts";
import { keepCommunity } from "../jobs.ts";

let w: TestWorld;
let the: TestCommunity;
let editor: Browser;
const slug = "un-atelier-qui-voyage";
const address = (genre: string) => urls.practicePieces.href({ slug }, { genre });

beforeAll(async () => {
  w = await openTestWorld();
  the = await makeCommunity(w);
  editor = await w.browser(the.people.editor);
  const told = { title: "Un atelier qui voyage", summary: "Deux camions.", body: "Ils tournent.", themes: ["hybrid"] };
  await editor.post(urls.newPractice.href(), { organisation: the.organisation, ...told });
});
afterAll(() => w.close());

async function picture(): Promise<File> {
  const drawn = await sharp({ create: { width: 2000, height: 500, channels: 3, background: "#0b4a6f" } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(drawn)], "camion.png", { type: "image/png" });
}

/** The head of an MP4 file, which is what tells one. */
function video(): File {
  const head = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom\0\0\0\0isommp42"), Buffer.alloc(200)]);
  return new File([new Uint8Array(head)], "atelier.mp4", { type: "video/mp4" });
}

const captions = (text: string) => new File([text], "atelier.vtt", { type: "text/vtt" });

describe("what stands beside the words of a practice", () => {
  it("is told to who does not see or hear it: no picture without its words, no video without its captions", async () => {
    const mute = await editor.send(address("image"), { "image-description": "" }, { image: await picture() });
    expect([mute.status, mute.body.includes("Dites ce que c’est, en une phrase.")]).toEqual([422, true]);
    const described = { "video-description": "Le camion s’installe" };
    const deaf = await editor.send(address("video"), described, { video: video() });
    expect(deaf.body).toContain("Joignez ses sous-titres, en WebVTT.");
    expect(deaf.body).toContain('value="Le camion s’installe"');
    const empty = { video: video(), "video-sous-titres": captions("WEBVTT\n\n") };
    expect((await editor.send(address("video"), described, empty)).body).toContain("il ne contient aucun sous-titre");
    expect((await editor.send(address("image"), described, { image: video() })).body).toContain(
      "n’est pas accepté ici",
    );
    expect(await w.inTx((tx) => tx.selectFrom("file").select("id").execute())).toEqual([]);
  });

  it("is shown with the practice once it is read, and no more changed; a player may ask for a part", async () => {
    await editor.send(address("image"), { "image-description": "Un camion ouvert" }, { image: await picture() });
    await editor.send(
      address("video"),
      { "video-description": "Le camion s’installe" },
      {
        video: video(),
        "video-sous-titres": captions("WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour.\n"),
      },
    );
    await editor.send(
      address("fichier"),
      { "fichier-description": "La grille" },
      {
        fichier: new File([new Uint8Array(pdfBytes("grille"))], "grille.pdf"),
      },
    );
    const anyone = await w.browser();
    await editor.post(urls.practiceSubmission.href({ slug }));
    expect((await editor.get(urls.practicePieces.href({ slug }))).status).toBe(404);
    expect((await anyone.get(urls.practice.href({ slug }))).status).toBe(404);
    await w.inTx((tx) => tx.updateTable("practice").set({ state: "published" }).where("slug", "=", slug).execute());
    const { body } = await anyone.get(urls.practice.href({ slug }));
    expect(body).toMatch(/<img src="[^"]+" alt="Un camion ouvert"/);
    expect(body).toContain("La grille");
    const [, src = ""] = /<video [^>]*src="([^"]+)"/.exec(body) ?? [];
    const part = await anyone.get(src, { range: "bytes=4-7" });
    expect([part.status, part.body, part.headers.get("content-range")]).toEqual([206, "ftyp", "bytes 4-7/224"]);
    const track = await anyone.get(`${src}/sous-titres`);
    expect([track.headers.get("content-type"), track.body.includes("Bonjour.")]).toEqual([
      "text/vtt; charset=utf-8",
      true,
    ]);
  });

  it("goes with it: what was removed a year ago leaves no bytes behind", async () => {
    await w.inTx((tx) => tx.updateTable("practice").set({ state: "removed" }).where("slug", "=", slug).execute());
    w.clock.set("2027-03-20T09:00:00Z");
    await keepCommunity(w.world);
    expect(await w.inTx((tx) => tx.selectFrom("practice").select("id").execute())).toEqual([]);
    const { rows } = await w.world.pool.query(
      `SELECT 1 FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'forget-file'`,
    );
    expect(rows).toHaveLength(4);
  });
});
