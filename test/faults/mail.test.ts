import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { allTicked, makeDraft, makeOrganisation } from "#src/applications/applying.fixture.ts";
import { urls } from "#src/urls.ts";
import { newDataDir, removeData, type Service, startService } from "#test/support/service.ts";
import { browserAt, openFolder, quietly } from "./folder.ts";

/** The mail server is down: acts are done all the same, mails wait, and leave once it is back. */
const folder = newDataDir();
const received: string[] = [];
let service: Service | undefined;
let server: SMTPServer | undefined;
let port: number;
let cookie: string;
let id: string;

beforeAll(async () => {
  port = await listen(0);
  await close();
  const w = await openFolder(folder);
  try {
    const organisation = await makeOrganisation(w, 0);
    ({ id } = await makeDraft(w, organisation, 0));
    cookie = await w.signIn(organisation.owner);
  } finally {
    await w.close();
  }
}, 120_000);

afterAll(async () => {
  await service?.stop();
  await close();
  removeData(folder);
});

/** A mail server that keeps what it is given. */
function listen(at: number): Promise<number> {
  const made = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on("end", () => {
        received.push(text);
        done();
      });
    },
  });
  server = made;
  return new Promise((done) => {
    const listener = made.listen(at, "127.0.0.1", () => done((listener.address() as AddressInfo).port));
  });
}

function close(): Promise<void> {
  const closing = server;
  server = undefined;
  return new Promise((done) => (closing === undefined ? done() : closing.close(() => done())));
}

async function mails() {
  const w = await openFolder(folder);
  try {
    return await w.inTx((tx) => tx.selectFrom("mail").selectAll().where("application_id", "=", id).execute());
  } finally {
    await w.close();
  }
}

function start(): Promise<Service> {
  return startService({
    dataDir: folder,
    env: { ...quietly, ESSAIM_SMTP_URL: `smtp://127.0.0.1:${port}`, ESSAIM_LOG_LEVEL: "silent" },
  });
}

it("files a request while no mail can leave", async () => {
  service = await start();
  const owner = browserAt(service, cookie);
  const fields = { ...allTicked, cle: randomUUID(), version: "1" };
  expect((await owner.post(urls.applicationSubmission.href({ id }), fields)).status).toBe(303);
  // The receipt is made, and its mail was tried.
  const page = urls.application.href({ id });
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (/\/documents\/[0-9a-f-]{36}/.test((await owner.get(page)).body)) break;
    await new Promise((done) => setTimeout(done, 200));
  }
  await new Promise((done) => setTimeout(done, 1500));
  expect(await service.stop()).toBe(0);
  service = undefined;
  const waiting = await mails();
  expect(waiting.length).toBeGreaterThan(0);
  for (const mail of waiting) {
    expect(mail.sent_at).toBeNull();
    expect(mail.attempts).toBeGreaterThan(0);
    expect(mail.failure).toMatch(/ECONNREFUSED/);
  }
});

it("sends what waited once the server is back, each mail once, its receipt joined", async () => {
  await listen(port);
  service = await start();
  const expected = async () => received.length;
  for (const end = Date.now() + 45_000; (await expected()) === 0 && Date.now() < end; ) {
    await new Promise((done) => setTimeout(done, 200));
  }
  await new Promise((done) => setTimeout(done, 3000));
  expect(await service.stop()).toBe(0);
  service = undefined;
  const sent = await mails();
  expect(sent.every((mail) => mail.sent_at !== null && mail.failure === null)).toBe(true);
  expect(received).toHaveLength(sent.length);
  for (const text of received) expect(text).toMatch(/Content-Type: application\/pdf/);
  const ids = received.map((text) => /^Message-ID: (.+)$/im.exec(text)?.[1]);
  expect(new Set(ids).size).toBe(received.length);
});
