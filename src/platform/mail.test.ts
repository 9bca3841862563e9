import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { allJobs } from "#src/worker.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { postMail } from "./mail.ts";

let server: SMTPServer;
let test: TestWorld;
let refuse = false;
const received: string[] = [];

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on("end", () => {
        if (refuse) return done(new Error("boîte pleine"));
        received.push(text);
        done();
      });
    },
  });
  const port = await new Promise<number>((done) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      done(typeof address === "object" && address ? address.port : 0);
    });
  });
  test = await openTestWorld({ settings: { ESSAIM_SMTP_URL: `smtp://127.0.0.1:${port}` } });
});
afterAll(async () => {
  await test.close();
  await new Promise<void>((done) => server.close(done));
});

const why = { because: "vous avez déposé", change: "Choisir", at: "https://exemple.fr/choix" };
const post = () =>
  test.inTx((tx) =>
    postMail(test.world, tx, test.clock.now(), {
      to: "camille@exemple.fr",
      subject: "Dossier reçu — été",
      name: "Camille",
      paragraphs: ["Votre dossier est là."],
      why,
    }),
  );
const send = (mail: string) => allJobs(test.world)["send-mail"]?.({ mail });
const row = (id: string) =>
  test.inTx((tx) => tx.selectFrom("mail").selectAll().where("id", "=", id).executeTakeFirstOrThrow());

it("sends after the commit, once", async () => {
  const id = await post();
  await send(id);
  await send(id);
  expect(received).toHaveLength(1);
  expect(received[0]).toContain("To: camille@exemple.fr");
  expect((await row(id)).sent_at).not.toBeNull();
});

it("says after all the rest why it came, and where to change that", async () => {
  const { body } = await row(await post());
  expect(body.split("\n\n").slice(0, -1)).toEqual([
    "Bonjour Camille,",
    "Votre dossier est là.",
    "Vous recevez ce courriel parce que vous avez déposé. Choisir : https://exemple.fr/choix",
  ]);
});

it("keeps the mail, says why, and sends it when the server takes it", async () => {
  refuse = true;
  const id = await post();
  await expect(send(id)).rejects.toThrow(/boîte pleine/);
  expect(await row(id)).toMatchObject({ sent_at: null, attempts: 1 });
  refuse = false;
  await send(id);
  expect(await row(id)).toMatchObject({ failure: null, attempts: 1 });
});

it("writes no mail for a transaction that fails, and no job either", async () => {
  const failing = test.inTx(async (tx) => {
    await postMail(test.world, tx, test.clock.now(), { to: "perdu@exemple.fr", subject: "Perdu", paragraphs: [], why });
    throw new Error("undone");
  });
  await expect(failing).rejects.toThrow("undone");
  const left = await test.inTx((tx) =>
    tx.selectFrom("mail").select("id").where("to_address", "=", "perdu@exemple.fr").execute(),
  );
  expect(left).toEqual([]);
});
