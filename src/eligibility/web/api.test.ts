import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { agendaPage } from "#src/agenda/calendar/api-schema.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { simulationAnswer, simulationProblem } from "../answer-schema.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.close());

const version = join(import.meta.dirname, "../../../policy/frameworks/2025-07-15");

interface Case {
  readonly id: string;
  readonly request: unknown;
  readonly expect: {
    readonly criteria?: Readonly<Record<string, string>>;
    readonly costs?: Readonly<Record<string, string>>;
  } & Readonly<Record<string, unknown>>;
}

const cases = ["consulting-support", "transitions", "service-modernisation"].flatMap((scheme) => {
  const folder = join(version, scheme, "cases");
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Case);
});

function post(body: string, type = "application/json"): Promise<Response> {
  return Promise.resolve(
    world.app.request(urls.simulations.href(), { method: "POST", body, headers: { "content-type": type } }),
  );
}

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  const problem = simulationProblem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

test.each(cases)("worked case $id comes out over HTTP", async ({ request, expect: expected }) => {
  const response = await post(JSON.stringify(request));
  expect(response.status).toBe(200);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const answer = simulationAnswer.parse(await response.json());
  const { criteria = {}, costs = {}, ...others } = expected;
  expect(answer).toMatchObject(others);
  expect(Object.keys(costs).map((index) => [index, answer.costs[Number(index)]?.status])).toEqual(
    Object.entries(costs),
  );
  for (const [id, status] of Object.entries(criteria)) {
    expect(answer.criteria.filter((one) => one.id === id).map((one) => one.status)).toContain(status);
  }
});

test("without a date, the day is today's in Paris", async () => {
  const facts = { provider: { createdOn: "2023-03-10" } };
  const answer = simulationAnswer.parse(await (await post(JSON.stringify({ scheme: "appui-conseil", facts }))).json());
  expect(answer.criteria.find(({ id }) => id === "CS-11")?.status).toBe("met");
});

test("every bad field is named by its pointer, all at once", async () => {
  const response = await post(
    JSON.stringify({
      scheme: "appui-conseil",
      date: "2026-02-30",
      colour: "blue",
      facts: {},
    }),
  );
  expect(response.status).toBe(422);
  const { errors } = await problemOf(response);
  expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(["/colour", "/date"]);

  const facts = {
    route: "alone",
    structures: [{ headcount: -1, phases: [{ days: 1.3, dailyCost: "10.999" }], "a/b": 1 }],
    provider: { createdOn: 2015 },
  };
  const wrong = await problemOf(await post(JSON.stringify({ scheme: "appui-conseil", facts })));
  expect(wrong.errors?.map(({ pointer }) => pointer).sort()).toEqual([
    "/facts/provider/createdOn",
    "/facts/route",
    "/facts/structures/0/a~1b",
    "/facts/structures/0/headcount",
    "/facts/structures/0/phases/0/dailyCost",
    "/facts/structures/0/phases/0/days",
  ]);
});

test.each([
  ["not JSON", "{", "application/json", 400],
  ["nothing", "", "application/json", 400],
  ["an array", "[]", "application/json", 422],
  ["null", "null", "application/json", 422],
  ["no scheme", '{"facts":{}}', "application/json", 422],
  ["no facts", '{"scheme":"appui-conseil"}', "application/json", 422],
  ["facts that are a list", '{"scheme":"appui-conseil","facts":[]}', "application/json", 422],
  ["an unknown scheme", '{"scheme":"autre","facts":{}}', "application/json", 422],
  ["a scheme not computed", '{"scheme":"communotic","facts":{}}', "application/json", 422],
  ["terms that are a list", '{"scheme":"modernisation","facts":{},"terms":[]}', "application/json", 422],
  ["terms for a scheme open all year", '{"scheme":"appui-conseil","facts":{},"terms":{}}', "application/json", 422],
  ["a hidden key", '{"scheme":"appui-conseil","facts":{"__proto__":{"route":"individual"}}}', "application/json", 422],
  ["another type", '{"scheme":"appui-conseil","facts":{}}', "application/xml", 415],
])("refuses %s", async (_name, body, type, status) => {
  const response = await post(body, type);
  expect(response.status).toBe(status);
  await problemOf(response);
});

const asked = async (facts: unknown) => {
  const response = await post(JSON.stringify({ scheme: "appui-conseil", date: "2026-03-02", facts }));
  return response.status === 200 ? simulationAnswer.parse(await response.json()) : problemOf(response);
};

