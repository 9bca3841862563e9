import { Temporal } from "temporal-polyfill";
import { modernisationCall } from "#policy/frameworks/2025-07-15/service-modernisation/demonstration/call.ts";
import { modernisationProject } from "#policy/frameworks/2025-07-15/service-modernisation/demonstration/project.ts";
import { transitionsCall } from "#policy/frameworks/2025-07-15/transitions/demonstration/call.ts";
import {
  ideas,
  type ProjectIdea,
  transitionsProject,
} from "#policy/frameworks/2025-07-15/transitions/demonstration/project.ts";
import { frameworkByVersion, type OpenScheme, type Raw } from "#policy/index.ts";
import { makeOrganisation, type TestOrganisation, visitorOf } from "#src/applications/applying.fixture.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { admitProject, fileProject, openVotedCall } from "#src/demo/selection-steps.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { createPerson } from "#src/people/index.ts";
import { agentVisitor, makeAgents, type TestAgents } from "#src/reviews/reviewing.fixture.ts";
import type { TestWorld } from "#test/support/world.ts";
import { giveProposed, inviteAssessor } from "./assessors/acts.ts";

/** A call that closed, its projects admitted to the assessment. */
export interface TestCall {
  readonly id: string;
  readonly scheme: OpenScheme;
  readonly agents: TestAgents;
  readonly officer: SignedVisitor;
  readonly supervisor: SignedVisitor;
  readonly approver: SignedVisitor;
  readonly organisations: readonly TestOrganisation[];
  /** In the order of their filing. */
  readonly files: readonly string[];
}

export interface CallOptions {
  readonly files?: number;
  /** Over what the call of the demonstration says. */
  readonly call?: Raw;
  readonly ideas?: readonly ProjectIdea[];
  readonly admitted?: boolean;
}

export const CLOSED = "2026-04-20T09:00:00Z";

/** A scheme whose projects are ranked by marks alone, as figures of speed want many alike. */
export const MARKED = "modernisation";

/** Opens a call, files projects, closes it and admits them: by the real acts. */
export async function makeCall(
  w: TestWorld,
  slug: "transitions" | "modernisation",
  options: CallOptions = {},
): Promise<TestCall> {
  const scheme = openScheme(slug);
  const agents = await makeAgents(w);
  const visitor = (role: "officer" | "supervisor" | "approver" | "administrator") =>
    agentVisitor(w, agents[role], role);
  const [officer, supervisor] = [await visitor("officer"), await visitor("supervisor")];
  w.clock.set("2026-02-02T09:00:00Z");
  const [opensOn, closesOn] = [Temporal.PlainDate.from("2026-02-09"), Temporal.PlainDate.from("2026-04-10")];
  const base =
    slug === "transitions" ? transitionsCall(2026, opensOn, closesOn) : modernisationCall(2026, opensOn, closesOn);
  const openers = { author: await visitor("administrator"), publisher: supervisor };
  const id = await openVotedCall(() => w.world, openers, scheme, { ...base, ...options.call });
  const organisations: TestOrganisation[] = [];
  const files: string[] = [];
  for (let n = 0; n < (options.files ?? 3); n += 1) {
    w.clock.set(Temporal.Instant.from("2026-03-10T09:00:00Z").add({ hours: n }).toString());
    const organisation = await makeOrganisation(w, n);
    const of = demoApplication(n).organisation;
    const idea = (options.ideas ?? ideas)[n % (options.ideas ?? ideas).length];
    if (idea === undefined) throw new Error("no idea");
    const raw = slug === "transitions" ? transitionsProject(of, idea, 2026) : modernisationProject(of, 2026);
    const owner = await visitorOf(w, organisation.owner);
    organisations.push(organisation);
    files.push(await fileProject(w.world, scheme, id, { organisationId: organisation.id, owner }, raw));
  }
  w.clock.set(CLOSED);
  if (options.admitted !== false) for (const file of files) await admitProject(w.world, officer, file);
  return { id, scheme, agents, officer, supervisor, approver: await visitor("approver"), organisations, files };
}

export function openScheme(slug: string): OpenScheme {
  const scheme = frameworkByVersion("2025-07-15")?.scheme(slug);
  if (scheme?.status !== "open") throw new Error(`no scheme ${slug}`);
  return scheme;
}

/** Outside experts of a call, each with an account and, where told, every sheet shared out between them. */
export async function makeAssessors(
  w: TestWorld,
  call: TestCall,
  count: number,
  given = true,
): Promise<readonly SignedVisitor[]> {
  const people: SignedVisitor[] = [];
  for (let n = 0; n < count; n += 1) {
    const email = `expert-${n}@experts.example`;
    const person = await w.inTx((tx) => createPerson(tx, { name: `Experte ${n}`, email }));
    const untilOn = "2026-12-31";
    const invitation = { email, name: `Experte ${n}`, isOutside: true, specialities: [], untilOn };
    const outcome = await inviteAssessor(w.world, call.officer, call.id, invitation);
    if (typeof outcome === "string" || !outcome.done) throw new Error(JSON.stringify(outcome));
    people.push({ ...(await visitorOf(w, person)), agentRoles: ["assessor"] });
  }
  if (given) {
    const outcome = await giveProposed(w.world, call.officer, call.id);
    if (typeof outcome === "string" || !outcome.done) throw new Error(JSON.stringify(outcome));
  }
  return people;
}
