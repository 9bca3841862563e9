import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "../src/platform/database/embedded.ts";
import { migrate } from "../src/platform/database/migrate.ts";

/** Writes src/platform/database/schema.ts: the types of every table, read off a database made by the migrations. */
const folder = mkdtempSync(join(tmpdir(), "essaim-schema-"));
// Open to the account that PostgreSQL runs under when root starts it.
chmodSync(folder, 0o755);
const database = await startEmbedded(folder);
try {
  const pool = new pg.Pool({ connectionString: database.url });
  await migrate(pool, join(import.meta.dirname, "../migrations")).finally(() => pool.end());
  const out = process.argv[2] ?? join(import.meta.dirname, "../src/platform/database/schema.ts");
  execFileSync(
    "kysely-codegen",
    [
      "--dialect=postgres",
      `--url=${database.url}`,
      `--out-file=${out}`,
      "--date-parser=string",
      "--numeric-parser=number",
      `--type-mapping=${JSON.stringify({ timestamptz: "Moment", int8: "number", jsonb: "Json" })}`,
    ],
    { stdio: "inherit" },
  );
  writeFileSync(
    out,
    readFileSync(out, "utf8").replace(
      /^import type/m,
      'import type { Json, Moment } from "./columns.ts";\nimport type',
    ),
  );
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
