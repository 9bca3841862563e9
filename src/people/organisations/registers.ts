import { sql } from "kysely";
import { allOf, andThen, known, type Read, rowsOf } from "#src/platform/database/read.ts";
import type { Company } from "./company.ts";
import type { QualiopiCategory } from "./organisation.ts";

/** What public registers say of an organisation, and when they were read; what nobody said is null. */
export interface Register {
  /** NAF code: a hint, never a proof of what the organisation does. */
  readonly activity: string | null;
  /** Number of its declaration of activity. */
  readonly declaration: string | null;
  readonly qualiopi: boolean | null;
  readonly categories: readonly QualiopiCategory[];
  /** INSEE code of the size band. */
  readonly headcountBand: string | null;
  /** « directory » as the public directory answered, « declared » as its people typed it. */
  readonly source: "directory" | "declared";
  /** ISO instant of the reading; null where it was typed. */
  readonly readAt: string | null;
}

/** By SIREN: organisations of this service first, then those that the directory was asked about; others are not there. */
export function registersOf(sirens: readonly string[]): Read<ReadonlyMap<string, Register>> {
  if (sirens.length === 0) return known(new Map());
  const all = [...sirens];
  const asked = rowsOf(
    sql<Asked>`SELECT c.siren, c.answer, c.fetched_at FROM company_lookup c WHERE c.siren = ANY (${all})`,
    (rows) => rows,
  );
  const ours = rowsOf(
    sql<Known>`
      SELECT o.siren, o.main_activity, o.declaration_number, o.qualiopi, o.qualiopi_categories, o.headcount_band, o.source,
        o.looked_up_at
      FROM organisation o WHERE o.siren = ANY (${all})`,
    (rows) => rows,
  );
  return andThen(allOf({ asked, ours }), (found) => registersFrom(found.asked, found.ours));
}

interface Asked {
  readonly siren: string;
  readonly answer: Company;
  readonly fetched_at: string;
}

interface Known {
  readonly siren: string;
  readonly main_activity: string | null;
  readonly declaration_number: string | null;
  readonly qualiopi: boolean | null;
  readonly qualiopi_categories: readonly QualiopiCategory[];
  readonly headcount_band: string | null;
  readonly source: string;
  readonly looked_up_at: string | null;
}

function registersFrom(asked: readonly Asked[], ours: readonly Known[]): ReadonlyMap<string, Register> {
  const registers = new Map<string, Register>();
  for (const { siren, answer, fetched_at: readAt } of asked) {
    registers.set(siren, {
      activity: answer.mainActivity,
      declaration: answer.declarationNumber,
      qualiopi: answer.qualiopi,
      categories: [],
      headcountBand: answer.headcountBand,
      source: "directory",
      readAt,
    });
  }
  for (const row of ours) {
    registers.set(row.siren, {
      activity: row.main_activity,
      declaration: row.declaration_number,
      qualiopi: row.qualiopi,
      categories: row.qualiopi_categories,
      headcountBand: row.headcount_band,
      source: row.source === "directory" ? "directory" : "declared",
      readAt: row.looked_up_at,
    });
  }
  return registers;
}
