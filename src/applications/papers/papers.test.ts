import { type AddressInfo, createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAttachments } from "#src/life/attachments.ts";
import { locked } from "#src/platform/opening/locked.fixture.ts";
import { urls } from "#src/urls.ts";
import { allJobs } from "#src/worker.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { actOf, makeDraft, makeOrganisation, pdfBytes, type TestOrganisation } from "../applying.fixture.ts";
import { forgetFile } from "./papers.ts";

/** The signature and the heads of a picture, whose lines are missing. */
const cutPicture = new Uint8Array(
  Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAMAAAADCAIAAADZSiLoAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEk", "base64"),
);

let w: TestWorld;
let organisation: TestOrganisation;
let clamav: Server;
let answer = "stream: OK\0";

beforeAll(async () => {
  clamav = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Buffer) => {
      if (chunk.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer);
    });
  });
  await new Promise<void>((done) => clamav.listen(0, "127.0.0.1", done));
  const { port } = clamav.address() as AddressInfo;
  w = await openTestWorld({ settings: { ESSAIM_CLAMAV: `127.0.0.1:${port}` } });
  organisation = await makeOrganisation(w, 0);
});
afterAll(async () => {
  await w.close();
  clamav.close();
});

async function send(
  person: string,
  id: string,
  key: string,
  file: { readonly name: string; readonly bytes: BlobPart } | null,
  json = true,
): Promise<Response> {
  const form = new FormData();
  if (file !== null) form.append("fichier", new File([file.bytes], file.name));
  const path = urls.applicationAttachments.href({ id }, { piece: key });
  const headers: Record<string, string> = { cookie: await w.signIn(person), origin: w.world.origin };
  if (json) headers.accept = "application/json";
  return w.app.request(new URL(path, w.world.origin).href, { method: "POST", body: form, headers });
}

const papersOf = (id: string) => w.inTx((tx) => listAttachments(tx, id));
const pdf = (text = "x") => new Uint8Array(pdfBytes(text));

