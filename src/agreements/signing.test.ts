import { randomUUID } from "node:crypto";
import { type AddressInfo, createServer, type Server } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseDay } from "#policy/index.ts";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { findApplication, type Outcome, receivePaper } from "#src/applications/index.ts";
import { type DemoStage, leadTo } from "#src/demo/reviewed.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { agentVisitor, fileRequest, makeAgents, runJobs } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { sendSignedCopy, signForFunder } from "./acts.ts";

/** The antivirus says what the test wants; what comes before the copy is clean. */
let answer = "stream: OK\0";
let clamav: Server;
let w: TestWorld;
let stage: DemoStage;
let id: string;
let owner: SignedVisitor;
beforeAll(async () => {
  clamav = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("data", (chunk: Buffer) => {
      if (chunk.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer);
    });
  });
  await new Promise<void>((done) => clamav.listen(0, "127.0.0.1", done));
  w = await openTestWorld({ settings: { ESSAIM_CLAMAV: `127.0.0.1:${(clamav.address() as AddressInfo).port}` } });
  const agents = await makeAgents(w);
  const filed = await fileRequest(w, 0);
  id = filed.id;
  owner = await visitorOf(w, filed.organisation.owner);
  stage = {
    world: w.world,
    clock: w.clock,
    officer: await agentVisitor(w, agents.officer, "officer"),
    supervisor: await agentVisitor(w, agents.supervisor, "supervisor"),
    approver: await agentVisitor(w, agents.approver, "approver"),
    present: w.clock.now().add({ hours: 24 * 365 }),
  };
  await leadTo(stage, { id, applicant: owner, n: 0 }, "agreement-to-sign");
  await runJobs(w);
}, 120_000);
afterAll(async () => {
  await w.close();
  clamav.close();
});

async function asked() {
  const application = await w.inTx((tx) => findApplication(tx, id));
  return { id, key: randomUUID(), version: application?.version ?? 0, location: "/" };
}

const signature = (signatory: string) => ({
  signedOn: parseDay(w.clock.now().toZonedDateTimeISO("Europe/Paris").toPlainDate().toString()),
  signatory,
});

async function sendCopy(): Promise<Outcome> {
  const bytes = Readable.from([Buffer.from("%PDF-1.4\n% exemplaire signé\n%%EOF\n")]);
  const file = await receivePaper(w.world, bytes, "convention-signee.pdf", ["application/pdf"]);
  if (!file.ok) throw new Error(file.message);
  return sendSignedCopy(w.world, owner, await asked(), signature("Camille Exemple, présidente"), file);
}

const sign = async () =>
  signForFunder(w.world, stage.officer, await asked(), signature("Sacha Modèle, président"), null);

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
  expect((await sign()).kind).toBe("done");
});
