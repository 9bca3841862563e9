import type { Tx } from "#src/platform/database/database.ts";
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
export async function registersOf(tx: Tx, sirens: readonly string[]): Promise<ReadonlyMap<string, Register>> {
  if (sirens.length === 0) return new Map();
  const asked = await tx
    .selectFrom("company_lookup")
    .select(["siren", "answer", "fetched_at"])
    .where("siren", "in", sirens)
    .execute();
  const known = await tx
    .selectFrom("organisation")
    .select([
      "siren",
      "main_activity",
      "declaration_number",
      "qualiopi",
      "qualiopi_categories",
      "headcount_band",
      "source",
      "looked_up_at",
    ])
    .where("siren", "in", sirens)
    .execute();
  const registers = new Map<string, Register>();
  for (const { siren, answer, fetched_at } of asked) {
    const company = answer as Company;
    registers.set(siren, {
      activity: company.mainActivity,
      declaration: company.declarationNumber,
      qualiopi: company.qualiopi,
      categories: [],
      headcountBand: company.headcountBand,
      source: "directory",
      readAt: fetched_at.toString(),
    });
  }
  for (const row of known) {
    registers.set(row.siren, {
      activity: row.main_activity,
      declaration: row.declaration_number,
      qualiopi: row.qualiopi,
      categories: row.qualiopi_categories as readonly QualiopiCategory[],
      headcountBand: row.headcount_band,
      source: row.source === "directory" ? "directory" : "declared",
      readAt: row.looked_up_at === null ? null : row.looked_up_at.toString(),
    });
  }
  return registers;
}
