import { inTransaction } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { changeMember, lockMembers, type MembershipRefusal, removeMember } from "./members.ts";
import { addMember } from "./people.ts";
import type { MemberRole, SignedVisitor } from "./visitor.ts";

/** Changes the role of a member, or removes them (`role` null). One transaction, journaled. Null when done. */
export function setMemberRole(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  personId: string,
  role: MemberRole | null,
): Promise<MembershipRefusal | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const members = await lockMembers(tx, organisationId);
    const change = changeMember(members, personId, role);
    if ("refusal" in change) return change.refusal;
    if (role === null) await removeMember(tx, organisationId, personId);
    else await addMember(tx, organisationId, personId, role);
    const leaves = role === null && personId === visitor.person.id;
    await record(tx, {
      chain: `organisation:${organisationId}`,
      at: world.clock.now(),
      actor: visitor.person.id,
      organisation: organisationId,
      act: leaves ? "member-left" : role === null ? "member-removed" : "member-role-changed",
      details: {
        person: personId,
        from: members.find((member) => member.personId === personId)?.role ?? null,
        to: role,
      },
      visibleToApplicant: true,
    });
    return null;
  });
}

/** Hands one's own charge to another member: they become responsible, and the one who gives becomes an editor. */
export function transferOwnership(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  personId: string,
): Promise<MembershipRefusal | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const members = await lockMembers(tx, organisationId);
    if (personId === visitor.person.id) return "last-owner";
    if (!members.some((member) => member.personId === personId)) return "not-a-member";
    await addMember(tx, organisationId, personId, "owner");
    await addMember(tx, organisationId, visitor.person.id, "editor");
    await record(tx, {
      chain: `organisation:${organisationId}`,
      at: world.clock.now(),
      actor: visitor.person.id,
      organisation: organisationId,
      act: "ownership-transferred",
      details: { from: visitor.person.id, to: personId },
      visibleToApplicant: true,
    });
    return null;
  });
}
