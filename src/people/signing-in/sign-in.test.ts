import { afterAll, beforeAll, expect, test } from "vitest";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { createPerson, grantAgentRole, startSession } from "../index.ts";
import { FORGET_EXPIRED, peopleJobs } from "../jobs.ts";

let the: TestWorld;
beforeAll(async () => {
  the = await openTestWorld();
});
afterAll(() => the.close());

async function lastLink(to: string): Promise<string> {
  const mail = await the.inTx((tx) =>
    tx.selectFrom("mail").select("body").where("to_address", "=", to).orderBy("id", "desc").executeTakeFirstOrThrow(),
  );
  const link = /http:\/\/localhost:3000(\/\S+)/.exec(mail.body)?.[1];
  if (link === undefined) throw new Error("the mail holds no link");
  return link;
}

const tokenOf = (link: string) => new URL(link, "http://localhost:3000").searchParams.get("jeton") ?? "";

test("a link by mail signs in once, on any device, and asks the name of who is new", async () => {
  const asking = await the.browser();
  const sent = await asking.post(urls.signIn.href(), {
    email: "Nouvelle.Personne@organisme.example",
    retour: "/compte",
  });
  expect(sent.status).toBe(303);
  expect(sent.location).toBe("/connexion/envoye");
  const link = await lastLink("Nouvelle.Personne@organisme.example");

  const elsewhere = await the.browser();
  for (let scanned = 0; scanned < 3; scanned++) expect((await elsewhere.get(link)).body).toContain("Me connecter");
  const signedIn = await elsewhere.post(urls.signInLink.href(), { jeton: tokenOf(link) });
  expect(signedIn.status).toBe(303);
  expect(signedIn.location).toBe("/compte");
  expect(elsewhere.cookies()).toContain("essaim.session_token=");
  const person = await the.world.db
    .selectFrom("person")
    .selectAll()
    .where("email", "=", "nouvelle.personne@organisme.example")
    .executeTakeFirstOrThrow();
  expect(person.email_verified).toBe(true);
  const session = await the.world.db
    .selectFrom("session")
    .selectAll()
    .where("person_id", "=", person.id)
    .executeTakeFirstOrThrow();
  expect(session.ip_address).toBeNull();

  const again = await (await the.browser()).post(urls.signInLink.href(), { jeton: tokenOf(link) });
  expect(again.status).toBe(422);
  expect(again.body).toContain("Ce lien ne sert plus");
});

test("answers brought along stay on the server: the mail's link is short and tells nothing of them", async () => {
  const browser = await the.browser();
  const answers = `?structures.0.headcount=12&provider.createdOn=01%2F01%2F2015&note=${"x".repeat(800)}`;
  const retour = urls.newApplication.href() + answers;
  await browser.post(urls.signIn.href(), { email: "courte@organisme.example", retour });
  const link = await lastLink("courte@organisme.example");
  expect(link.length).toBeLessThan(100);
  expect(link).not.toContain("headcount");
  const signedIn = await browser.post(urls.signInLink.href(), { jeton: tokenOf(link) });
  expect(signedIn.location).toBe(retour);
});

test("a link that expired signs nobody in", async () => {
  const browser = await the.browser();
  await browser.post(urls.signIn.href(), { email: "lente@organisme.example" });
  const token = tokenOf(await lastLink("lente@organisme.example"));
  await the.world.pool.query("UPDATE verification SET expires_at = now() - interval '1 second'");
  expect((await browser.post(urls.signInLink.href(), { jeton: token })).status).toBe(422);
  expect(browser.cookies()).not.toContain("session_token");
});

test("links and sessions that are over are forgotten", async () => {
  const id = await the.inTx((tx) => createPerson(tx, { name: "Éphémère", email: "ephemere@organisme.example" }));
  await startSession(the.world, id);
  const browser = await the.browser();
  await browser.post(urls.signIn.href(), { email: "jamais.ouvert@organisme.example" });
  const counts = async () => {
    const { rows } = await the.world.pool.query(
      `SELECT (SELECT count(*) FROM verification WHERE value LIKE '%jamais.ouvert%') AS links,
              (SELECT count(*) FROM session WHERE person_id = $1) AS sessions`,
      [id],
    );
    return rows[0];
  };
  const forget = peopleJobs(the.world)[FORGET_EXPIRED];
  await forget?.({});
  expect(await counts()).toEqual({ links: 1, sessions: 1 });
  await the.world.pool.query("UPDATE verification SET expires_at = now() - interval '1 second'");
  await the.world.pool.query("UPDATE session SET expires_at = now() - interval '1 second'");
  await forget?.({});
  expect(await counts()).toEqual({ links: 0, sessions: 0 });
  const { rows } = await the.world.pool.query("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = $1", [
    FORGET_EXPIRED,
  ]);
  expect(rows).toHaveLength(1);
});

test("known and unknown addresses get the same answer and the same kind of mail", async () => {
  await the.inTx((tx) => createPerson(tx, { name: "Personne Connue", email: "connue@organisme.example" }));
  const answers = [];
  for (const email of ["connue@organisme.example", "inconnue@organisme.example"]) {
    const browser = await the.browser();
    const { status, location, body } = await browser.postAndFollow(urls.signIn.href(), { email });
    expect(body).toContain(email);
    answers.push({ status, location, body: body.replaceAll(email, "l’adresse donnée") });
    expect(await lastLink(email)).toContain("/connexion/lien?jeton=");
  }
  expect(answers[0]).toEqual(answers[1]);
});

