import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";
import { aboutParty, keyOfSubject } from "../../checks/finding.ts";

/** What is left to look at in a file: what the rules answered as it was filed, with what persons concluded since. */
export interface Points {
  readonly unmet: number;
  readonly unknown: number;
  readonly toAssess: number;
  /** Doubts of the text that change the amount and that nobody closed. */
  readonly doubts: number;
}

/** A criterion as filed: its id, its status, the party it is about. */
export type FiledCriterion = readonly [id: string, status: string, party: number | null];

/** The last conclusion on a subject, with what the machine answered then. */
export interface LastFinding {
  readonly subject: string;
  readonly about: string;
  readonly machine: string | null;
  readonly conclusion: string;
}

/** A person's conclusion counts while the machine answers what it did when it was made. */
export function pointsOf(
  criteria: readonly FiledCriterion[],
  doubts: readonly string[],
  findings: readonly LastFinding[],
): Points {
  const last = new Map(findings.map((one) => [keyOfSubject(one.subject, one.about), one]));
  const closed = new Set(findings.map(({ subject }) => subject));
  const statuses = criteria.map(([id, status, party]) => {
    const finding = last.get(keyOfSubject(id, aboutParty(party ?? undefined)));
    return finding !== undefined && finding.machine === status ? finding.conclusion : status;
  });
  const count = (status: string) => statuses.filter((one) => one === status).length;
  return {
    unmet: count("not-met"),
    unknown: count("unknown"),
    toAssess: count("to-assess"),
    doubts: doubts.filter((id) => !closed.has(id)).length,
  };
}

/** The points of these files, at their last revision. */
export async function pointsIn(tx: Tx, files: readonly string[]): Promise<ReadonlyMap<string, Points>> {
  if (files.length === 0) return new Map();
  const ids = sql`${[...files]}::uuid[]`;
  const { rows: filed } = await sql<{ id: string; criteria: readonly FiledCriterion[]; doubts: readonly string[] }>`
    SELECT r.application_id AS id, p.criteria, p.doubts
    FROM application a JOIN revision r ON r.application_id = a.id AND r.number = a.revision
    CROSS JOIN LATERAL points_of(r.assessment) AS p
    WHERE a.id = ANY (${ids})`.execute(tx);
  const { rows: findings } = await sql<LastFinding & { readonly id: string }>`
    SELECT DISTINCT ON (f.application_id, f.subject, f.about) f.application_id AS id, f.subject, f.about,
      f.machine_status AS machine, f.conclusion
    FROM finding f WHERE f.application_id = ANY (${ids})
    ORDER BY f.application_id, f.subject, f.about, f.made_at DESC`.execute(tx);
  const byFile = Map.groupBy(findings, ({ id }) => id);
  return new Map(filed.map(({ id, criteria, doubts }) => [id, pointsOf(criteria, doubts, byFile.get(id) ?? [])]));
}
