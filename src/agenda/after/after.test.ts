import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doorKey } from "#src/agenda/door/links.ts";
import { pdfBytes } from "#src/applications/applying.fixture.ts";
import { urls } from "#src/urls.ts";
import { allJobs } from "#src/worker.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { addStand, announceEvent, mailsTo, makeRunner, registerStranger, standAt, tick } from "../agenda.fixture.ts";

let w: TestWorld;
let organiser: Browser;
let event: { readonly id: string; readonly slug: string };
const links = new Map<string, string>();
const link = (name: string) => links.get(name) ?? "";

beforeAll(async () => {
  w = await openTestWorld();
  organiser = await w.browser(await makeRunner(w, "organiser"));
  event = await announceEvent(organiser, { titre: "Une rencontre qui reste", "public.0.places": "9", distance: "" });
  for (const name of ["ada", "ben", "cleo", "dia", "eve", "noe"]) {
    links.set(name, await registerStranger(w, event.slug, name, name === "noe" ? {} : { photo: "oui" }));
  }
});
afterAll(() => w.close());

/** Taken with a telephone that wrote where it was. */
async function photograph(): Promise<File> {
  const drawn = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: "#0b4a6f" } })
    .withExif({ IFD0: { Model: "Telephone-Essai" } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(drawn)], "atelier.jpg", { type: "image/jpeg" });
}

const photographs = () => urls.runOccasionPieces.href({ id: event.id }, { genre: "photographie" });
const page = () => urls.agendaItem.href({ slug: event.slug });
const shown = async () => /src="(\/agenda\/[^"]+\/pieces\/[^"]+)" alt="([^"]*)"/.exec((await anyone()).body);
const anyone = async () => (await w.browser()).get(page());

async function registrationOf(name: string): Promise<string> {
  const rows = await w.inTx((tx) =>
    tx.selectFrom("registration").select("id").where("email", "=", `${name}@formation.example`).execute(),
  );
  return rows[0]?.id ?? "";
}

describe("photographs of an event", () => {
  it("are not taken before it begins, nor without what they show, nor with who did not agree", async () => {
    const fields = { description: "Deux personnes règlent un vélo", personnes: "reconnaissables" };
    const early = await organiser.send(
      photographs(),
      { ...fields, accord: "Accord écrit" },
      { fichier: await photograph() },
    );
    expect(early.status).toBe(409);
    standAt(w, "2026-04-08T08:00:00Z");
    const mute = await organiser.send(photographs(), { accord: "gardé" }, { fichier: await photograph() });
    expect(mute.status).toBe(422);
    expect(mute.body).toContain("Décrivez cette photographie");
    expect(mute.body).toContain("Dites si une personne y est reconnaissable.");
    expect(mute.body).toContain('value="gardé"');
    const named = { ...fields, [`inscrit.${await registrationOf("noe")}`]: "oui" };
    const refused = await organiser.send(photographs(), named, { fichier: await photograph() });
    expect(refused.body).toContain("n’a pas donné son accord");
    expect((await anyone()).body).not.toContain("/pieces/");
  });

  it("are shown small, without what the telephone wrote, until one who is recognised takes their accord back", async () => {
    const subjects = [await registrationOf("ada"), await registrationOf("ben")];
    const fields = {
      description: "Deux personnes règlent un vélo",
      personnes: "reconnaissables",
      ...Object.fromEntries(subjects.map((id) => [`inscrit.${id}`, "oui"])),
    };
    expect((await organiser.send(photographs(), fields, { fichier: await photograph() })).status).toBe(303);
    const [, address = "", alt] = (await shown()) ?? [];
    expect(alt).toBe("Deux personnes règlent un vélo");
    const answer = await w.app.request(new URL(address, w.world.origin).href);
    expect(answer.headers.get("content-type")).toBe("image/webp");
    const { width, exif } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([width, exif]).toEqual([1600, undefined]);
    await (await w.browser()).post(`${link("ada")}/photographies`, { accord: "non" });
    expect(await shown()).toBeNull();
    expect((await (await w.browser()).get(address)).status).toBe(404);
    expect((await mailsTo(w, "agenda@region.example"))[0]?.subject).toContain("Une photographie est retirée");
    expect((await (await w.browser()).get(link("ada"))).body).toContain("Donner mon accord");
    const jobs = allJobs(w.world);
    const waiting = await w.world.pool.query<{ payload: { file: string } }>(
      `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'forget-file'`,
    );
    for (const { payload } of waiting.rows) await jobs["forget-file"]?.(payload);
    expect(await w.inTx((tx) => tx.selectFrom("file").select("id").execute())).toEqual([]);
  });

  it("go with the registration of who objects to being entered, or is forgotten", async () => {
    const fields = {
      description: "Cléo parle",
      personnes: "reconnaissables",
      [`inscrit.${await registrationOf("cleo")}`]: "oui",
    };
    await organiser.send(photographs(), fields, { fichier: await photograph() });
    expect(await shown()).not.toBeNull();
    await (await w.browser()).post(`${link("cleo")}/renonciation`, { motif: "opposition" });
    expect(await shown()).toBeNull();
  });
});

