import type { World } from "#src/platform/world.ts";
import type { AgentRole, Membership } from "../visitor.ts";

/** Someone that a visitor of the demonstration may enter as. */
export interface DemonstrationPerson {
  readonly id: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
  readonly agentRoles: readonly AgentRole[];
}

/** What there is to see in the space of each organisation, in words, by its id. */
export type Situations = (
  world: World,
  organisationIds: readonly string[],
) => Promise<ReadonlyMap<string, readonly string[]>>;

/** A member of an organisation, with what there is to see as them. */
export interface DemonstrationMember extends DemonstrationPerson {
  readonly situations: readonly string[];
}

/** Enough to meet every situation, few enough to be read. */
const SHOWN_FIRST = 12;

/**
 * Who is shown first: the people who together meet every situation and hold every role, then others up to a dozen.
 * The rest keep the order of their names.
 */
export function chosenFirst(members: readonly DemonstrationMember[]): {
  readonly first: readonly DemonstrationMember[];
  readonly others: readonly DemonstrationMember[];
} {
  const met = new Set<string>();
  const first: DemonstrationMember[] = [];
  const left = [...members];
  while (first.length < SHOWN_FIRST && left.length > 0) {
    const gains = left.map((one) => toMeet(one).filter((what) => !met.has(what)).length);
    const [next] = left.splice(gains.indexOf(Math.max(...gains)), 1);
    if (next === undefined) break;
    for (const what of toMeet(next)) met.add(what);
    first.push(next);
  }
  return { first, others: left };
}

function toMeet(member: DemonstrationMember): readonly string[] {
  return [...member.situations, ...member.memberships.map((one) => one.role)];
}

/** Addresses that can belong to nobody (RFC 2606): only such people can be entered as. */
const FICTIONAL = "%.example";

/** The fictional people who have a role, the funder's side and the organisations' in the order of their names. */
export async function demonstrationPeople(world: World): Promise<DemonstrationPerson[]> {
  const { rows } = await world.pool.query<{
    id: string;
    name: string;
    memberships: Membership[] | null;
    roles: AgentRole[] | null;
  }>(
    `SELECT p.id, p.name,
       (SELECT json_agg(json_build_object('organisationId', o.id, 'organisationName', o.name, 'role', m.role) ORDER BY o.name)
          FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = p.id) AS memberships,
       (SELECT json_agg(a.role ORDER BY a.role) FROM agent_role a WHERE a.person_id = p.id) AS roles
     FROM person p
     WHERE p.email LIKE $1 AND p.name <> ''
       AND (EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id)
            OR EXISTS (SELECT 1 FROM agent_role a WHERE a.person_id = p.id))
     ORDER BY p.name LIMIT 100`,
    [FICTIONAL],
  );
  return rows.map(({ id, name, memberships, roles }) => ({
    id,
    name,
    memberships: memberships ?? [],
    agentRoles: roles ?? [],
  }));
}

/** Whether this id is one of them. */
export async function isDemonstrationPerson(world: World, id: string): Promise<boolean> {
  const { rowCount } = await world.pool.query("SELECT 1 FROM person WHERE id = $1 AND email LIKE $2", [id, FICTIONAL]);
  return rowCount === 1;
}