describe("joining papers", () => {
  it("streams a file into its place, hashed, closed until the antivirus has said it clean", async () => {
    const { id } = await makeDraft(w, organisation, 1, { papers: false });
    const sent = await send(organisation.editor, id, "quote", { name: "devis signé.pdf", bytes: pdf() });
    expect(sent.status).toBe(201);
    const [paper] = await papersOf(id);
    expect(paper).toMatchObject({
      key: "quote",
      name: "devis signé.pdf",
      scan: "pending",
      mediaType: "application/pdf",
    });
    const browser = await w.browser(organisation.reader);
    const href = urls.applicationAttachment.href({ id, attachment: paper?.id ?? "" });
    expect((await browser.get(href)).status).toBe(404);
    await allJobs(w.world)["scan-file"]?.({ file: paper?.fileId });
    const opened = await browser.get(href);
    expect(opened.status).toBe(200);
    expect(opened.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''devis%20sign%C3%A9.pdf");
    expect(opened.headers.get("x-content-type-options")).toBe("nosniff");
    expect(opened.body).toBe(pdfBytes("x").toString());
    expect((await browser.get(`${href}?voir=1`)).headers.get("content-disposition")).toMatch(/^inline/);
  });

  it("empties an infected file, tells who joined it, and asks for another", async () => {
    const { id } = await makeDraft(w, organisation, 2, { papers: false });
    await send(organisation.editor, id, "quote", { name: "devis.pdf", bytes: pdf("eicar") });
    const [paper] = await papersOf(id);
    answer = "stream: Eicar-Signature FOUND\0";
    await allJobs(w.world)["scan-file"]?.({ file: paper?.fileId });
    answer = "stream: OK\0";
    const browser = await w.browser(organisation.editor);
    expect((await browser.get(urls.applicationAttachments.href({ id }))).body).toContain("Virus trouvé");
    expect((await browser.get(urls.applicationAttachment.href({ id, attachment: paper?.id ?? "" }))).status).toBe(404);
    expect((await browser.get(urls.applicationSubmission.href({ id }))).body).toContain("Devis du prestataire");
    const mails = await w.inTx((tx) =>
      tx.selectFrom("mail").select("subject").where("application_id", "=", id).execute(),
    );
    expect(mails).toEqual([{ subject: "Une pièce jointe a été écartée" }]);
  });

  it("killed after the mark and before the bytes went, empties the file at the next try, and tells once", async () => {
    const { id } = await makeDraft(w, organisation, 8, { papers: false });
    await send(organisation.editor, id, "quote", { name: "devis.pdf", bytes: pdf("eicar") });
    const [paper] = await papersOf(id);
    const fileId = paper?.fileId ?? "";
    const killed = { ...w.world.files, remove: () => Promise.reject(new Error("killed")) };
    answer = "stream: Eicar-Signature FOUND\0";
    const scan = (world: typeof w.world) => allJobs(world)["scan-file"]?.({ file: fileId });
    await expect(scan({ ...w.world, files: killed })).rejects.toThrow("killed");
    answer = "stream: OK\0";
    expect((await w.world.files.read(fileId).toArray()).length).toBeGreaterThan(0);
    for (let times = 0; times < 2; times += 1) await scan(w.world);
    await expect(w.world.files.read(fileId).toArray()).rejects.toThrow(/ENOENT/);
    const told = await w.inTx((tx) =>
      tx.selectFrom("mail").select("subject").where("application_id", "=", id).execute(),
    );
    expect(told).toHaveLength(1);
  });

  it("replaces and takes away, and forgets the bytes of a draft's former paper", async () => {
    const { id } = await makeDraft(w, organisation, 3, { papers: false });
    await send(organisation.editor, id, "quote", { name: "un.pdf", bytes: pdf("1") });
    const [first] = await papersOf(id);
    await send(organisation.editor, id, "quote", { name: "deux.pdf", bytes: pdf("2") });
    const [second, ...others] = await papersOf(id);
    expect([second?.name, others.length]).toEqual(["deux.pdf", 0]);
    await forgetFile(w.world, { file: first?.fileId });
    await expect(w.world.files.read(first?.fileId ?? "").toArray()).rejects.toThrow();
    const browser = await w.browser(organisation.editor);
    const removal = urls.applicationAttachmentRemoval.href({ id, attachment: second?.id ?? "" });
    expect((await browser.post(removal)).status).toBe(303);
    expect(await papersOf(id)).toEqual([]);
  });

  it.each([
    [
      "an executable under another name",
      "devis.pdf",
      new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]),
      "son contenu n’est pas",
    ],
    ["a format that is not taken", "devis.exe", new Uint8Array([0x4d, 0x5a]), "ce format n’est pas accepté"],
    ["a page", "devis.html", new TextEncoder().encode("<script>alert(1)</script>"), "ce format n’est pas accepté"],
    ["an empty file", "devis.pdf", new Uint8Array(0), "ce fichier est vide"],
    ["a PDF of nine bytes", "devis.pdf", new TextEncoder().encode("%PDF-1.4\n"), "il ne s’ouvre pas"],
    ["a PDF that was cut", "devis.pdf", new Uint8Array(pdfBytes("devis")).slice(0, 400), "sa fin manque"],
    ["a PDF under a password", "devis.pdf", locked, "protégé par un mot de passe"],
    ["a picture that was cut", "devis.png", cutPicture, "il ne s’ouvre pas"],
  ])("refuses %s, in French, and keeps nothing of it", async (_what, name, bytes, message) => {
    const { id } = await makeDraft(w, organisation, 4, { papers: false });
    const refused = await send(organisation.editor, id, "quote", { name, bytes });
    expect(refused.status).toBe(422);
    expect(((await refused.json()) as { message: string }).message).toContain(message);
    const page = await send(organisation.editor, id, "quote", { name, bytes }, false);
    expect(page.status).toBe(422);
    expect(await page.text()).toContain(message);
    expect(await papersOf(id)).toEqual([]);
  });

  it("takes a PDF that comes after a printer's orders, byte for byte", async () => {
    const { id } = await makeDraft(w, organisation, 9, { papers: false });
    const bytes = Buffer.concat([Buffer.from("\x1b%-12345X@PJL\r\n".padEnd(1024)), pdfBytes("devis")]);
    const taken = await send(organisation.editor, id, "quote", { name: "devis.pdf", bytes: new Uint8Array(bytes) });
    expect(taken.status).toBe(201);
    const [paper] = await papersOf(id);
    expect(Buffer.concat(await w.world.files.read(paper?.fileId ?? "").toArray()).equals(bytes)).toBe(true);
  });

  it("keeps a long name cut before the emoji that would not fit", async () => {
    const { id } = await makeDraft(w, organisation, 10, { papers: false });
    const name = `${"é".repeat(145)}🎉.pdf`;
    const taken = await send(organisation.editor, id, "quote", { name, bytes: pdf() });
    expect(taken.status).toBe(201);
    expect((await papersOf(id)).map((one) => one.name)).toEqual([`${"é".repeat(145)}.pdf`]);
  });

  it("refuses what is too large while it streams", async () => {
    const { id } = await makeDraft(w, organisation, 5, { papers: false });
    const large = new Uint8Array(20_000_001);
    large.set(pdf());
    const refused = await send(organisation.editor, id, "quote", { name: "gros.pdf", bytes: large });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/20\sMo/);
  }, 60_000);

  it("keeps nothing of a connection that is cut", async () => {
    const { id } = await makeDraft(w, organisation, 6, { papers: false });
    const start = `--b\r\ncontent-disposition: form-data; name="fichier"; filename="devis.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4`;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(start));
        setTimeout(() => controller.error(new Error("cut")), 20);
      },
    });
    const path = urls.applicationAttachments.href({ id }, { piece: "quote" });
    const headers = {
      cookie: await w.signIn(organisation.editor),
      origin: w.world.origin,
      "content-type": "multipart/form-data; boundary=b",
    };
    const request = new Request(new URL(path, w.world.origin), {
      method: "POST",
      body,
      headers,
      duplex: "half",
    } as RequestInit);
    const response = await w.app.request(request);
    expect(response.status).toBe(400);
    const whole = new Request(new URL(path, w.world.origin), { method: "POST", body: start, headers });
    expect((await w.app.request(whole)).status).toBe(400);
    expect(await papersOf(id)).toEqual([]);
  });

  it("asks for a file when none was chosen, and knows no other place than those asked", async () => {
    const { id } = await makeDraft(w, organisation, 7, { papers: false });
    expect((await send(organisation.editor, id, "quote", null)).status).toBe(422);
    expect((await send(organisation.editor, id, "nothing", { name: "a.pdf", bytes: pdf() })).status).toBe(404);
    const empty = new Request(new URL(urls.applicationAttachments.href({ id }, { piece: "quote" }), w.world.origin), {
      method: "POST",
      body: `--b\r\ncontent-disposition: form-data; name="fichier"; filename=""\r\ncontent-type: application/octet-stream\r\n\r\n\r\n--b--\r\n`,
      headers: {
        cookie: await w.signIn(organisation.editor),
        origin: w.world.origin,
        "content-type": "multipart/form-data; boundary=b",
      },
    });
    const page = await w.app.request(empty);
    expect(page.status).toBe(422);
    expect(await page.text()).toContain("Choisissez un fichier.");
  });

  it("changes nothing once the request is filed", async () => {
    const { id } = await makeDraft(w, organisation, 8);
    const browser = await w.browser(organisation.owner);
    const action = urls.applicationSubmission.href({ id });
    const ticked = Object.fromEntries(
      ["honour", "other-aid", "republican-commitment", "provider-informed", "data"].map((one) => [
        `declarations.${one}`,
        "oui",
      ]),
    );
    expect((await browser.post(action, { ...actOf((await browser.get(action)).body, action), ...ticked })).status).toBe(
      303,
    );
    expect((await send(organisation.editor, id, "quote", { name: "a.pdf", bytes: pdf() })).status).toBe(409);
    const [paper] = await papersOf(id);
    const removal = urls.applicationAttachmentRemoval.href({ id, attachment: paper?.id ?? "" });
    expect((await browser.post(removal)).status).toBe(403);
  });
});
