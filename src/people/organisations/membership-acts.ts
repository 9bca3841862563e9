import type { World } from "#src/platform/world.ts";
import { addMember } from "../people.ts";
import type { MemberRole, SignedVisitor } from "../visitor.ts";
import { changeMember, type MembershipRefusal, removeMember } from "./members.ts";
import { actOnOrganisation, type FORBIDDEN, roleAmong } from "./organisation-act.ts";

/** Changes the role of a member, or removes them (`role` null). One transaction, journaled. Null when done. */
export function setMemberRole(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  personId: string,
  role: MemberRole | null,
): Promise<MembershipRefusal | typeof FORBIDDEN | null> {
  const leaves = role === null && personId === visitor.person.id;
  const right = leaves ? "leave" : "manage-members";
  return actOnOrganisation(world, visitor, organisationId, right, async ({ tx, members, note }) => {
    const change = changeMember(members, personId, role);
    if ("refusal" in change) return change.refusal;
    if (role === null) await removeMember(tx, organisationId, personId);
    else await addMember(tx, organisationId, personId, role);
    const fact = leaves ? "member-left" : role === null ? "member-removed" : "member-role-changed";
    await note(fact, { person: personId, from: roleAmong(members, personId), to: role });
    return null;
  });
}

/** Hands one's own charge to another member: they become responsible, and the one who gives becomes an editor. */
export function transferOwnership(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  personId: string,
): Promise<MembershipRefusal | typeof FORBIDDEN | null> {
  return actOnOrganisation(world, visitor, organisationId, "transfer", async ({ tx, members, note }) => {
    if (personId === visitor.person.id) return "last-owner";
    if (roleAmong(members, personId) === null) return "not-a-member";
    await addMember(tx, organisationId, personId, "owner");
    await addMember(tx, organisationId, visitor.person.id, "editor");
    await note("ownership-transferred", { from: visitor.person.id, to: personId });
    return null;
  });
}