test("an address that is not one is told, and kept in the field", async () => {
  const page = await (await the.browser()).post(urls.signIn.href(), { email: "pas une adresse" });
  expect(page.status).toBe(422);
  expect(page.body).toContain("n’est pas complète");
  expect(page.body).toContain('value="pas une adresse"');
});

test("whoever asks for links in another's name locks nobody out: five leave, and the last serves", async () => {
  const email = "insistante@organisme.example";
  const stranger = await the.browser();
  const answers = [];
  for (let count = 0; count < 8; count++) {
    const { status, location } = await stranger.post(urls.signIn.href(), { email: email.toUpperCase() });
    answers.push(`${status} ${location}`);
  }
  expect(new Set(answers)).toEqual(new Set(["303 /connexion/envoye"]));
  const mails = await the.inTx((tx) =>
    tx.selectFrom("mail").select("id").where("to_address", "ilike", email).execute(),
  );
  expect(mails).toHaveLength(5);
  // The person herself asks from elsewhere: the same answer, and the link that she has lets her in.
  const owner = await the.browser();
  expect((await owner.post(urls.signIn.href(), { email })).location).toBe("/connexion/envoye");
  const link = tokenOf(await lastLink(email.toUpperCase()));
  expect((await owner.post(urls.signInLink.href(), { jeton: link })).status).toBe(303);
  expect(owner.cookies()).toContain("session_token");
});

test("nobody is led to another site after signing in", async () => {
  const browser = await the.browser();
  for (const retour of [
    "https://ailleurs.example/",
    "//ailleurs.example",
    "/\\ailleurs.example",
    "javascript:alert(1)",
  ]) {
    expect((await browser.get(urls.signIn.href({}, { retour }))).body).not.toContain("ailleurs.example");
  }
});

test("a cookie that is not signed by the service, or whose session is closed or over, is a stranger's", async () => {
  const id = await the.inTx((tx) => createPerson(tx, { name: "Camille Exemple", email: "camille@organisme.example" }));
  const browser = await the.browser(id);
  expect((await browser.get(urls.signIn.href())).status).toBe(303);

  const forged = await the.app.request("http://localhost:3000/connexion", {
    headers: { cookie: browser.cookies().replace(/.{4}$/, "AAAA") },
  });
  expect(forged.status).toBe(200);

  await the.world.pool.query("UPDATE session SET expires_at = now() - interval '1 second' WHERE person_id = $1", [id]);
  expect((await browser.get(urls.signIn.href())).status).toBe(200);

  const other = await the.browser(id);
  await the.world.pool.query("DELETE FROM session WHERE person_id = $1", [id]);
  expect((await other.get(urls.signIn.href())).status).toBe(200);
});

test("signing out closes the session on the server too", async () => {
  const id = await the.inTx((tx) =>
    createPerson(tx, { name: "Dominique Exemple", email: "dominique@organisme.example" }),
  );
  const browser = await the.browser(id);
  const copied = browser.cookies();
  expect((await browser.post(urls.signOut.href())).location).toBe("/");
  const replay = await the.app.request("http://localhost:3000/connexion", { headers: { cookie: copied } });
  expect(replay.status).toBe(200);
});

test("a form of another site is refused", async () => {
  const browser = await the.browser();
  const answer = await browser.post(
    urls.signIn.href(),
    { email: "a@b.example" },
    { origin: "https://ailleurs.example" },
  );
  expect(answer.status).toBe(403);
});

test("only the addresses that a browser needs are open in the authentication's own part", async () => {
  const browser = await the.browser();
  for (const path of [
    "/sign-up/email",
    "/get-session",
    "/list-sessions",
    "/update-user",
    "/magic-link/verify?token=x",
    "/ok",
  ]) {
    expect((await browser.get(`/api/auth${path}`)).status).toBe(404);
    expect((await browser.post(`/api/auth${path}`)).status).toBe(404);
  }
  expect((await browser.get("/api/auth/passkey/generate-authenticate-options")).status).toBe(200);
  expect((await browser.get("/api/auth/passkey/list-user-passkeys")).status).toBe(401);
});

test("in demonstration one enters as a fictional person, never as a real address", async () => {
  const [agent, real] = await the.inTx(async (tx) => {
    const one = await createPerson(tx, { name: "Alix Démonstration", email: "alix@region.example" });
    await grantAgentRole(tx, one, "officer");
    const other = await createPerson(tx, { name: "Vraie Personne", email: "vraie@personne.fr" });
    await grantAgentRole(tx, other, "officer");
    return [one, other];
  });
  const browser = await the.browser();
  const page = await browser.get(urls.demonstration.href());
  expect(page.body).toContain("Alix Démonstration");
  expect(page.body).not.toContain("Vraie Personne");
  expect((await browser.post(urls.demonstration.href(), { personne: real })).status).toBe(404);
  expect((await browser.postAndFollow(urls.demonstration.href(), { personne: agent })).location).toBe("/instruction");
});

test("outside demonstration that entry does not exist", async () => {
  const other = await openTestWorld({ settings: { ESSAIM_DEMO: "false" } });
  try {
    const browser = await other.browser();
    expect((await browser.get(urls.demonstration.href())).status).toBe(404);
    expect((await browser.post(urls.demonstration.href(), { personne: "x" })).status).toBe(404);
  } finally {
    await other.close();
  }
});
