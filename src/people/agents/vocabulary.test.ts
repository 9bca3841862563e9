import { afterAll, beforeAll, expect, test } from "vitest";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { createPerson, grantAgentRole } from "../index.ts";
import type { AgentRole } from "../visitor.ts";

let the: TestWorld;
beforeAll(async () => {
  the = await openTestWorld();
});
afterAll(() => the.close());

async function browserOf(role: AgentRole | null) {
  const id = await the.inTx(async (tx) => {
    const made = await createPerson(tx, { name: "Essai", email: `${role ?? "public"}@essai.example` });
    if (role !== null) await grantAgentRole(tx, made, role);
    return made;
  });
  return the.browser(id);
}

test("administration shows tags, sources, and how each list of transitions is counted (D-08)", async () => {
  const { body, status } = await (await browserOf("administrator")).get(urls.administrationVocabulary.href());
  expect(status).toBe(200);
  expect(body).toMatch(/énergétique et écologique[\s\S]{0,300}Transition écologique et énergétique/);
  expect(body).toMatch(/technologiques et scientifiques[\s\S]{0,300}gardé comme étiquette/);
  for (const code of ["pact-2024-2027", "esf-plus-2021-2027", "cprdfop-1", "neuroscience"])
    expect(body).toContain(code);
  const rowOf = (code: string) => body.split("<tr").find((row) => row.includes(`<code>${code}</code>`));
  expect(rowOf("pact-2019-2023")).toContain("Fermée");
  expect(rowOf("pact-2024-2027")).toContain("Ouverte");
  expect(body.match(/<h1[\s>]/g)).toHaveLength(1);
});

test("it is read by administrators and auditors; to others it is refused or not there", async () => {
  const path = urls.administrationVocabulary.href();
  expect((await (await browserOf("auditor")).get(path)).status).toBe(200);
  expect((await (await browserOf("officer")).get(path)).status).toBe(403);
  expect((await (await browserOf(null)).get(path)).status).toBe(404);
});
