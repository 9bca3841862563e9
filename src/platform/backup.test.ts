import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { backup, restore } from "./backup.ts";
import { json } from "./database/database.ts";
import { record } from "./journal.ts";
import { verifyJournal } from "./journal-verification.ts";
import { postMail } from "./mail.ts";

const folder = mkdtempSync(join(tmpdir(), "essaim-backup-"));
let source: TestWorld;
let fileId: string;

beforeAll(async () => {
  source = await openTestWorld();
  const stored = await source.world.files.write(Readable.from([Buffer.from("pièce jointe")]), 1000);
  fileId = stored.id;
  await source.inTx(async (tx) => {
    await tx
      .insertInto("file")
      .values({
        id: stored.id,
        name: "pièce.txt",
        media_type: "text/plain",
        size: stored.size,
        sha256: stored.sha256,
        scan: "not-configured",
        stored_at: source.clock.now().toString(),
      })
      .execute();
    await tx.insertInto("person").values({ id: "p1", name: "Camille Exemple", email: "camille@exemple.fr" }).execute();
    const { id } = await tx
      .insertInto("organisation")
      .values({ kind: "training-body", siren: "000000018", name: "Organisme fictif", source: "declared" })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tx.insertInto("membership").values({ person_id: "p1", organisation_id: id, role: "owner" }).execute();
    await record(tx, {
      chain: `organisation:${id}`,
      at: source.clock.now(),
      actor: "p1",
      organisation: id,
      act: "organisation-created",
      details: { name: "é" },
      visibleToApplicant: true,
    });
    const at = source.clock.now().toString();
    const { id: application } = await tx
      .insertInto("application")
      .values({
        number: "AC-2026-00001",
        scheme: "appui-conseil",
        framework: "2025-07-15",
        organisation_id: id,
        state: "submitted",
        created_by: "p1",
        created_at: at,
        updated_at: at,
        submitted_at: at,
        raw: json({ "structures.0.name": "L’Été « fictif »\n2" }),
        raw_saved_at: at,
        commune: "97411",
        revision: 1,
        requested_aid: 1_750_000,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const frozen = { raw: json({}), facts: json({ a: null }), attachments: json([]), declarations: json([]) };
    await tx
      .insertInto("revision")
      .values({
        ...frozen,
        application_id: application,
        number: 1,
        assessment: json({ aid: 1_750_000 }),
        framework: "2025-07-15",
        rule_set_hash: "x",
        cause: "submission",
        made_by: "p1",
        made_at: at,
        hash: "y",
      })
      .execute();
    await sql`SELECT save_search(${application}::uuid, 'Formation d’été')`.execute(tx);
    const why = { because: "vous avez déposé", always: "Il est toujours envoyé." };
    const mail = { to: "camille@exemple.fr", subject: "En attente", paragraphs: ["…"], why };
    await postMail(source.world, tx, source.clock.now(), mail);
  });
  await backup(source.world.pool, source.world.files, folder);
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Left out of a backup, or written by the migrations. */
const NOT_KEPT = ["migration", "session", "verification", "rate_limit"];

/** Every row of every table, by the table's name. */
const everything = (world: TestWorld) =>
  world.inTx(async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`.execute(tx);
    const held: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};
    for (const { name } of tables.filter((table) => !NOT_KEPT.includes(table.name))) {
      const { rows } = await sql<{ row: Record<string, unknown> }>`
        SELECT to_jsonb(t) AS row FROM ${sql.table(name)} t ORDER BY to_jsonb(t)`.execute(tx);
      held[name] = rows.map(({ row }) => row);
    }
    return held;
  });

const found = (world: TestWorld, words: string) =>
  world.inTx(async (tx) => {
    await sql`SELECT set_config('essaim.search', ${words}, true)`.execute(tx);
    return (await tx.selectFrom("application_search").select("application_id").execute()).length;
  });

it("brings everything back in an empty service: rows, files, journal, waiting work", async () => {
  const target = await openTestWorld();
  try {
    await restore(target.world.pool, target.world.files, folder);
    const [back, before] = [await everything(target), await everything(source)];
    expect(back).toEqual(before);
    for (const table of ["application", "revision", "application_search", "journal", "journal_head", "file", "mail"])
      expect([table, back[table]?.length]).toEqual([table, 1]);
    // Computed by the database, here as there.
    expect(back.application?.[0]).toMatchObject({ commune: "97411", department: "974" });
    expect([await found(target, "ete"), await found(target, "hiver")]).toEqual([1, 0]);
    expect(await text(target.world.files.read(fileId))).toBe("pièce jointe");
    expect((await verifyJournal(target.world.db)).faults).toEqual([]);
    const jobs = await target.world.pool.query("SELECT task_identifier FROM graphile_worker.jobs");
    expect(jobs.rows).toEqual([{ task_identifier: "send-mail" }]);
    await target.inTx((tx) =>
      record(tx, {
        chain: "person:p1",
        at: target.clock.now(),
        actor: null,
        organisation: null,
        act: "after-restore",
        details: {},
        visibleToApplicant: false,
      }),
    );
  } finally {
    await target.close();
  }
});

it("never writes over a service that holds something", async () => {
  await expect(restore(source.world.pool, source.world.files, folder)).rejects.toThrow(/n’est pas vide/);
});

it("never writes over an earlier backup", async () => {
  const manifest = join(folder, "manifest.json");
  const before = [readFileSync(manifest), readFileSync(join(folder, "files", fileId))];
  await expect(backup(source.world.pool, source.world.files, folder)).rejects.toThrow(/n’est pas vide/);
  expect([readFileSync(manifest), readFileSync(join(folder, "files", fileId))]).toEqual(before);
});

it("takes a folder that was cut before its end for no backup", async () => {
  const cut = mkdtempSync(join(tmpdir(), "essaim-backup-cut-"));
  try {
    await expect(restore(source.world.pool, source.world.files, cut)).rejects.toThrow(/il y manque manifest\.json/);
    writeFileSync(join(cut, "manifest.json"), '{"format":');
    await expect(restore(source.world.pool, source.world.files, cut)).rejects.toThrow(/est abîmé/);
  } finally {
    rmSync(cut, { recursive: true, force: true });
  }
});

it("refuses a damaged backup, and leaves nothing of it", async () => {
  const damaged = join(folder, "files", fileId);
  const before = readFileSync(damaged);
  writeFileSync(damaged, "autre chose");
  const target = await openTestWorld();
  try {
    await expect(restore(target.world.pool, target.world.files, folder)).rejects.toThrow(/abîmée/);
    expect((await everything(target)).person).toEqual([]);
  } finally {
    writeFileSync(damaged, before);
    await target.close();
  }
});
