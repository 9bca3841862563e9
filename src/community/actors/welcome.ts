import { sql } from "kysely";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { Welcome } from "./welcome-page.tsx";

/** Which of the three first things an organisation has done, read in the visitor's name. */
export async function welcomeOf(
  tx: Tx,
  visitor: SignedVisitor,
  organisation: { readonly id: string; readonly name: string },
): Promise<Welcome> {
  const { id, name } = organisation;
  const { rows } = await sql<Omit<Welcome, "organisation">>`
    SELECT EXISTS (SELECT 1 FROM listing WHERE organisation_id = ${id}) AS "hasListing",
           EXISTS (SELECT 1 FROM assessment_round WHERE organisation_id = ${id}) AS "hasMeasured",
           EXISTS (SELECT 1 FROM listing_message WHERE correspondent = ${visitor.person.id})
             OR EXISTS (SELECT 1 FROM practice_comment WHERE organisation_id = ${id}) AS "hasTalked"`.execute(tx);
  const done = rows[0] ?? { hasListing: false, hasMeasured: false, hasTalked: false };
  return { organisation: { id, name }, ...done };
}
