import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import type { YearPlan, YearPlanContent } from "./plan.ts";

const PLAN = ["year", "state", "operator", "sources", "remaining_cost", "no_show", "presentation", "version"] as const;

export async function findPlan(tx: Tx, year: number): Promise<YearPlan | null> {
  const row = await tx.selectFrom("year_plan").select(PLAN).where("year", "=", year).executeTakeFirst();
  return row === undefined ? null : planOf(row);
}

export async function listPlans(tx: Tx): Promise<readonly YearPlan[]> {
  const rows = await tx.selectFrom("year_plan").select(PLAN).orderBy("year", "desc").execute();
  return rows.map(planOf);
}

function planOf(row: {
  readonly year: number;
  readonly state: string;
  readonly operator: unknown;
  readonly sources: unknown;
  readonly remaining_cost: unknown;
  readonly no_show: unknown;
  readonly presentation: string;
  readonly version: number;
}): YearPlan {
  return {
    year: row.year,
    state: row.state as YearPlan["state"],
    operator: row.operator as YearPlan["operator"],
    sources: row.sources as YearPlan["sources"],
    remainingCost: row.remaining_cost as YearPlan["remainingCost"],
    noShow: row.no_show as YearPlan["noShow"],
    presentation: row.presentation,
    version: row.version,
  };
}

/** Writes the plan of a year, made here the first time. */
export async function savePlan(
  tx: Tx,
  at: Temporal.Instant,
  year: number,
  content: YearPlanContent,
  state: YearPlan["state"],
): Promise<void> {
  const columns = {
    state,
    operator: json(content.operator),
    sources: json(content.sources),
    remaining_cost: content.remainingCost === null ? null : json(content.remainingCost),
    no_show: content.noShow === null ? null : json(content.noShow),
    presentation: content.presentation,
    updated_at: at.toString(),
  };
  await tx
    .insertInto("year_plan")
    .values({ year, ...columns })
    .onConflict((conflict) =>
      conflict.column("year").doUpdateSet((eb) => ({ ...columns, version: eb("year_plan.version", "+", 1) })),
    )
    .execute();
}