test.each(["14000", "14999", "00000", "99999", "Caen", "1411"])(
  "refuses the commune « %s », which is none",
  async (commune) => {
    const pointer = { pointer: "/facts/structures/0/commune", detail: expect.any(String) };
    expect(await asked({ structures: [{ commune }] })).toMatchObject({ status: 422, errors: [pointer] });
  },
);

test("takes the code that a commune had before it joined another", async () => {
  for (const commune of ["14118", "50602", "2A004"])
    expect(await asked({ structures: [{ commune }] })).not.toHaveProperty("errors");
});

test.each([" ", "\u0000", "\u200b", "\u202e\u2066", "\u3164"])("counts %j as no answer", async (text) => {
  expect(await asked({ provider: { fields: [text] } })).toMatchObject({
    status: 422,
    errors: [{ pointer: "/facts/provider/fields" }],
  });
});

test("reads INSEE's « NN » as an unknown band of headcount", async () => {
  const of = async (headcountBand: string | null) => JSON.stringify(await asked({ structures: [{ headcountBand }] }));
  expect(await of("NN")).toBe(await of(null));
  expect(await asked({ structures: [{ headcountBand: "99" }] })).toMatchObject({ status: 422 });
});

test("refuses bytes that are not UTF-8", async () => {
  const body = Buffer.from(
    '{"scheme":"appui-conseil","facts":{"provider":{"fields":["conseil à la création"]}}}',
    "latin1",
  );
  const headers = { "content-type": "application/json" };
  const response = await world.app.request(urls.simulations.href(), { method: "POST", body, headers });
  expect(response.status).toBe(400);
  await problemOf(response);
});

test("says of a provider to be created that it is not yet", async () => {
  expect(JSON.stringify(await asked({ provider: { createdOn: "2030-01-01" } }))).toContain("n’est pas encore créé");
  expect(JSON.stringify(await asked({ provider: { createdOn: "2025-01-01" } }))).toContain("existe depuis");
});

test("says which schemes are computed", async () => {
  const { errors } = await problemOf(await post('{"scheme":"communotic","facts":{}}'));
  expect(errors).toEqual([{ pointer: "/scheme", detail: expect.stringContaining("appui-conseil") }]);
});

test("names each bad term by its pointer, beside the bad facts", async () => {
  const wrong = { facts: { costs: [{ amount: 3 }] }, terms: { rate: 1.2, maxAid: 5, ceiling: null } };
  const { errors } = await problemOf(await post(JSON.stringify({ scheme: "modernisation", ...wrong })));
  expect(errors?.map(({ pointer }) => pointer)).toEqual([
    "/facts/costs/0/amount",
    "/terms/rate",
    "/terms/maxAid",
    "/terms/ceiling",
  ]);
});

test("refuses another method, and answers a browser's question about other sites", async () => {
  const wrong = await world.app.request(urls.simulations.href());
  expect(wrong.status).toBe(405);
  await problemOf(wrong);
  const preflight = await world.app.request(urls.simulations.href(), {
    method: "OPTIONS",
    headers: { origin: "https://ailleurs.example", "access-control-request-method": "POST" },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
});

test("whatever JSON comes, the answer is 200 or 422, never an error of ours", async () => {
  const facts = fc.oneof(
    fc.jsonValue(),
    fc.record({
      route: fc.oneof(fc.constantFrom("individual", "collective", "opco", null), fc.jsonValue()),
      structures: fc.oneof(fc.array(fc.record({ headcount: fc.jsonValue(), phases: fc.jsonValue() })), fc.jsonValue()),
      provider: fc.jsonValue(),
      otherPublicFunding: fc.oneof(fc.constantFrom("0.00", "100.5"), fc.jsonValue()),
    }),
  );
  await fc.assert(
    fc.asyncProperty(facts, async (given) => {
      const response = await post(JSON.stringify({ scheme: "appui-conseil", facts: given }));
      expect([200, 422]).toContain(response.status);
    }),
    { numRuns: 150 },
  );
});

test("the OpenAPI document is 3.1, whole, and its references lead somewhere", async () => {
  const response = await world.app.request(urls.openapi.href());
  expect(response.status).toBe(200);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const text = await response.text();
  const operation = z.object({
    operationId: z.string(),
    responses: z.record(z.string(), z.object({ description: z.string() })),
  });
  const document = z
    .object({
      openapi: z.literal("3.1.0"),
      info: z.object({ title: z.string(), version: z.string() }),
      servers: z.array(z.object({ url: z.url() })).min(1),
      paths: z.object({
        [urls.simulations.pattern]: z.object({ post: operation }),
        [urls.communes.pattern]: z.object({ get: operation }),
        [urls.events.pattern]: z.object({ get: operation }),
        [urls.trainingSessions.pattern]: z.object({ get: operation }),
      }),
      components: z.object({ schemas: z.record(z.string(), z.looseObject({ type: z.literal("object") })) }),
    })
    .parse(JSON.parse(text));
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? "");
  expect(references.length).toBeGreaterThan(5);
  for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name);
  expect(text).toContain('"multipleOf":0.5');
});

