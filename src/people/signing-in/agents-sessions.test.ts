import { generateKeyPairSync, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { forgetPasskeys } from "../agents/agents.ts";
import { createPerson, grantAgentRole, startSession } from "../index.ts";
import { makeAuthenticator } from "./authenticator.fixture.ts";

let w: TestWorld;
const people = { officer: "", supervisor: "", administrator: "", member: "" };

async function fill(world: TestWorld): Promise<typeof people> {
  return world.inTx(async (tx) => {
    const make = (name: string) => createPerson(tx, { name: `Personne ${name}`, email: `${name}@region.example` });
    const made = {
      officer: await make("officer"),
      supervisor: await make("supervisor"),
      administrator: await make("administrator"),
      member: await make("m"),
    };
    await grantAgentRole(tx, made.officer, "officer");
    await grantAgentRole(tx, made.supervisor, "supervisor");
    await grantAgentRole(tx, made.administrator, "administrator");
    return made;
  });
}

beforeAll(async () => {
  w = await openTestWorld();
  Object.assign(people, await fill(w));
});
afterAll(() => w.close());

const back = (person: string, column: "seen_at" | "created_at", minutes: number) =>
  w.world.pool.query(`UPDATE session SET ${column} = now() - make_interval(mins => $2) WHERE person_id = $1`, [
    person,
    minutes,
  ]);

describe("an agent's session that is let idle", () => {
  it("closes after half an hour: the sign-in page says so and leads back", async () => {
    const browser = await w.browser(people.officer);
    await back(people.officer, "seen_at", 29);
    const open = await browser.get(urls.queue.href());
    // Told some minutes before, with a way to stay: a script reads when, and asks for this page.
    expect(open.body).toContain('role="alert" data-idle="30" data-keep="/aujourdhui"');
    expect((await browser.get(urls.today.href())).status).toBe(200);
    await back(people.officer, "seen_at", 31);
    const closed = await browser.get(urls.queue.href({}, { q: "atelier" }));
    expect(closed.location).toBe("/connexion?retour=%2Finstruction%3Fq%3Datelier&error=idle");
    const told = await browser.get(closed.location ?? "");
    expect(told.body).toContain("après 30 minutes sans activité");
    expect(told.body).toContain('value="/instruction?q=atelier"');
    // Closed for good: what is asked at once after is not let in either.
    expect((await browser.get(urls.queue.href())).status).toBe(303);
  });

  it("keeps what was being typed on the page that says it", async () => {
    const browser = await w.browser(people.officer);
    await back(people.officer, "seen_at", 31);
    const typed = { cle: randomUUID(), note: "Rappeler l’organisme lundi." };
    const refused = await browser.post(urls.reviewNotes.href({ id: randomUUID() }), typed);
    expect(refused.status).toBe(401);
    expect(refused.body).toContain("Rappeler l’organisme lundi.");
  });

  it("goes on while it is used, and members' sessions have no such limit", async () => {
    const browser = await w.browser(people.officer);
    for (let count = 0; count < 3; count++) {
      await back(people.officer, "seen_at", 20);
      expect((await browser.get(urls.queue.href())).status).toBe(200);
      const { rows } = await w.world.pool.query(
        "SELECT max(seen_at) > now() - interval '1 minute' AS fresh FROM session WHERE person_id = $1",
        [people.officer],
      );
      expect(rows[0]).toEqual({ fresh: true });
    }
    const member = await w.browser(people.member);
    await back(people.member, "seen_at", 600);
    expect((await member.get(urls.dashboard.href())).status).toBe(200);
  });
});

describe("an act that binds", () => {
  const role = { email: "nouvelle@region.example", role: "officer" };

  it("is done soon after signing in", async () => {
    const browser = await w.browser(people.administrator);
    expect((await browser.post(urls.administrationRoles.href(), role)).status).toBe(303);
  });

  it("asks to sign in again later, with all that was typed kept to be sent anew", async () => {
    const given = async () =>
      (await w.inTx((tx) => tx.selectFrom("agent_role").select("role").where("role", "=", "supervisor").execute()))
        .length;
    const browser = await w.browser(people.administrator);
    await back(people.administrator, "created_at", 16);
    const asked = await browser.post(urls.administrationRoles.href(), { ...role, role: "supervisor" });
    expect(asked.status).toBe(401);
    expect(asked.body).toContain("Confirmez que c’est vous");
    expect(asked.body).toContain('name="email" value="nouvelle@region.example"');
    expect(await given()).toBe(1);
    const again = /href="(\/connexion\?confirmer=oui)"/.exec(asked.body)?.[1] ?? "";
    expect((await browser.get(again)).body).toContain('value="administrator@region.example"');
    const anew = await w.browser(people.administrator);
    expect((await anew.post(urls.administrationRoles.href(), { ...role, role: "supervisor" })).status).toBe(303);
    expect(await given()).toBe(2);
    const taken = urls.administrationRole.href({ person: people.officer, role: "officer" });
    expect((await browser.post(taken)).status).toBe(401);
  });
});

describe("a second factor asked of agents", () => {
  let strict: TestWorld;
  let of: typeof people;
  beforeAll(async () => {
    strict = await openTestWorld({ settings: { ESSAIM_AGENT_SECOND_FACTOR: "cle" } });
    of = await fill(strict);
  });
  afterAll(() => strict.close());

  const options = "/api/auth/passkey/generate-register-options";
  const addKey = (person: string) =>
    strict.world.pool.query(
      `INSERT INTO passkey (id, name, public_key, person_id, credential_id, counter, device_type, backed_up)
       VALUES ($1, 'Ma clé', 'x', $2, $1, 0, 'singleDevice', false)`,
      [randomUUID(), person],
    );

  async function closedTo(browser: Browser): Promise<void> {
    for (const path of [
      urls.queue.href(),
      urls.dashboard.href(),
      urls.account.href(),
      urls.administration.href(),
      urls.applicationAttachment.href({ id: randomUUID(), attachment: randomUUID() }),
    ]) {
      const { status, location } = await browser.get(path);
      expect([path, status, location]).toEqual([
        path,
        303,
        `/compte/second-facteur?retour=${encodeURIComponent(path)}`,
      ]);
    }
    expect((await browser.post(urls.administrationRoles.href(), {})).status).toBe(401);
  }

  it("opens nothing to an agent whom a mail alone let in, but the place to give it", async () => {
    const browser = await strict.browser(of.officer);
    await closedTo(browser);
    expect((await browser.get(urls.accountSecondFactor.href())).body).toContain("Enregistrez votre clé d’accès");
    expect((await browser.get(options)).status).toBe(200);
  });

  it("is never replaced by who holds the mail alone", async () => {
    await addKey(of.administrator);
    const browser = await strict.browser(of.administrator);
    await closedTo(browser);
    expect((await browser.get(urls.accountSecondFactor.href())).body).toContain("Confirmez avec votre clé d’accès");
    expect((await browser.get(options)).status).toBe(403);
    expect((await browser.post("/api/auth/passkey/delete-passkey", { id: "x" })).status).toBe(403);
    const { rows } = await strict.world.pool.query<{ id: string }>("SELECT id FROM passkey LIMIT 1");
    expect((await browser.post(urls.accountPasskey.href({ passkey: rows[0]?.id ?? "" }))).status).toBe(401);
    expect((await browser.get("/api/auth/passkey/generate-authenticate-options")).status).toBe(200);
  });

  it("is forgotten from the command line, for who lost it: another is registered at the next sign-in", async () => {
    const kept = await strict.signIn(of.administrator);
    expect(await forgetPasskeys(strict.world, "Administrator@region.example")).toBe(1);
    const closed = await strict.app.request(strict.world.origin + urls.account.href(), { headers: { cookie: kept } });
    expect(closed.headers.get("location")).toContain("/connexion");
    expect((await (await strict.browser(of.administrator)).get(options)).status).toBe(200);
    expect(await forgetPasskeys(strict.world, "personne@region.example")).toBeNull();
  });

  it("is a key that signs: behind a code it opens the service, without one or forged it does not", async () => {
    const device = makeAuthenticator(strict.world.origin);
    const byMail = await strict.browser(of.supervisor);
    expect((await device.register(byMail)).status).toBe(200);
    await closedTo(byMail);
    const [forged, codeless] = [await strict.browser(), await strict.browser()];
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    expect((await device.signIn(forged, true, privateKey)).status).toBeGreaterThanOrEqual(400);
    expect((await forged.get(urls.account.href())).location).toContain("/connexion");
    await device.signIn(codeless, false);
    await closedTo(codeless);

    const before = byMail.cookies();
    expect((await device.signIn(byMail)).status).toBe(200);
    expect((await byMail.get(urls.queue.href())).status).toBe(200);
    // A name in which nothing shows is none.
    expect((await byMail.get(urls.account.href())).body).toMatch(/<th scope="row"[^>]*>Clé d’accès</);
    // The session that the mail had opened is closed with it.
    const old = await strict.app.request(strict.world.origin + urls.account.href(), { headers: { cookie: before } });
    expect(old.headers.get("location")).toContain("/connexion");
  });

  it("once given opens all, and members are not asked for it", async () => {
    const { cookie } = await startSession(strict.world, of.officer, { isStrong: true });
    const response = await strict.app.request(strict.world.origin + urls.queue.href(), { headers: { cookie } });
    expect(response.status).toBe(200);
    expect((await (await strict.browser(of.member)).get(urls.dashboard.href())).status).toBe(200);
  });
});
