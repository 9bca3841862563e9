import type { Tx } from "#src/platform/database/database.ts";
import type { MemberRole } from "../visitor.ts";

export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
}

/** Why a change of members is refused: an organisation always keeps someone responsible. */
export type MembershipRefusal = "not-a-member" | "last-owner";

export const membershipRefusalWords: Readonly<Record<MembershipRefusal, string>> = {
  "not-a-member": "Cette personne n’est pas membre de l’organisme.",
  "last-owner":
    "C’est la seule personne responsable de l’organisme. Nommez d’abord un autre responsable, ou transférez-lui cette charge.",
};

/** The members after a change of role (or without the person when `role` is null), or why it is refused. Pure. */
export function changeMember(
  members: readonly Member[],
  personId: string,
  role: MemberRole | null,
): { readonly refusal: MembershipRefusal } | { readonly members: readonly Member[] } {
  if (!members.some((member) => member.personId === personId)) return { refusal: "not-a-member" };
  const after = members.flatMap((member) => {
    if (member.personId !== personId) return [member];
    return role === null ? [] : [{ ...member, role }];
  });
  return after.some((member) => member.role === "owner") ? { members: after } : { refusal: "last-owner" };
}

/** Members in the order of their names; the organisation's row is locked until the transaction ends. */
export async function lockMembers(tx: Tx, organisationId: string): Promise<readonly Member[]> {
  await tx.selectFrom("organisation").select("id").where("id", "=", organisationId).forUpdate().execute();
  return listMembers(tx, organisationId);
}

export async function listMembers(db: Pick<Tx, "selectFrom">, organisationId: string): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom("membership as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select(["p.id as personId", "p.name", "p.email", "m.role"])
    .where("m.organisation_id", "=", organisationId)
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as MemberRole }));
}

export async function removeMember(tx: Tx, organisationId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom("membership")
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .execute();
}
