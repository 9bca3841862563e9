import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMember, createOrganisation, createPerson, grantAgentRole } from "#src/people/index.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

/** Every route of the service, asked with whatever comes: 4xx at worst, never 5xx, never another's data. */
const SECRET = "Organisme au nom secret zyx987";

let test: TestWorld;
let people: { readonly name: string; readonly cookie: string }[];
let others: { readonly organisation: string; readonly application: string };

beforeAll(async () => {
  test = await openTestWorld();
  others = await test.inTx(async (tx) => {
    const owner = await createPerson(tx, { name: "Autre Personne", email: "autre@exemple.fr" });
    const organisation = await createOrganisation(tx, {
      kind: "training-body",
      siren: "000000018",
      name: SECRET,
      source: "declared",
    });
    await addMember(tx, organisation, owner, "owner");
    const now = test.clock.now().toString();
    const { id } = await tx
      .insertInto("application")
      .values({
        scheme: "appui-conseil",
        framework: "2025-07-15",
        organisation_id: organisation,
        created_at: now,
        updated_at: now,
        raw_saved_at: now,
        title: SECRET,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { organisation, application: id };
  });
  const ids = await test.inTx(async (tx) => {
    const member = await createPerson(tx, { name: "Camille Exemple", email: "camille@exemple.fr" });
    const organisation = await createOrganisation(tx, {
      kind: "training-body",
      siren: "000000026",
      name: "Organisme fictif",
      source: "declared",
    });
    await addMember(tx, organisation, member, "owner");
    const officer = await createPerson(tx, { name: "Agent Exemple", email: "agent@exemple.fr" });
    await grantAgentRole(tx, officer, "officer");
    return [member, officer] as const;
  });
  people = [
    { name: "stranger", cookie: "" },
    { name: "member of another organisation", cookie: await test.signIn(ids[0]) },
    { name: "officer", cookie: await test.signIn(ids[1]) },
  ];
});
afterAll(() => test.close());

interface Route {
  readonly method: string;
  readonly path: string;
}

/** The routes as the router holds them; middleware is left out. */
function routes(): Route[] {
  const seen = new Map<string, Route>();
  for (const { method, path } of test.app.routes) {
    if (method === "ALL" || path.includes("*")) continue;
    seen.set(`${method} ${path}`, { method, path });
  }
  return [...seen.values()];
}

const oddText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "'; DROP TABLE application; --",
    "../../etc/passwd",
    "%00",
    "%E9",
    "<script>alert(1)</script>",
    "NaN",
    "1e309",
    "-1",
    "null",
    "[]",
    "{}",
    "é".repeat(5000),
  ),
);
const oddFields = fc.dictionary(
  fc.oneof(
    oddText,
    fc.constantFrom(
      "version",
      "cle",
      "nom",
      "email",
      "siret",
      "role",
      "structures.0.headcount",
      "structures.length",
      "__proto__",
      "constructor",
    ),
  ),
  oddText,
  { maxKeys: 8 },
);

function fill(path: string, value: string): string {
  return path.replace(/:\w+(\{[^}]*\})?/g, () => encodeURIComponent(value).replaceAll("%25", "%"));
}

async function ask(
  route: Route,
  value: string,
  cookie: string,
  fields: Record<string, string>,
  origin: string,
): Promise<Response> {
  const headers: Record<string, string> = cookie === "" ? {} : { cookie };
  const url = new URL(test.world.origin);
  url.pathname = fill(route.path, value);
  if (route.method === "GET") {
    url.search = new URLSearchParams(fields).toString();
    return test.app.request(url.href, { headers });
  }
  return test.app.request(url.href, {
    method: route.method,
    headers: { ...headers, origin },
    body: new URLSearchParams(fields),
  });
}

describe("every route", () => {
  it("answers odd input with 4xx at worst", { timeout: 240_000 }, async () => {
    const all = routes();
    expect(all.length).toBeGreaterThan(20);
    for (const route of all) {
      await fc.assert(
        fc.asyncProperty(fc.nat(2), fc.oneof(oddText, fc.uuid()), oddFields, async (who, value, fields) => {
          const person = people[who];
          const response = await ask(route, value || "x", person?.cookie ?? "", fields, test.world.origin);
          const body = await response.text();
          expect(
            response.status,
            `${route.method} ${route.path} as ${person?.name}: ${body.slice(0, 200)}`,
          ).toBeLessThan(500);
        }),
        { numRuns: 12 },
      );
    }
  });

  it("shows nothing of another's file or organisation to those who may not see it", { timeout: 120_000 }, async () => {
    const may = (path: string) => path.startsWith("/demonstration") || path.startsWith("/api/v1/");
    for (const route of routes()) {
      if (may(route.path)) continue;
      for (const person of people.slice(0, 2)) {
        for (const id of [others.organisation, others.application]) {
          const response = await ask(route, id, person.cookie, {}, test.world.origin);
          const body = await response.text();
          expect(response.status, `${route.method} ${route.path} as ${person.name}`).toBeLessThan(500);
          expect(body.includes(SECRET), `${route.method} ${route.path} as ${person.name} shows another's data`).toBe(
            false,
          );
        }
      }
    }
  });

  it("refuses a form that another site sent", async () => {
    for (const route of routes().filter(({ method, path }) => method === "POST" && !path.startsWith("/api/"))) {
      const response = await ask(
        route,
        others.application,
        people[1]?.cookie ?? "",
        { version: "1" },
        "https://ailleurs.example",
      );
      expect(response.status, `${route.method} ${route.path}`).toBe(403);
    }
  });
});
