import { sql } from "kysely";
import { jobFamilies } from "#policy/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { departmentName } from "#src/territory/index.ts";
import { SEXES } from "../../registrations/trainee.ts";

/** How many registered and how many came, for one group of people. */
export interface AccessRow {
  readonly group: string;
  readonly registered: number;
  /** Those whose session is over: who came is told of them alone. */
  readonly awaited: number;
  readonly attended: number;
}

/** Equal access: who registers and who comes, by what each said of themselves and by their structure. */
export interface Access {
  readonly jobFamily: readonly AccessRow[];
  readonly sex: readonly AccessRow[];
  readonly department: readonly AccessRow[];
  readonly size: readonly AccessRow[];
  /** Training organisations of which nobody came that year: for their network to call. */
  readonly absent: readonly { readonly name: string; readonly department: string }[];
}

type Column = "t.job_family" | "t.sex" | "t.department" | "size";

/** As the service: the answers are read by nobody by name, and counted by the group alone. */
export async function readAccess(tx: Tx, year: number): Promise<Access> {
  return {
    jobFamily: await groups(tx, year, "t.job_family", (key) => jobFamilies[key] ?? key),
    sex: await groups(tx, year, "t.sex", (key) => SEXES[key as keyof typeof SEXES] ?? key),
    department: await groups(tx, year, "t.department", (key) => departmentName(key) ?? key),
    size: await groups(tx, year, "size", (key) => key),
    absent: await absentOrganisations(tx, year),
  };
}

async function groups(
  tx: Tx,
  year: number,
  column: Column,
  say: (key: string) => string,
): Promise<readonly AccessRow[]> {
  const size = sql`CASE WHEN o.headcount IS NULL THEN NULL WHEN o.headcount < 6 THEN 'Moins de 6 salariés'
    WHEN o.headcount < 20 THEN '6 à 19 salariés' WHEN o.headcount < 50 THEN '20 à 49 salariés' ELSE '50 salariés et plus' END`;
  const key = column === "size" ? size : sql.ref(column);
  const { rows } = await sql<{ key: string | null } & Omit<AccessRow, "group">>`
    SELECT ${key} AS key, count(*)::integer AS registered,
      count(*) FILTER (WHERE r.state = 'registered' AND s.closed_at IS NOT NULL)::integer AS awaited,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM presence p WHERE p.registration_id = r.id AND p.present AND p.signer <> 'trainee'))::integer AS attended
    FROM registration r
    JOIN training_session s ON s.occasion_id = r.occasion_id
    JOIN course c ON c.id = s.course_id
    LEFT JOIN trainee t ON t.registration_id = r.id
    LEFT JOIN organisation o ON o.id = r.organisation_id
    WHERE c.year = ${year} AND r.state IN ('registered', 'offered', 'waiting')
    GROUP BY 1 ORDER BY 2 DESC, 1`.execute(tx);
  return rows.map(({ key, ...counts }) => ({ group: key === null ? "Non dit" : say(key), ...counts }));
}

async function absentOrganisations(tx: Tx, year: number): Promise<Access["absent"]> {
  const { rows } = await sql<{ name: string; commune: string | null }>`
    SELECT o.name, (SELECT e.commune FROM establishment e WHERE e.organisation_id = o.id ORDER BY e.is_head DESC, e.siret LIMIT 1) AS commune
    FROM organisation o
    WHERE o.kind = 'training-body' AND NOT EXISTS (
      SELECT 1 FROM registration r JOIN training_session s ON s.occasion_id = r.occasion_id JOIN course c ON c.id = s.course_id
      JOIN presence p ON p.registration_id = r.id AND p.present
      WHERE r.organisation_id = o.id AND c.year = ${year})
    ORDER BY o.name LIMIT 200`.execute(tx);
  return rows.map(({ name, commune }) => ({
    name,
    department: commune === null ? "" : (departmentName(commune.slice(0, commune.startsWith("97") ? 3 : 2)) ?? ""),
  }));
}
