import type { Temporal } from "temporal-polyfill";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { memberMay, type OrganisationAct } from "../may.ts";
import { addMember } from "../people.ts";
import { MEMBER_ROLES, type MemberRole, type SignedVisitor } from "../visitor.ts";
import { lockMembers, type Member } from "./members.ts";

/** The visitor lost the right between the page and the act. */
export const FORBIDDEN = "forbidden";

/** What an act on an organisation finds: its members as they stand while its row is locked. */
export interface OrganisationScene {
  readonly tx: Tx;
  readonly at: Temporal.Instant;
  readonly members: readonly Member[];
  /** Writes the act's fact at the end of the organisation's chain. */
  note(fact: string, details: Readonly<Record<string, unknown>>): Promise<void>;
}

/**
 * One act on an organisation, in one transaction: its row is locked, then the visitor's right is read again, since
 * another owner may have taken it since the page was asked for. `right` is null for what no membership is needed for.
 */
export function actOnOrganisation<T>(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  right: OrganisationAct | null,
  work: (scene: OrganisationScene) => Promise<T>,
): Promise<T | typeof FORBIDDEN> {
  return inTransaction(world.db, "system", async (tx) => {
    const members = await lockMembers(tx, organisationId);
    if (right !== null && !memberMay(roleAmong(members, visitor.person.id), right)) return FORBIDDEN;
    const at = world.clock.now();
    const note: OrganisationScene["note"] = (fact, details) =>
      noteOnOrganisation(tx, at, visitor, organisationId, fact, details);
    return work({ tx, at, members, note });
  });
}

/** Writes a fact in an organisation's chain; its members read it. */
export function noteOnOrganisation(
  tx: Tx,
  at: Temporal.Instant,
  visitor: SignedVisitor,
  organisationId: string,
  act: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return record(tx, {
    chain: `organisation:${organisationId}`,
    at,
    actor: visitor.person.id,
    organisation: organisationId,
    act,
    details,
    visibleToApplicant: true,
  });
}

/** The role a person holds among these members, or null. */
export function roleAmong(members: readonly Member[], personId: string): MemberRole | null {
  return members.find((member) => member.personId === personId)?.role ?? null;
}

/** Lets a person in, or raises the role they hold: never lowers it. False when nothing had to change. */
export async function admit(
  scene: Pick<OrganisationScene, "tx" | "members">,
  organisationId: string,
  personId: string,
  role: MemberRole,
): Promise<boolean> {
  const held = roleAmong(scene.members, personId);
  if (held !== null && MEMBER_ROLES.indexOf(held) <= MEMBER_ROLES.indexOf(role)) return false;
  await addMember(scene.tx, organisationId, personId, role);
  return true;
}