describe("documents of an event", () => {
  it("are given by who speaks there, to all or to those who registered", async () => {
    await addStand(organiser, event.id, "speaker");
    const person = await w.inTx(async (tx) => {
      const { createPerson } = await import("#src/people/index.ts");
      return createPerson(tx, { name: "Personne speaker", email: "speaker@essai.example" });
    });
    const speaker = await w.browser(person);
    const address = urls.runOccasionPieces.href({ id: event.id }, { genre: "document" });
    const file = () => new File([new Uint8Array(pdfBytes("support"))], "support.pdf", { type: "application/pdf" });
    expect(
      (await speaker.send(address, { titre: "Le support", pour: "registered" }, { document: file() })).status,
    ).toBe(303);
    expect(
      (await speaker.send(address, { titre: "Le compte rendu", pour: "everyone" }, { document: file() })).status,
    ).toBe(303);
    const named = await speaker.send(address, { titre: "" }, { document: new File(["x"], "x.exe") });
    expect(named.body).toContain("Donnez un titre à ce document.");
    expect(named.body).toContain("ce format n’est pas accepté ici");
    const { body } = await anyone();
    expect([body.includes("Le compte rendu"), body.includes("Le support")]).toEqual([true, false]);
    const own = (await (await w.browser()).get(link("dia"))).body;
    const [opened = ""] = /\/inscriptions\/[^"]+\/pieces\/[^"]+(?=">Le support)/.exec(own) ?? [];
    expect((await (await w.browser()).get(opened)).headers.get("content-type")).toBe("application/pdf");
    // The same document, by the address that is open to all.
    const piece = opened.split("/").at(-1) ?? "";
    expect((await (await w.browser()).get(urls.agendaPiece.href({ slug: event.slug, piece }))).status).toBe(404);
    const keeper = await w.browser(await makeRunner(w, "operator"));
    expect((await keeper.get(address)).status).toBe(404);
  });
});

describe("what people thought of an event", () => {
  it("is asked once of those who came, and read together from five answers up", async () => {
    const door = urls.doorCheck.href({ key: doorKey(w.world, event.id) });
    for (const name of ["ada", "ben", "dia", "eve", "noe"])
      await (await w.browser()).post(door, { inscription: await registrationOf(name), present: "oui" });
    standAt(w, "2026-04-08T17:00:00Z");
    await tick(w);
    await tick(w);
    const answers = { useful: "4", met: "3", idea: "2" };
    const results = urls.runOccasionSurvey.href({ id: event.id });
    for (const name of ["ada", "ben", "dia", "eve"]) {
      const asked = (await mailsTo(w, `${name}@formation.example`)).filter((one) => one.subject.includes("pensé"));
      expect([name, asked.length]).toEqual([name, 1]);
      const sent = await (await w.browser()).post(`${link(name)}/avis/a-chaud`, {
        ...answers,
        next: `Suite de ${name}`,
      });
      expect(sent.status).toBe(303);
    }
    expect((await organiser.get(results)).body).toContain("Trop peu de réponses");
    await (await w.browser()).post(`${link("noe")}/avis/a-chaud`, { ...answers, useful: "1" });
    const { body } = await organiser.get(results);
    expect(body).toContain("5\u00a0réponses sur 5\u00a0personnes interrogées");
    expect(body).toContain("Suite de ada");
    const row = /Cette rencontre vous a été utile\.<\/th>(.*?)<\/tr>/.exec(body)?.[1] ?? "";
    expect([...row.matchAll(/>(\d+)</g)].map(([, many]) => many)).toEqual(["4", "0", "0", "1"]);
  });

  it("and their badges are one PDF, with a code each", async () => {
    const answer = await organiser.get(urls.runOccasionBadges.href({ id: event.id }));
    expect([answer.status, answer.body.slice(0, 5)]).toEqual([200, "%PDF-"]);
  });
});
