import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { nextNumber } from "#src/life/index.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import type { CommissionReport } from "./letters/commission-report.ts";

export interface IssuedReport {
  readonly id: string;
  readonly number: string;
  readonly sessionOn: string;
  readonly files: number;
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string | null;
}

/** Files in these states, first filed first: those that the next report may lay before the Commission. */
export async function reportableIds(tx: Tx, states: readonly string[]): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("application")
    .select("id")
    .where("state", "in", states)
    .orderBy("submitted_at")
    .limit(200)
    .execute();
  return rows.map((row) => row.id);
}

/** The last reports, last first. */
export async function listReports(tx: Tx): Promise<readonly IssuedReport[]> {
  const { rows } = await sql<IssuedReport>`${reports} ORDER BY r.made_at DESC LIMIT 50`.execute(tx);
  return rows;
}

export async function findReport(tx: Tx, id: string): Promise<IssuedReport | null> {
  const { rows } = await sql<IssuedReport>`${reports} WHERE r.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** The last report that lays each of these files before the Commission; those that none does are not there. */
export async function lastReportOf(
  tx: Tx,
  applications: readonly string[],
): Promise<ReadonlyMap<string, Pick<IssuedReport, "id" | "number" | "sessionOn">>> {
  const { rows } = await sql<Pick<IssuedReport, "id" | "number" | "sessionOn"> & { readonly application: string }>`
    SELECT DISTINCT ON (a.id) a.id AS application, r.id, r.number, r.session_on AS "sessionOn"
    FROM unnest(${[...applications]}::uuid[]) AS a (id) JOIN commission_report r ON a.id = ANY (r.applications)
    ORDER BY a.id, r.made_at DESC, r.number DESC`.execute(tx);
  return new Map(rows.map(({ application, ...report }) => [application, report]));
}

/** The report that lays a file before the Commission, and what is known of its vote from the other files of it. */
export interface Laid {
  readonly number: string;
  /** ISO day of the session. */
  readonly sessionOn: string;
  /** The number under which another file of the report was voted; null where none was yet. */
  readonly deliberation: string | null;
}

export async function laidBefore(tx: Tx, application: string): Promise<Laid | null> {
  const { rows } = await sql<Laid>`
    SELECT r.number, r.session_on AS "sessionOn",
      (SELECT w.deliberation FROM award w WHERE w.application_id = ANY (r.applications) AND w.decided_on = r.session_on
       ORDER BY w.recorded_at DESC LIMIT 1) AS deliberation
    FROM commission_report r WHERE ${application}::uuid = ANY (r.applications)
    ORDER BY r.made_at DESC, r.number DESC LIMIT 1`.execute(tx);
  return rows[0] ?? null;
}

const reports = sql`SELECT r.id, r.number, r.session_on AS "sessionOn", cardinality(r.applications) AS files, r.file_id AS "fileId",
      f.name, f.size, r.made_at AS "madeAt", p.name AS "madeBy"
    FROM commission_report r JOIN file f ON f.id = r.file_id LEFT JOIN person p ON p.id = r.made_by`;

export async function nextReportNumber(tx: Tx, year: number): Promise<string> {
  return `RCP-${year}-${String(await nextNumber(tx, `commission-report-${year}`)).padStart(4, "0")}`;
}

/** Keeps a report: numbered, never changed. */
export async function addReport(
  world: Pick<World, "files">,
  tx: Tx,
  report: {
    readonly number: string;
    readonly data: CommissionReport;
    readonly pdf: Uint8Array;
    readonly applications: readonly string[];
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const stored = await world.files.write(Readable.from([Buffer.from(report.pdf)]), Number.MAX_SAFE_INTEGER);
  await tx
    .insertInto("file")
    .values({
      id: stored.id,
      name: `rapport-${report.number}.pdf`,
      media_type: "application/pdf",
      size: stored.size,
      sha256: createHash("sha256").update(report.pdf).digest("hex"),
      scan: "clean",
      stored_at: report.at,
      stored_by: report.by,
    })
    .execute();
  const { id } = await tx
    .insertInto("commission_report")
    .values({
      number: report.number,
      session_on: report.data.sessionOn,
      applications: [...report.applications],
      file_id: stored.id,
      data: json(report.data),
      made_by: report.by,
      made_at: report.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(tx, {
    chain: `commission-report:${id}`,
    at: report.at,
    actor: report.by,
    organisation: null,
    act: "commission-report-made",
    details: { number: report.number, applications: report.applications },
    visibleToApplicant: false,
  });
  return id;
}
