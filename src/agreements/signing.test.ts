import { randomUUID } from "node:crypto";
import { type AddressInfo, createServer, type Server } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseDay } from "#policy/index.ts";
import { pdfBytes, visitorOf } from "#src/applications/applying.fixture.ts";
import { type DemoTroupe, leadTo } from "#src/demo/reviewed.ts";
import { findApplication, type Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { receiveFile } from "#src/platform/receiving/index.ts";
import { fileRequest, makeAgents, runJobs, troupeOf } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { sendSignedCopy, signForFunder } from "./acts.ts";
import { saidOf } from "./golden.fixture.ts";

/** The antivirus says what the test wants; what comes before the copy is clean. */
let answer = "stream: OK\0";
let clamav: Server;
let w: TestWorld;
let stage: DemoTroupe;
let id: string;
let owner: SignedVisitor;
let officer: string;
beforeAll(async () => {
  clamav = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("data", (chunk: Buffer) => {
      if (chunk.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer);
    });
  });
  await new Promise<void>((done) => clamav.listen(0, "127.0.0.1", done));
  w = await openTestWorld({ settings: { ESSAIM_CLAMAV: `127.0.0.1:${(clamav.address() as AddressInfo).port}` } });
  const agents = await makeAgents(w);
  officer = agents.officer;
  const filed = await fileRequest(w, 0);
  id = filed.id;
  owner = await visitorOf(w, filed.organisation.owner);
  stage = await troupeOf(w, agents);
  await leadTo(stage, { id, applicant: owner, n: 0 }, "agreement-to-sign");
  await runJobs(w);
}, 120_000);
afterAll(async () => {
  await w.close();
  clamav.close();
});

// A change of the house leaves all of this as it is; a change of words is read in it, and recorded with `vitest -u`.
it("says of one request, on its pages and in its letters, what was recorded", async () => {
  const said = await saidOf(w, id, owner.person.id, officer);
  for (const kind of ["receipt", "award-letter", "grant-agreement"]) expect(said).toContain(`# ${kind}`);
  await expect(said).toMatchFileSnapshot("./golden.txt");
});

async function asked() {
  const application = await w.inTx((tx) => findApplication(tx, id));
  return { id, key: randomUUID(), version: application?.version ?? 0, location: "/" };
}

const signature = (signatory: string) => ({
  signedOn: parseDay(w.clock.now().toZonedDateTimeISO("Europe/Paris").toPlainDate().toString()),
  signatory,
});

async function received(name: string) {
  const bytes = Readable.from([pdfBytes(name)]);
  const file = await receiveFile(w.world, bytes, name, ["application/pdf"]);
  if (!file.ok) throw new Error(file.message);
  return file;
}

async function sendCopy(): Promise<Outcome> {
  const file = await received("convention-signee.pdf");
  return sendSignedCopy(w.world, owner, await asked(), signature("Camille Exemple, présidente"), file);
}

const sign = async (copy: string | null = null) =>
  signForFunder(
    w.world,
    stage.officer,
    await asked(),
    signature("Sacha Modèle, président"),
    copy === null ? null : await received(copy),
  );

const refusal = (message: RegExp) => ({
  kind: "refused",
  refusals: [{ path: "exemplaire", message: expect.stringMatching(message) as string }],
});

it("the funder signs no copy that the antivirus has not opened yet, and none that it threw away", async () => {
  expect((await sendCopy()).kind).toBe("done");
  expect(await sign()).toEqual(refusal(/pas encore contrôlé/));
  answer = "stream: Eicar-Signature FOUND\0";
  await runJobs(w);
  answer = "stream: OK\0";
  expect(await sign()).toEqual(refusal(/contient un virus/));
});

it("who sent an infected copy is told, in the file and by mail, and sends another that is then signed", async () => {
  const mail = await w.inTx((tx) =>
    tx
      .selectFrom("mail")
      .select(["to_address", "body"])
      .where("subject", "=", "L’exemplaire signé d’une convention a été écarté")
      .executeTakeFirstOrThrow(),
  );
  expect(mail.to_address).toBe(owner.person.email);
  expect(mail.body).toContain(urls.applicationAgreement.href({ id }));
  const facts = await w.inTx((tx) =>
    tx.selectFrom("journal").select("details").where("act", "=", "signed-copy-infected").execute(),
  );
  expect(facts.map((fact) => fact.details)).toEqual([{ name: "convention-signee.pdf", virus: "Eicar-Signature" }]);
  expect((await sendCopy()).kind).toBe("done");
  await runJobs(w);
});

