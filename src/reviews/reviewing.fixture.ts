import { randomUUID } from "node:crypto";
import { Logger, runOnce } from "graphile-worker";
import type { Temporal } from "temporal-polyfill";
import type { Raw } from "#policy/index.ts";
import { makeDraft, makeOrganisation, type TestOrganisation, visitorOf } from "#src/applications/applying.fixture.ts";
import { submitApplication } from "#src/applications/index.ts";
import type { DemoTroupe } from "#src/demo/reviewed.ts";
import { findApplication } from "#src/life/index.ts";
import { AGENT_ROLES, type AgentRole, createPerson, grantAgentRole, type SignedVisitor } from "#src/people/index.ts";
import { allJobs } from "#src/worker.ts";
import type { Browser, Page } from "#test/support/browser.ts";
import type { TestWorld } from "#test/support/world.ts";

/** One agent a role, with a second officer. */
export type TestAgents = Readonly<Record<AgentRole | "colleague", string>>;

export async function makeAgents(w: TestWorld): Promise<TestAgents> {
  return w.inTx(async (tx) => {
    const agents: Partial<Record<AgentRole | "colleague", string>> = {};
    for (const role of AGENT_ROLES) {
      const person = await createPerson(tx, { name: `Agent ${role}`, email: `${role}@region.example` });
      await grantAgentRole(tx, person, role);
      agents[role] = person;
    }
    const colleague = await createPerson(tx, { name: "Agent collègue", email: "collegue@region.example" });
    await grantAgentRole(tx, colleague, "officer");
    return { ...agents, colleague } as TestAgents;
  });
}

export async function agentVisitor(w: TestWorld, person: string, role: AgentRole): Promise<SignedVisitor> {
  return { ...(await visitorOf(w, person)), agentRoles: [role] };
}

/** Who leads a request on, in this world: the three agents, from a day to `days` later. */
export async function troupeOf(
  w: TestWorld,
  agents: TestAgents,
  { officer = agents.officer, from = w.clock.now(), days = 365 }: TroupeOptions = {},
): Promise<DemoTroupe> {
  return {
    world: w.world,
    clock: w.clock,
    officer: await agentVisitor(w, officer, "officer"),
    supervisor: await agentVisitor(w, agents.supervisor, "supervisor"),
    approver: await agentVisitor(w, agents.approver, "approver"),
    present: from.add({ hours: 24 * days }),
  };
}

interface TroupeOptions {
  /** Another officer than the first. */
  readonly officer?: string;
  readonly from?: Temporal.Instant;
  readonly days?: number;
}

export interface FiledRequest {
  readonly id: string;
  readonly organisation: TestOrganisation;
}

const every = ["honour", "other-aid", "republican-commitment", "provider-informed", "data", "knowingly"];

/** The n-th fictional request, filed by its owner with all its papers. */
export async function fileRequest(
  w: TestWorld,
  n: number,
  twist: Raw = {},
  organisation?: TestOrganisation,
): Promise<FiledRequest> {
  const of = organisation ?? (await makeOrganisation(w, n));
  const { id } = await makeDraft(w, of, n, { twist });
  const visitor = await visitorOf(w, of.owner);
  const application = await w.inTx((tx) => findApplication(tx, id));
  const request = { id, key: randomUUID(), version: application?.version ?? 1, location: "/" };
  const outcome = await submitApplication(w.world, visitor, request, every, "knowingly");
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return { id, organisation: of };
}

/** Does all the jobs that wait, as the worker would. */
export async function runJobs(w: TestWorld): Promise<void> {
  const logger = new Logger(() => () => undefined);
  await runOnce({ pgPool: w.world.pool, taskList: { ...allJobs(w.world) }, logger });
}

/** Sends the form of a page that posts to `action`, its hidden fields kept and others over them. */
export async function sendForm(
  browser: Browser,
  page: Pick<Page, "body">,
  action: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Page> {
  const form = page.body.split("<form").find((part) => part.includes(`action="${action}"`));
  if (form === undefined) throw new Error(`no form posts to ${action}`);
  return browser.post(action, { ...hiddenFields(form), ...fields });
}

export function hiddenFields(form: string): Record<string, string> {
  const upToEnd = form.split("</form>")[0] ?? "";
  const found: Record<string, string> = {};
  for (const [, name = "", value = ""] of upToEnd.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    found[name] = value;
  }
  return found;
}
