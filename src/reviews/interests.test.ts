import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findApplication } from "#src/life/index.ts";
import { addMember, createOrganisation, createPerson, grantAgentRole } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { fileRequest } from "./reviewing.fixture.ts";

let w: TestWorld;
let next = 0;
beforeAll(async () => {
  w = await openTestWorld();
});
afterAll(() => w.close());

const read = async (id: string) => {
  const application = await w.inTx((tx) => findApplication(tx, id));
  if (application === null) throw new Error("no such request");
  return application;
};

const act = async (id: string) => ({ cle: randomUUID(), version: String((await read(id)).version) });

describe("an interest", () => {
  describe.each([
    ["a supported structure", "structure"],
    ["the provider", "provider"],
  ] as const)("in %s", (_what, part) => {
    it("acts on nothing in any file that it is a party to, and on the others", async () => {
      const { id } = await fileRequest(w, next++);
      const siren = part === "provider" ? "356000000" : "732829320";
      const twist =
        part === "provider"
          ? { "provider.siret": "356 000 000 00048", "provider.legalName": "Cabinet d’essai" }
          : { "structures.0.siret": "73282932000074", "structures.0.legalName": "Structure d’essai" };
      const elsewhere = [await fileRequest(w, next++, twist), await fileRequest(w, next++, twist)];
      const [first, second] = elsewhere.map((one) => one.id);
      if (first === undefined || second === undefined) throw new Error("two files were filed");
      const person = await w.inTx((tx) => makePersonAgent(tx, part));
      const agent = await w.browser(person);
      const shown = await agent.get(urls.review.href({ id: first }));
      expect(shown.body).toContain(part === "provider" ? "Cabinet d’essai (prestataire)" : "(structure accompagnée)");
      const wrong = await agent.post(urls.reviewInterest.href({ id: first }), {
        cle: randomUUID(),
        motif: "x",
        organisme: "999999999",
      });
      expect(wrong.status).toBe(422);
      const said = await agent.post(urls.reviewInterest.href({ id: first }), {
        cle: randomUUID(),
        motif: "Mon conjoint y travaille.",
        organisme: siren,
      });
      expect(said.status).toBe(303);
      for (const one of [first, second]) {
        const refused = await agent.post(urls.reviewStep.href({ id: one, step: "declare-complete" }), await act(one));
        expect(refused.status).toBe(403);
        expect(refused.body).toContain("Mon conjoint y travaille.");
        expect((await agent.get(urls.review.href({ id: one }))).body).toContain("Vous n’agissez pas sur ce dossier");
        expect((await read(one)).state).toBe("submitted");
      }
      const free = await agent.post(urls.reviewStep.href({ id, step: "declare-complete" }), await act(id));
      expect(free.status).toBe(303);
    });
  });

  it("a member of the provider's firm judges no file that it is the provider of", async () => {
    const { id } = await fileRequest(w, next++, { "provider.siret": "35600000049837" });
    const person = await w.inTx(async (tx) => {
      const firm = { kind: "consultant", siren: "356000000", name: "Cabinet d’essai", source: "declared" } as const;
      const member = await makePersonAgent(tx, "member");
      await addMember(tx, await createOrganisation(tx, firm), member, "reader");
      return member;
    });
    const agent = await w.browser(person);
    const refused = await agent.post(urls.reviewStep.href({ id, step: "declare-complete" }), await act(id));
    expect(refused.status).toBe(403);
    expect(refused.body).toContain("Vous êtes membre de l’organisme Cabinet d’essai");
    expect((await read(id)).state).toBe("submitted");
  });
});

async function makePersonAgent(tx: Parameters<typeof createPerson>[0], name: string): Promise<string> {
  const person = await createPerson(tx, { name: `Agent ${name}`, email: `agent-${name}@region.example` });
  await grantAgentRole(tx, person, "officer");
  return person;
}
