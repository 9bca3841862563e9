import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeDraft, makeOrganisation, pdfBytes } from "#src/applications/applying.fixture.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { urls } from "#src/urls.ts";
import { newDataDir, removeData, type Service, startService } from "#test/support/service.ts";
import { browserAt, openFolder, quietly } from "./folder.ts";

/** Files that do not arrive whole, and a disk that takes none: nothing is kept of them, and the next one is. */
const folder = newDataDir();
const filesFolder = join(folder, "files");
let service: Service;
let cookie: string;
let id: string;
let address: string;

beforeAll(async () => {
  const w = await openFolder(folder);
  try {
    const organisation = await makeOrganisation(w, 0);
    ({ id } = await makeDraft(w, organisation, 0, { papers: false }));
    cookie = await w.signIn(organisation.owner);
  } finally {
    await w.close();
  }
  service = await startService({ dataDir: folder, env: quietly });
  const page = await browserAt(service, cookie).get(urls.applicationAttachments.href({ id }));
  address = (/action="([^"]*\/pieces\?piece=[^"]*)"/.exec(page.body)?.[1] ?? "").replaceAll("&amp;", "&");
  expect(address).toContain("piece=");
}, 120_000);

afterAll(async () => {
  await service?.stop();
  removeData(folder);
});

/** Every file under the store, by its path in it. */
function kept(): readonly string[] {
  const walk = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? walk(join(at, one.name)) : [join(at, one.name)],
    );
  try {
    return walk(filesFolder);
  } catch {
    return [];
  }
}

const BOUNDARY = "essai-de-coupure";
const opening = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="fichier"; filename="devis.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;

/** Says it will send a mebibyte, sends a part of it, then hangs up without a word. */
function cutUpload(bytes: number): Promise<void> {
  const { hostname, port } = new URL(service.origin);
  const head = [
    `POST ${address} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Origin: ${service.origin}`,
    `Cookie: ${cookie}`,
    `Content-Type: multipart/form-data; boundary=${BOUNDARY}`,
    "Content-Length: 1048576",
    "",
    "",
  ].join("\r\n");
  return new Promise((done, fail) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write(head + opening);
      socket.write(Buffer.concat([pdfBytes("coupé"), Buffer.alloc(bytes, 7)]), () =>
        setTimeout(() => {
          socket.destroy();
          done();
        }, 150),
      );
    });
    socket.on("error", fail);
  });
}

async function upload(accept: string): Promise<{ readonly status: number; readonly body: string }> {
  const form = new FormData();
  form.set("fichier", new File([new Uint8Array(pdfBytes("entier"))], "devis.pdf", { type: "application/pdf" }));
  const response = await fetch(new URL(address, service.origin), {
    method: "POST",
    headers: { cookie, origin: service.origin, accept },
    body: form,
    redirect: "manual",
  });
  return { status: response.status, body: await response.text() };
}

async function settles(what: () => boolean): Promise<void> {
  for (const end = Date.now() + 5000; !what() && Date.now() < end; ) await new Promise((done) => setTimeout(done, 50));
}

it("keeps nothing of files whose sender went away", async () => {
  for (const bytes of [0, 10, 65_536, 500_000]) await cutUpload(bytes);
  await settles(() => kept().length === 0);
  expect(kept()).toEqual([]);
  const page = await browserAt(service, cookie).get(urls.applicationAttachments.href({ id }));
  expect(page.status).toBe(200);
  expect(page.body).not.toContain("devis.pdf");
});

it("keeps the next one, whole", async () => {
  expect((await upload("application/json")).status).toBe(201);
  expect(kept().map((path) => statSync(path).size)).toEqual([pdfBytes("entier").length]);
});

it("says kindly that the disk takes no file, records nothing, and takes the next one", async () => {
  const before = kept();
  // Where files should go there is no folder any more: root itself cannot write there, as on a full disk.
  renameSync(filesFolder, `${filesFolder}.away`);
  writeFileSync(filesFolder, "");
  const page = await upload("text/html");
  const json = await upload("application/json");
  rmSync(filesFolder);
  renameSync(`${filesFolder}.away`, filesFolder);
  expect(page.status).toBe(503);
  expect(page.body).toContain("Service momentanément indisponible");
  expect(page.body).toContain("Ce qui avait été enregistré est conservé");
  expect(json.status).toBe(503);
  expect(JSON.parse(json.body)).toMatchObject({ status: 503, title: "Service momentanément indisponible" });
  expect(kept()).toEqual(before);
  expect((await upload("application/json")).status).toBe(201);
});

it("lets go, at the next start, of what a killed service had begun to receive", async () => {
  await service.kill();
  const partial = join(filesFolder, "partial");
  mkdirSync(partial, { recursive: true });
  const longAgo = Date.now() / 1000 - 7200;
  for (const name of ["abandonné", "en-cours"]) writeFileSync(join(partial, name), "%PDF");
  utimesSync(join(partial, "abandonné"), longAgo, longAgo);
  service = await startService({ dataDir: folder, env: quietly });
  expect(readdirSync(partial)).toEqual(["en-cours"]);
  expect(await service.stop()).toBe(0);
});

it("holds in its database what it holds on disk, and no more", async () => {
  const w = await openFolder(folder);
  try {
    const rows = await w.inTx((tx) => tx.selectFrom("file").select(["id", "size"]).execute());
    for (const row of rows) expect(statSync(join(filesFolder, row.id.slice(-2), row.id)).size).toBe(row.size);
    const joined = await w.inTx((tx) =>
      tx
        .selectFrom("attachment")
        .select("file_id")
        .where("application_id", "=", id)
        .where("removed_at", "is", null)
        .execute(),
    );
    expect(joined).toHaveLength(1);
    expect((await verifyJournal(w.world.db)).faults).toEqual([]);
  } finally {
    await w.close();
  }
});
