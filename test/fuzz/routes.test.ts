import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPerson } from "#src/people/index.ts";
import { type Populated, pathOf, populate, type Route, routesOf, SECRET } from "#test/rights/populated.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

/** Every route of the service, asked with whatever comes: 4xx at worst, never 5xx, never another's data. */
let w: TestWorld;
let p: Populated;
let routes: readonly Route[];
let posts: readonly Route[];
const people = new Map<string, string>();

beforeAll(async () => {
  w = await openTestWorld();
  p = await populate(w);
  // The demonstration's door and its open letter box name fictional people to anyone: tried beside them.
  routes = routesOf(w).filter(({ path }) => path !== "/demonstration" && path !== "/courriels");
  posts = routes.filter(({ method }) => method === "POST");
  expect(routes.length).toBeGreaterThan(90);
  people.set("nobody", "");
  people.set("member", await w.signIn(p.mine.owner));
  people.set("officer", await w.signIn(p.agents.officer));
}, 120_000);
afterAll(() => w.close());

interface Sent {
  readonly parts: Readonly<Record<string, string>>;
  readonly who: string;
  readonly query?: string;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Acts after which a person is no longer there: each is asked by someone of its own. */
const ENDS = /^\/(deconnexion|compte\/suppression)$|\/(depart|transfert)$/;

async function cookieOf(route: Route, who: string): Promise<string> {
  if (who === "nobody" || !ENDS.test(route.path)) return people.get(who) ?? "";
  const name = `Passant ${randomUUID()}`;
  return w.signIn(await w.inTx((tx) => createPerson(tx, { name, email: `${randomUUID()}@formation.example` })));
}

async function ask(route: Route, sent: Sent): Promise<Answer> {
  const { origin } = w.world;
  const cookie = await cookieOf(route, sent.who);
  const address = `${origin}${pathOf(route.path, sent.parts)}${sent.query ?? ""}`;
  const response = await w.app.request(address, {
    method: sent.method ?? route.method,
    headers: { origin, ...(cookie === "" ? {} : { cookie }), ...sent.headers },
    ...(sent.body === undefined ? {} : { body: sent.body }),
  });
  return { status: response.status, body: await response.text() };
}

function mine(route: Route): Readonly<Record<string, string>> {
  const id = route.path.startsWith("/organisations") ? p.mine.id : p.own.filed;
  return { ...p.theirs, id };
}

/** What an answer may never be, whatever was asked. */
function decent(route: Route, who: string, what: string, { status, body }: Answer): void {
  const told = `${route.method} ${route.path} as ${who}, ${what}: ${status} ${status >= 500 ? body.slice(0, 300) : ""}`;
  expect(status < 500, told).toBe(true);
  if (who !== "officer") expect(body.includes(SECRET), `${told} shows another's data`).toBe(false);
}

const oddText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "'; DROP TABLE application; --",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "NaN",
    "1e309",
    "-1",
    "null",
    "[]",
    "{}",
    "\u0000",
    "\ud800",
    "99999999999999999999",
    "é".repeat(5000),
  ),
);
const oddNames = fc.oneof(
  oddText,
  fc.constantFrom(
    "version",
    "cle",
    "nom",
    "email",
    "siret",
    "role",
    "sens",
    "date",
    "aide",
    "dossier",
    "champ",
    "motifs",
    "page",
    "tri",
    "q",
    "structures.0.headcount",
    "structures.length",
    "__proto__",
    "constructor",
  ),
);
const oddFields = fc.dictionary(oddNames, oddText, { maxKeys: 8 });
/** An act whose form was really shown, with odd fields around. */
const key = fc.constantFrom(randomUUID(), "x");

