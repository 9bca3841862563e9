import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setAssets } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { startWeb } from "#src/web.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { createPerson } from "../people.ts";

/** What browsers are told where the service runs for real, over HTTPS. */
let w: TestWorld;
let person: string;
beforeAll(async () => {
  w = await openTestWorld({
    settings: {
      NODE_ENV: "production",
      ESSAIM_ORIGIN: "https://aides.exemple.fr",
      ESSAIM_SECRET: "un-secret-propre-a-ce-service-0123456789",
    },
  });
  person = await w.inTx((tx) => createPerson(tx, { name: "Camille Exemple", email: "camille@formation.example" }));
});
afterAll(() => w.close());

describe("cookies", () => {
  it("are all bound to this host, over HTTPS alone, closed to scripts", async () => {
    const lines: string[] = [];
    const hear = (headers: Headers) => void lines.push(...headers.getSetCookie());
    const browser = await w.browser();
    await browser.post(urls.signIn.href(), { email: "camille@formation.example" });
    const { body } = await w.inTx((tx) => tx.selectFrom("mail").select("body").executeTakeFirstOrThrow());
    const token = /jeton=([\w-]+)/.exec(body)?.[1] ?? "";
    hear((await browser.post(urls.signInLink.href(), { jeton: token })).headers);
    expect((await browser.get(urls.account.href())).status).toBe(200);
    hear((await browser.get("/api/auth/passkey/generate-authenticate-options")).headers);
    hear((await browser.post(urls.accountName.href(), { nom: "Camille Autre" })).headers);
    hear((await browser.get(urls.account.href())).headers);
    hear((await browser.post(urls.signOut.href())).headers);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-essaim/);
      expect(line).toMatch(/; Secure/i);
      expect(line).toMatch(/; Path=\/(;|$)/i);
      expect(line).not.toMatch(/; Domain=/i);
    }
    expect(w.world.origin).toMatch(/^https:/);
    expect((await browser.get(urls.account.href())).status).toBe(303);
  });

  it("open a session that begins with the same name", async () => {
    expect(await w.signIn(person)).toMatch(/^__Host-essaim\.session_token=/);
  });
});

describe("headers", () => {
  it("are said on pages, health and assets alike", async () => {
    const web = await startWeb({ ...w.world, config: { ...w.world.config, port: 0 } });
    try {
      for (const path of ["/", "/healthz", "/readyz", "/assets/rien.js", "/nulle-part"]) {
        const { headers } = await fetch(`http://127.0.0.1:${web.port}${path}`);
        expect([path, headers.get("strict-transport-security")]).toEqual([path, expect.stringContaining("max-age=")]);
        expect([path, headers.get("x-content-type-options")]).toEqual([path, "nosniff"]);
        expect(headers.get("permissions-policy")).toMatch(/camera=\(?(none)?\)?.*publickey-credentials-get=\(?self/);
      }
    } finally {
      await web.stop();
      // The door told what was built: the next test file knows of nothing built.
      setAssets({});
    }
  });
});
