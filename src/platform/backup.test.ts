import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { backup, restore } from "./backup.ts";
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
    await postMail(tx, source.clock.now(), { to: "camille@exemple.fr", subject: "En attente", body: "…" });
  });
  await backup(source.world.pool, source.world.files, folder);
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true, force: true });
});

const everything = (world: TestWorld) =>
  world.inTx(async (tx) => ({
    people: await tx.selectFrom("person").selectAll().execute(),
    members: await tx.selectFrom("membership").selectAll().execute(),
    journal: await tx.selectFrom("journal").selectAll().execute(),
    files: await tx.selectFrom("file").selectAll().execute(),
    mails: await tx.selectFrom("mail").selectAll().execute(),
  }));

it("brings everything back in an empty service: rows, files, journal, waiting work", async () => {
  const target = await openTestWorld();
  try {
    await restore(target.world.pool, target.world.files, folder);
    expect(JSON.stringify(await everything(target))).toBe(JSON.stringify(await everything(source)));
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

it("refuses a damaged backup, and leaves nothing of it", async () => {
  const damaged = join(folder, "files", fileId);
  const before = readFileSync(damaged);
  writeFileSync(damaged, "autre chose");
  const target = await openTestWorld();
  try {
    await expect(restore(target.world.pool, target.world.files, folder)).rejects.toThrow(/abîmée/);
    expect((await everything(target)).people).toEqual([]);
  } finally {
    writeFileSync(damaged, before);
    await target.close();
  }
});