describe("every route", () => {
  it("answers odd paths and fields with 4xx at worst", { timeout: 240_000 }, async () => {
    for (const route of routes) {
      const sending = fc.record({
        who: fc.constantFrom(...people.keys()),
        odd: oddText,
        real: fc.boolean(),
        fields: oddFields,
        key,
        version: fc.constantFrom("0", "1", "2", "x"),
      });
      await fc.assert(
        fc.asyncProperty(sending, async ({ who, odd, real, fields, key, version }) => {
          const parts = real
            ? mine(route)
            : Object.fromEntries(Object.keys(p.theirs).map((name) => [name, wellFormed(odd)]));
          const form = new URLSearchParams({ cle: key, version, ...fields });
          const sent =
            route.method === "GET"
              ? { parts: { id: wellFormed(odd), ...parts }, who, query: `?${form}` }
              : { parts: { id: wellFormed(odd), ...parts }, who, body: form };
          decent(route, who, JSON.stringify(sent.parts).slice(0, 80), await ask(route, sent));
        }),
        { numRuns: 8 },
      );
    }
  });

  it("answers broken addresses with 4xx at worst", async () => {
    const parts = [
      "%00",
      "%E9",
      "%ff%fe",
      "..%2f..%2fetc%2fpasswd",
      "%252e%252e",
      "a".repeat(4000),
      "%F0%9F%90%9D",
      "%5B%5D",
      ".",
    ];
    const everyone = [...people.keys()];
    for (const [at, route] of routes.filter(({ path }) => path.includes(":")).entries()) {
      for (const [rank, part] of parts.entries()) {
        // Each route meets every part and everyone, each part everyone: in turn, not all by all.
        const who = everyone[(at + rank) % everyone.length] ?? "nobody";
        const path = route.path.replace(/:\w+(\{[^}]*\})?/g, part);
        const answer = await ask(
          { ...route, path },
          { parts: {}, who, ...(route.method === "GET" ? {} : { body: new URLSearchParams() }) },
        );
        decent(route, who, part.slice(0, 40), answer);
      }
    }
  });

  it("answers bodies of another type, or of none, with 4xx at worst", { timeout: 240_000 }, async () => {
    const bodies: readonly (readonly [string, string | undefined, BodyInit])[] = [
      ["JSON", "application/json", '{"cle":{"a":[1,2]},"version":null}'],
      ["broken JSON", "application/json", '{"cle":'],
      ["JSON by name alone", "application/json", "cle=1&version=1"],
      ["a list for an object", "application/json", "[[[[]]]]"],
      ["multipart without a boundary", "multipart/form-data", "--x\r\n\r\n"],
      ["multipart that is none", "multipart/form-data; boundary=x", "garbage without any boundary"],
      [
        "multipart cut short",
        "multipart/form-data; boundary=x",
        '--x\r\nContent-Disposition: form-data; name="cle"\r\n\r\nab',
      ],
      [
        "multipart with a wild header",
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: wild\u0000; name\r\n\r\nab\r\n--x--\r\n",
      ],
      ["a boundary too long", `multipart/form-data; boundary=${"x".repeat(300)}`, "--x--"],
      [
        "a file for a field",
        "multipart/form-data; boundary=x",
        '--x\r\nContent-Disposition: form-data; name="version"; filename="a.pdf"\r\n\r\n%PDF\r\n--x--\r\n',
      ],
      [
        "invalid UTF-8",
        "application/x-www-form-urlencoded",
        new Uint8Array([0x63, 0x6c, 0x65, 0x3d, 0xff, 0xfe, 0xc3, 0x28]),
      ],
      ["percent signs alone", "application/x-www-form-urlencoded", "cle=%&version=%zz&%E0%A4%A=1"],
      ["NUL", "application/x-www-form-urlencoded", "cle=%00&version=%00&nom=%00&message=%00&email=%00"],
      [
        "names of objects",
        "application/x-www-form-urlencoded",
        "__proto__=1&constructor=1&toString=1&cle[a]=1&cle[]=2",
      ],
      ["plain text", "text/plain", "bonjour"],
      ["an unknown type", "application/x-inconnu", "bonjour"],
      ["an unknown charset", "application/x-www-form-urlencoded; charset=utf-7", "cle=+AAA-"],
      ["nothing said of it", undefined, new Uint8Array([1, 2, 3])],
    ];
    for (const route of posts) {
      for (const [what, type, body] of bodies) {
        for (const who of ["member", "officer"]) {
          const headers = type === undefined ? {} : { "content-type": type };
          decent(route, who, what, await ask(route, { parts: mine(route), who, body, headers }));
        }
      }
    }
  });

  it("refuses bodies over the limit", { timeout: 240_000 }, async () => {
    const body = `message=${"x".repeat(2_200_000)}`;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    // Routes that stream a file count for themselves.
    for (const route of posts.filter(({ path }) => !/\/(pieces|signature)$|^\/demandes\/:id\/convention$/.test(path))) {
      const { status } = await ask(route, { parts: mine(route), who: "officer", body, headers });
      expect(`${route.path} ${status}`).toBe(`${route.path} 413`);
    }
  });

  it("answers other methods with 4xx at worst", async () => {
    for (const route of routes) {
      for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", route.method === "GET" ? "POST" : "GET"]) {
        decent(route, "member", method, await ask(route, { parts: mine(route), who: "member", method }));
      }
    }
  });

  it("of the accounts' library answers what it does not know with 4xx at worst", async () => {
    const known = [
      "",
      "ok",
      "get-session",
      "sign-in/email",
      "sign-in/magic-link",
      "magic-link/verify",
      "callback/proconnect",
    ];
    const more = ["sign-in/social", "sign-in/oauth2", "passkey/verify-authentication", "passkey/list-user-passkeys"];
    const bodies = [
      "",
      "{",
      "[]",
      "null",
      '{"email":{"a":1}}',
      '{"token":"\\u0000"}',
      '{"email":"x@y.example","callbackURL":"https://ailleurs.example"}',
    ];
    for (const path of [...known, ...more, "%00", "../../x"]) {
      for (const who of people.keys()) {
        const route = { method: "GET", path: `/api/auth/${path}` };
        decent(route, who, "GET", await ask(route, { parts: {}, who, query: "?token=%00&code=x&state=x&error=x" }));
        for (const body of bodies) {
          const post = { method: "POST", path: route.path };
          decent(
            post,
            who,
            body,
            await ask(post, { parts: {}, who, body, headers: { "content-type": "application/json" } }),
          );
        }
      }
    }
  });

  it("refuses a form that another site sent, or that does not say whence it comes", async () => {
    // A mail's own button to leave a letter comes from wherever the mail is read: its key is its right.
    const leaving = ["/communaute/lettre/depart/:token", "/courriels/choix/:key/arret/:kind"];
    const fromAnywhere = (path: string) => path.startsWith("/api/") || leaving.includes(path);
    for (const route of posts.filter(({ path }) => !fromAnywhere(path))) {
      for (const origin of ["https://ailleurs.example", "null", "", `${w.world.origin}.ailleurs.example`]) {
        const { status } = await ask(route, {
          parts: mine(route),
          who: "member",
          body: new URLSearchParams({ cle: randomUUID(), version: "1" }),
          headers: { origin },
        });
        expect(`${route.path} ${origin} ${status}`).toBe(`${route.path} ${origin} 403`);
      }
    }
  });
});

