import { expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import { AGENT_ROLES, type AgentRole, FILE_ROLES, stranger, type Visitor } from "../visitor.ts";
import { deskOf, menu } from "./page.tsx";

const membership = { organisationId: "o", organisationName: "Organisme", role: "owner" } as const;

function visitorWith(roles: readonly AgentRole[], more: Partial<Visitor> = {}): Visitor {
  return { ...stranger, person: { id: "p", name: "Personne", email: "p@x.example" }, agentRoles: roles, ...more };
}

const hrefs = (visitor: Visitor) => menu(visitor).map(({ href }) => href);

it("leads whoever works here and asks for nothing to their desk, which their menu has", () => {
  for (const role of AGENT_ROLES) {
    const desk = deskOf(visitorWith([role]));
    expect(desk, role).not.toBeNull();
    expect(hrefs(visitorWith([role])), role).toContain(desk);
  }
  expect(FILE_ROLES.map((role) => deskOf(visitorWith([role])))).toEqual(FILE_ROLES.map(() => urls.queue.href()));
  expect(deskOf(visitorWith([]))).toBeNull();
});

it("keeps the requests of who also helps the service within reach", () => {
  const both = visitorWith(["assessor"], { memberships: [membership] });
  expect(deskOf(both)).toBeNull();
  expect(hrefs(both)).toEqual(expect.arrayContaining([urls.mySheets.href(), urls.dashboard.href()]));
  expect(hrefs(visitorWith(["assessor"]))).not.toContain(urls.dashboard.href());
});