test("a year that no request can hold is told as a year, and the schema says its bounds", async () => {
  const send = (more: object) => post(JSON.stringify({ scheme: "appui-conseil", facts: {}, ...more }));
  const of = async (more: object) => (await problemOf(await send(more))).errors?.map(({ detail }) => detail);
  const years = ["L’année est attendue de 1700 à 2199."];
  expect(await of({ facts: { provider: { createdOn: "1699-12-31" } } })).toEqual(years);
  expect(await of({ facts: { provider: { createdOn: "2200-01-01" } } })).toEqual(years);
  expect(await of({ date: "0026-03-03" })).toEqual(years);
  expect(await of({ date: "2026-02-30" })).toEqual(["Un jour qui existe est attendu, écrit AAAA-MM-JJ."]);
  expect((await send({ facts: { provider: { createdOn: "1700-01-01" } } })).status).toBe(200);
  const text = await (await world.app.request(urls.openapi.href())).text();
  const pattern = new RegExp(/"format":"date","pattern":"([^"]+)"/.exec(text)?.[1] ?? "no pattern");
  expect(["1699-12-31", "1700-01-01", "2199-12-31", "2200-01-01"].map((day) => pattern.test(day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("the OpenAPI document describes each refusal of what is read", async () => {
  const document = await (await world.app.request(urls.openapi.href())).json();
  const operations = z.record(
    z.string(),
    z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) })),
  );
  const { paths } = z.object({ paths: operations }).parse(document);
  expect(Object.keys(paths[urls.communes.pattern]?.get?.responses ?? {})).toEqual(["200", "422"]);
  const refused = await world.app.request(urls.communes.href());
  expect((await problemOf(refused)).status).toBe(422);
  for (const listing of [urls.events, urls.trainingSessions]) {
    expect(Object.keys(paths[listing.pattern]?.get?.responses ?? {})).toEqual(["200", "400"]);
    const misread = await problemOf(await Promise.resolve(world.app.request(listing.href({}, { ou: "ailleurs" }))));
    expect([misread.status, misread.errors?.map(({ pointer }) => pointer)]).toEqual([400, ["/ou"]]);
    const read = await world.app.request(listing.href({}, { limit: 2 }));
    expect(agendaPage.parse(await read.json())).toEqual({ items: [], next: null });
  }
});

test("a day before the first version is refused: no version judges a file of that day", async () => {
  const on = (date: string) => post(JSON.stringify({ scheme: "appui-conseil", date, facts: {} }));
  expect((await on("2025-07-15")).status).toBe(200);
  const response = await on("2025-07-14");
  expect(response.status).toBe(422);
  const { errors } = await problemOf(response);
  expect(errors).toEqual([
    {
      pointer: "/date",
      detail:
        "Aucune version du cadre n’était en vigueur ce jour-là\u00a0: la première version connue l’est depuis le 15 juillet 2025.",
    },
  ]);
});

test("what the civil year had cannot be more than what all the years had", async () => {
  const had = {
    daysAlreadyFunded: 5,
    daysFundedThisYear: 5.5,
    aidAlreadyGranted: "100.00",
    aidGrantedThisYear: "100.01",
  };
  const within = { ...had, daysFundedThisYear: 5, aidGrantedThisYear: "100.00" };
  const of = (structures: readonly unknown[]) =>
    post(JSON.stringify({ scheme: "appui-conseil", facts: { structures } }));
  expect((await of([within, {}])).status).toBe(200);
  const response = await of([within, had]);
  expect(response.status).toBe(422);
  const { errors } = await problemOf(response);
  expect(errors?.map(({ pointer }) => pointer)).toEqual([
    "/facts/structures/1/daysFundedThisYear",
    "/facts/structures/1/aidGrantedThisYear",
  ]);
});
