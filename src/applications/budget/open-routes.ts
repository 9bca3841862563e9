import type { GrantedAid, OpenScheme } from "#policy/index.ts";
import type { Application } from "#src/life/index.ts";
import {
  findApplication,
  maySeeAsApplicant,
  type OpenApplication,
  openApplication,
  policyDay,
  regimeAidsTold,
  schemeOf,
} from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { idParam, notFound, type RequestContext, requireSignedIn } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { type BudgetTable, budgetTable } from "./table.ts";

export interface OpenBudget {
  readonly file: OpenApplication;
  readonly table: BudgetTable;
}

/** The budget of the request that an address names, wholly read. What has no such table is not there. */
export async function openBudget(c: RequestContext, world: World): Promise<OpenBudget> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const file = await inTransaction(world.db, readerOf(visitor), (tx) => openApplication(tx, id, world.clock.now()));
  if (file === null || !maySeeAsApplicant(visitor, file.application)) return notFound();
  const table = budgetTable(file.reading.scheme);
  return table === null ? notFound() : { file, table };
}

export interface RawBudget {
  readonly application: Application;
  readonly scheme: OpenScheme;
  readonly table: BudgetTable;
  readonly grantedAids: readonly GrantedAid[];
}

/** The same as it is written, without a rule asked: for what must answer while one types. */
export async function findBudget(c: RequestContext, world: World): Promise<RawBudget> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const application = await findApplication(tx, id);
    if (application === null || !maySeeAsApplicant(visitor, application)) return null;
    const { scheme } = schemeOf(application, policyDay(world.clock.now()));
    return { application, scheme, grantedAids: await regimeAidsTold(tx, application, scheme) };
  });
  const table = found === null ? null : budgetTable(found.scheme);
  return found === null || table === null ? notFound() : { ...found, table };
}
