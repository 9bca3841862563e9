import { findApplication, isOver, type Partner, type PartState, partnershipsOf, type State } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { titleOf } from "./mails.ts";
import { openProject } from "./project.ts";

/** A project of others that an organisation of the visitor is invited to, or takes part in. */
export interface Partnership {
  readonly partner: Partner;
  readonly title: string;
  readonly leadName: string;
  readonly state: State;
  readonly part: PartState;
  /** How much its part still lacks. */
  readonly missing: number;
}

const MOST = 20;

/** The projects of others that the visitor's organisations take part in, those that wait for them first. */
export async function partnershipsFor(world: World, visitor: SignedVisitor): Promise<readonly Partnership[]> {
  const ids = visitor.memberships.map(({ organisationId }) => organisationId);
  const partners = await inTransaction(world.db, { person: visitor.person.id }, (tx) => partnershipsOf(tx, ids));
  const found: Partnership[] = [];
  for (const partner of partners.slice(0, MOST)) {
    const one = partner.acceptedAt === null ? await invited(world, partner) : await taken(world, visitor, partner);
    if (one !== null) found.push(one);
  }
  return found.sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)));
}

/** Whether it waits for the partner: an answer, or its part. */
export function isWaiting({ state, part }: Partnership): boolean {
  return state === "draft" && part !== "confirmed";
}

/** Of an invitation, only what its mail said. */
async function invited(world: World, partner: Partner): Promise<Partnership | null> {
  if (isOver(partner.expiresAt, world.clock.now())) return null;
  const application = await inTransaction(world.db, "system", (tx) => findApplication(tx, partner.applicationId));
  if (application?.state !== "draft") return null;
  const { organisationName: leadName, state } = application;
  return { partner, title: titleOf(application), leadName, state, part: "invited", missing: 0 };
}

async function taken(world: World, visitor: SignedVisitor, partner: Partner): Promise<Partnership | null> {
  const project = await openProject(world, visitor, partner.id);
  if (project === null) return null;
  const { application, own, missing, errors } = project;
  return {
    partner,
    title: titleOf(application),
    leadName: application.organisationName,
    state: application.state,
    part: own.state,
    missing: missing.length + errors.size,
  };
}
