import { act, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, json, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import type { ReadGrant } from "./read.ts";

/** A spreadsheet that was read, and what became of it. */
export interface GrantImport {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly ReadGrant[];
  readonly readBy: string | null;
  readonly readAt: string;
  readonly state: "read" | "confirmed" | "removed";
}

const chainOfImport = (id: string): string => `grant-import:${id}`;

/** Keeps what was read of a spreadsheet, to be looked at before it counts. */
export function keepImport(
  world: World,
  visitor: SignedVisitor,
  sheet: { readonly name: string; readonly sha256: string; readonly rows: readonly ReadGrant[] },
): Promise<string> {
  return act(world, visitor, async ({ tx, at, note }) => {
    const { id } = await tx
      .insertInto("grant_import")
      .values({
        name: sheet.name,
        sha256: sheet.sha256,
        rows: json(sheet.rows),
        read_by: visitor.person.id,
        read_at: at,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const details = { name: sheet.name, sha256: sheet.sha256, rows: sheet.rows.length };
    await note({ chain: chainOfImport(id), act: "past-grants-read", organisation: null, details, visible: false });
    return id;
  });
}

/** The last spreadsheets, the newest first. */
export function listImports(world: World): Promise<readonly GrantImport[]> {
  return inTransaction(world.db, "system", async (tx) => {
    const rows = await imports(tx).orderBy("i.id", "desc").limit(50).execute();
    return rows.map(importOf);
  });
}

export function findImport(world: World, id: string): Promise<GrantImport | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const row = await imports(tx).where("i.id", "=", id).executeTakeFirst();
    return row === undefined ? null : importOf(row);
  });
}

function imports(tx: Tx) {
  return tx
    .selectFrom("grant_import as i")
    .leftJoin("person as p", "p.id", "i.read_by")
    .select(["i.id", "i.name", "i.rows", "i.read_at", "i.confirmed_at", "i.removed_at", "p.name as reader"]);
}

function importOf(row: Awaited<ReturnType<ReturnType<typeof imports>["executeTakeFirstOrThrow"]>>): GrantImport {
  return {
    id: row.id,
    name: row.name,
    rows: row.rows as readonly ReadGrant[],
    readBy: row.reader,
    readAt: row.read_at.toString(),
    state: row.removed_at !== null ? "removed" : row.confirmed_at !== null ? "confirmed" : "read",
  };
}

/** Those of these aids that the service holds already, by position. */
export async function knownAmong(world: World, rows: readonly ReadGrant[]): Promise<ReadonlySet<number>> {
  const sirens = [...new Set(rows.map(({ siren }) => siren))];
  if (sirens.length === 0) return new Set();
  const held = await inTransaction(world.db, "system", (tx) =>
    tx
      .selectFrom("past_grant")
      .select(["siren", "scheme", "granted_on", "source"])
      .where("siren", "in", sirens)
      .execute(),
  );
  const keys = new Set(held.map((one) => keyOf(one.siren, one.scheme, one.granted_on, one.source)));
  return new Set(
    rows.flatMap((row, place) => (keys.has(keyOf(row.siren, row.scheme, row.grantedOn, row.source)) ? [place] : [])),
  );
}

function keyOf(...parts: readonly string[]): string {
  return parts.join("|");
}

/** Makes a spreadsheet count: all of its aids at once. A second press finds it done. */
export function confirmImport(world: World, visitor: SignedVisitor, id: string): Promise<"done" | "absent"> {
  return act(world, visitor, async ({ tx, at, note }) => {
    const found = await tx.selectFrom("grant_import").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
    if (found === undefined || found.removed_at !== null) return "absent";
    if (found.confirmed_at !== null) return "done";
    const rows = found.rows as unknown as readonly ReadGrant[];
    if (rows.length > 0) {
      await tx
        .insertInto("past_grant")
        .values(
          rows.map(({ siren, scheme, grantedOn, measures, source }) => ({
            siren,
            scheme,
            granted_on: grantedOn,
            measures: json(measures),
            source,
            import_id: id,
          })),
        )
        .execute();
    }
    const word = { confirmed_by: visitor.person.id, confirmed_at: at };
    await tx.updateTable("grant_import").set(word).where("id", "=", id).execute();
    const details = { rows: rows.length };
    await note({ chain: chainOfImport(id), act: "past-grants-confirmed", organisation: null, details, visible: false });
    return "done";
  });
}

/** Takes a spreadsheet back: its aids count no more, and what it said stays in the journal. */
export function removeImport(
  world: World,
  visitor: SignedVisitor,
  id: string,
  reason: string,
): Promise<"done" | "absent"> {
  return act(world, visitor, async ({ tx, at, note }) => {
    const found = await tx.selectFrom("grant_import").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
    if (found === undefined) return "absent";
    if (found.removed_at !== null) return "done";
    await tx.deleteFrom("past_grant").where("import_id", "=", id).execute();
    await tx.updateTable("grant_import").set({ removed_at: at }).where("id", "=", id).execute();
    await note({
      chain: chainOfImport(id),
      act: "past-grants-removed",
      organisation: null,
      details: { reason },
      visible: false,
    });
    return "done";
  });
}
