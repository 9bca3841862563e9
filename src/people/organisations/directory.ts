import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { sirenOf } from "#policy/index.ts";
import { json } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { type Company, readDirectoryAnswer } from "./company.ts";

/** What the public directory of companies says of a SIRET. */
export type Lookup =
  | { readonly status: "found"; readonly company: Company; readonly at: Temporal.Instant }
  /** It answered, and does not hold it: very new, or not to be published. */
  | { readonly status: "unknown" }
  /** No answer in time, or one that is not an answer: people type the data themselves. */
  | { readonly status: "unreachable" };

const TIME_OUT = 3_000;
const KEPT_DAYS = 7;

/**
 * Looks a SIRET up. An answer is kept for seven days, so that the directory is asked once. When it refuses (it allows
 * seven requests a second) or is silent, it is not asked again for this page: the person goes on without it.
 */
export async function lookUpCompany(world: World, siret: string): Promise<Lookup> {
  const siren = sirenOf(siret);
  const kept = await keptAnswer(world, siren);
  if (kept !== null && holds(kept.company, siret)) return { status: "found", ...kept };
  const fetched = await fetchCompany(world, siret);
  if (fetched.status !== "found") return fetched;
  const company = kept === null ? fetched.company : withEstablishmentsOf(fetched.company, kept.company);
  await keep(world, company, fetched.at);
  return { ...fetched, company };
}

function holds(company: Company, siret: string): boolean {
  return company.establishments.some((one) => one.siret === siret);
}

function withEstablishmentsOf(fresh: Company, older: Company): Company {
  const known = new Set(fresh.establishments.map((one) => one.siret));
  return {
    ...fresh,
    establishments: [...fresh.establishments, ...older.establishments.filter((one) => !known.has(one.siret))],
  };
}

async function fetchCompany(world: World, siret: string): Promise<Lookup> {
  const url = `${world.config.companyDirectoryUrl}/search?q=${siret}&page=1&per_page=1`;
  try {
    const response = await fetch(url, {
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(TIME_OUT),
    });
    if (!response.ok) {
      world.log.warn({ status: response.status }, "the directory of companies refused");
      return { status: "unreachable" };
    }
    const company = readDirectoryAnswer(await response.json(), sirenOf(siret));
    return company === null ? { status: "unknown" } : { status: "found", company, at: world.clock.now() };
  } catch (error) {
    world.log.warn({ reason: (error as Error).name }, "the directory of companies did not answer");
    return { status: "unreachable" };
  }
}

async function keptAnswer(world: World, siren: string): Promise<{ company: Company; at: Temporal.Instant } | null> {
  const oldest = world.clock.now().subtract({ hours: KEPT_DAYS * 24 });
  const row = await world.db
    .selectFrom("company_lookup")
    .select(["answer", "fetched_at"])
    .where("siren", "=", siren)
    .where("fetched_at", ">=", sql<Temporal.Instant>`${oldest.toString()}::timestamptz`)
    .executeTakeFirst();
  return row === undefined ? null : { company: row.answer as Company, at: row.fetched_at };
}

async function keep(world: World, company: Company, at: Temporal.Instant): Promise<void> {
  const columns = { answer: json(company), fetched_at: at.toString() };
  await world.db
    .insertInto("company_lookup")
    .values({ siren: company.siren, ...columns })
    .onConflict((conflict) => conflict.column("siren").doUpdateSet(columns))
    .execute();
}
