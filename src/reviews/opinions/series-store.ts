import { sql } from "kysely";
import { lifecycle, type RefusalClock } from "#src/life/index.ts";
import { hasAgentRole, type SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";

/** Where the last opinion waits for somebody else than who gave it. */
const proposed = (person: string) => sql`a.state IN ('proposed-favourable', 'proposed-unfavourable')
  AND (SELECT o.given_by FROM opinion o WHERE o.application_id = a.id ORDER BY o.given_at DESC, o.id DESC LIMIT 1)
    IS DISTINCT FROM ${person}`;

/** A file whose opinion waits, in a line. */
export interface Waiting extends RefusalClock {
  readonly id: string;
  readonly number: string;
  readonly organisation: string;
  readonly favourable: boolean;
  readonly proposedAid: number | null;
}

/** Files whose opinion waits for a supervisor, the nearest deadline first; those of which this person gave it are left out. */
export async function proposedApplications(tx: Tx, person: string, most: number): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    SELECT a.id, a.number, o.name AS organisation, a.state = 'proposed-favourable' AS favourable,
      a.proposed_aid AS "proposedAid", a.implicit_refusal_on AS "implicitRefusalOn", a.suspended_on AS "suspendedOn",
      a.suspended_until AS "suspendedUntil"
    FROM application a JOIN organisation o ON o.id = a.organisation_id WHERE ${proposed(person)}
    ORDER BY coalesce(a.implicit_refusal_on, 'infinity'::date), a.id LIMIT ${most}`.execute(tx);
  return rows;
}

/** How many opinions wait for this visitor; none where validating is not theirs. */
export async function countProposed(tx: Tx, visitor: SignedVisitor): Promise<number> {
  if (!mayValidate(visitor)) return 0;
  const { rows } = await sql<{ files: number }>`
    SELECT count(*)::int AS files FROM application a WHERE ${proposed(visitor.person.id)}`.execute(tx);
  return rows[0]?.files ?? 0;
}

/** Whether validating opinions is among what this visitor does. */
export function mayValidate(visitor: SignedVisitor): boolean {
  const { by } = lifecycle["validate-favourable"];
  return by.side === "funder" && hasAgentRole(visitor, ...by.roles);
}