/** The name of the copy that each side reads, or the answer's status where there is none. */
async function copyRead(): Promise<readonly string[]> {
  const officer = await (await w.browser(stage.officer.person.id)).get(urls.reviewSignature.href({ id }));
  const beneficiary = await (await w.browser(owner.person.id)).get(urls.applicationSignedAgreement.href({ id }));
  return [officer, beneficiary].map(({ status, headers }) =>
    status === 200 ? (/''(.*)$/.exec(headers.get("content-disposition") ?? "")?.[1] ?? "") : String(status),
  );
}

it("who signed in long ago signs nothing before doing so again", async () => {
  const officer = stage.officer.person.id;
  const old = await w.signIn(officer);
  await w.world.pool.query("UPDATE session SET created_at = now() - interval '16 minutes' WHERE person_id = $1", [
    officer,
  ]);
  const { id: _, ...hidden } = await asked();
  const sent = new FormData();
  for (const [name, value] of Object.entries({
    cle: hidden.key,
    version: String(hidden.version),
    signataire: "Sacha Modèle",
  }))
    sent.append(name, value);
  const answered = await w.app.request(new URL(urls.reviewSignature.href({ id }), w.world.origin).href, {
    method: "POST",
    body: sent,
    headers: { cookie: old, origin: w.world.origin },
  });
  const body = await answered.text();
  expect([answered.status, body]).toEqual([422, expect.stringContaining("reconnectez-vous dans ce navigateur")]);
  expect(body).toContain('value="Sacha Modèle"');
  expect((await w.inTx((tx) => findApplication(tx, id)))?.state).toBe("agreement-to-sign");
});

it("the copy with both signatures stands once it is clean; until then, and infected, the beneficiary's does", async () => {
  const sound = "convention-signee.pdf";
  expect((await sign("infecte.pdf")).kind).toBe("done");
  expect(await copyRead()).toEqual([sound, sound]);
  const officer = await w.browser(stage.officer.person.id);
  expect((await officer.get(urls.review.href({ id }))).body).not.toContain('name="exemplaire"');
  answer = "stream: Eicar-Signature FOUND\0";
  await runJobs(w);
  answer = "stream: OK\0";
  expect(await copyRead()).toEqual([sound, sound]);
  const mail = await w.inTx((tx) =>
    tx
      .selectFrom("mail")
      .select(["to_address", "body"])
      .where("body", "like", "%infecte.pdf%")
      .executeTakeFirstOrThrow(),
  );
  expect(mail.to_address).toBe(stage.officer.person.email);
  expect(mail.body).toContain(urls.review.href({ id }));
});

it("the page that the mail leads to takes another copy with both signatures, from who may sign and no other", async () => {
  const page = async (person: string) => (await w.browser(person)).get(urls.review.href({ id }));
  expect((await page(stage.approver.person.id)).body).not.toContain('name="exemplaire"');
  const { body } = await page(stage.officer.person.id);
  const form = body.split("<form").find((part) => part.includes('name="exemplaire"')) ?? "";
  expect(form).toContain("L’antivirus a écarté l’exemplaire signé par les deux parties");
  const post = async (person: string, name: string | null) => {
    const sent = new FormData();
    for (const [, key = "", value = ""] of form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g))
      sent.append(key, value);
    if (name !== null) sent.append("exemplaire", new File([new Uint8Array(pdfBytes(name))], name));
    const headers = { cookie: await w.signIn(person), origin: w.world.origin };
    const at = new URL(urls.reviewSignature.href({ id }), w.world.origin).href;
    return w.app.request(at, { method: "POST", body: sent, headers });
  };
  expect((await post(stage.approver.person.id, "autre.pdf")).status).toBe(403);
  const empty = await post(stage.officer.person.id, null);
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining("Joignez l’exemplaire signé")]);
  expect((await post(stage.officer.person.id, "complete.pdf")).status).toBe(303);
  await runJobs(w);
  expect(await copyRead()).toEqual(["complete.pdf", "complete.pdf"]);
  expect((await page(stage.officer.person.id)).body).not.toContain('name="exemplaire"');
  const facts = await w.inTx((tx) =>
    tx.selectFrom("journal").select("details").where("act", "=", "agreement-copy-signed").execute(),
  );
  expect(facts.map(({ details }) => details)).toContainEqual({
    name: "complete.pdf",
    sha256: expect.any(String) as string,
  });
});
