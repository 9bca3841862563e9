import { addMember, createOrganisation, createPerson, grantAgentRole, type MemberRole } from "#src/people/index.ts";
import type { TestWorld } from "#test/support/world.ts";

/** Two organisations with their people, and those who run the community. */
export interface TestCommunity {
  readonly organisation: string;
  readonly other: string;
  readonly people: Readonly<
    Record<MemberRole | "neighbour" | "animator" | "second" | "adviser" | "auditor" | "administrator", string>
  >;
}

export function makeCommunity(w: TestWorld): Promise<TestCommunity> {
  return w.inTx(async (tx) => {
    const make = (siren: string, name: string) =>
      createOrganisation(tx, { kind: "training-body", siren, name, source: "declared" });
    const person = (name: string) => createPerson(tx, { name, email: `${name.toLowerCase()}@essai.example` });
    const organisation = await make("732829320", "Ateliers du Port");
    const other = await make("356000000", "Campus Voisin");
    const people = {
      owner: await person("Odile"),
      editor: await person("Eddy"),
      reader: await person("Remi"),
      neighbour: await person("Nora"),
      animator: await person("Anna"),
      second: await person("Bruno"),
      adviser: await person("Dorian"),
      auditor: await person("Aude"),
      administrator: await person("Adele"),
    };
    for (const role of ["owner", "editor", "reader"] as const) await addMember(tx, organisation, people[role], role);
    await addMember(tx, other, people.neighbour, "owner");
    await grantAgentRole(tx, people.animator, "animator");
    await grantAgentRole(tx, people.second, "animator");
    await grantAgentRole(tx, people.adviser, "sustainability-adviser");
    await grantAgentRole(tx, people.auditor, "auditor");
    await grantAgentRole(tx, people.administrator, "administrator");
    return { organisation, other, people };
  });
}

export async function mailsTo(w: TestWorld, name: string): Promise<readonly { subject: string; body: string }[]> {
  return w.inTx((tx) =>
    tx
      .selectFrom("mail")
      .select(["subject", "body"])
      .where("to_address", "=", `${name.toLowerCase()}@essai.example`)
      .orderBy("id")
      .execute(),
  );
}