describe("other people's ids", () => {
  /** Everything of the secret organisation, as the database holds it. */
  async function trace(): Promise<string> {
    const { rows } = await w.world.pool.query<{ trace: string }>(
      `SELECT set_config('essaim.reader', 'system', false),
        (SELECT json_agg(o ORDER BY o.id)::text FROM organisation o WHERE o.id = $1)
        || (SELECT json_agg(m ORDER BY m.person_id)::text FROM membership m WHERE m.organisation_id = $1)
        || (SELECT json_agg(i ORDER BY i.id)::text FROM invitation i WHERE i.organisation_id = $1)
        || (SELECT json_agg(r ORDER BY r.id)::text FROM join_request r WHERE r.organisation_id = $1) AS trace`,
      [p.secret.id],
    );
    await w.world.pool.query("SELECT set_config('essaim.reader', '', false)");
    const files = await w.inTx(async (tx) => [
      await tx
        .selectFrom("application")
        .select(["id", "version", "raw_version", "state"])
        .where("organisation_id", "=", p.secret.id)
        .orderBy("id")
        .execute(),
      await tx
        .selectFrom("attachment")
        .select("id")
        .where("application_id", "in", Object.values(p.applications))
        .orderBy("id")
        .execute(),
      await tx
        .selectFrom("message")
        .select("id")
        .where("application_id", "in", Object.values(p.applications))
        .orderBy("id")
        .execute(),
    ]);
    return `${rows[0]?.trace}${JSON.stringify(files)}`;
  }

  it("open nothing and change nothing, alone or under one's own", { timeout: 240_000 }, async () => {
    const before = await trace();
    expect(before).toContain(SECRET);
    const ids = [p.secret.id, ...Object.values(p.applications), p.mine.id, p.own.filed, p.own.draft];
    for (const route of routes.filter(({ path }) => path.includes(":"))) {
      for (const id of ids) {
        for (const who of ["nobody", "member"]) {
          // A page that is read has no version.
          for (const version of route.method === "GET" ? ["1"] : ["1", "2"]) {
            const form = new URLSearchParams({
              cle: randomUUID(),
              version,
              motif: "Essai",
              message: "Essai",
              role: "reader",
              personne: p.theirs.person ?? "",
            });
            const sent = { parts: { ...p.theirs, id }, who, ...(route.method === "GET" ? {} : { body: form }) };
            decent(route, who, `id ${id}`, await ask(route, sent));
          }
        }
      }
    }
    expect(await trace()).toBe(before);
    // The member was there all along.
    const home = { method: "GET", path: "/organisations/:id" };
    expect((await ask(home, { parts: { id: p.mine.id }, who: "member" })).status).toBe(200);
  });

  it("are not found under a file that does not hold them, for agents too", async () => {
    // An address of a removal only leads back to the file: it shows nothing of the paper.
    const nested = routes.filter(
      ({ method, path }) =>
        method === "GET" && /:id\/.*:(attachment|document)/.test(path) && !path.endsWith("/suppression"),
    );
    expect(nested.length).toBeGreaterThanOrEqual(4);
    for (const route of nested) {
      for (const who of ["member", "officer"]) {
        const { status } = await ask(route, { parts: { ...p.theirs, id: p.own.filed }, who });
        expect(`${route.path} as ${who}: ${status}`).toBe(`${route.path} as ${who}: 404`);
      }
      // The same ids under the file that holds them do open, to who may.
      const { status } = await ask(route, { parts: { ...p.theirs, id: p.applications.signed }, who: "officer" });
      if (route.path.startsWith("/instruction")) expect(`${route.path}: ${status}`).toBe(`${route.path}: 200`);
    }
  });

  it("of another agent's views remove nothing", async () => {
    const { id: view } = await w.inTx((tx) =>
      tx
        .insertInto("saved_view")
        .values({ person_id: p.agents.colleague, name: "Vue d’un collègue", query: "" })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    const route = { method: "POST", path: "/instruction/vues/:view/suppression" };
    await ask(route, { parts: { view }, who: "officer", body: new URLSearchParams() });
    const left = await w.inTx((tx) => tx.selectFrom("saved_view").select("id").where("id", "=", view).execute());
    expect(left).toHaveLength(1);
  });
});

/** A path holds no half of a character: those are tried as bytes. */
function wellFormed(text: string): string {
  return text.toWellFormed() || "x";
}
