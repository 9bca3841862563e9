import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { PieceFile, PieceKind, PracticePiece } from "./piece.ts";

function query(tx: Tx) {
  return tx
    .selectFrom("practice_piece as p")
    .innerJoin("file as f", "f.id", "p.file_id")
    .leftJoin("file as c", "c.id", "p.captions_file_id")
    .select(["p.id", "p.kind", "p.description"])
    .select(["f.id as file_id", "f.name", "f.media_type", "f.size", "f.scan"])
    .select(["c.id as c_id", "c.name as c_name", "c.media_type as c_type", "c.size as c_size", "c.scan as c_scan"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function read(row: Row): PracticePiece {
  return {
    id: row.id,
    kind: row.kind as PieceKind,
    description: row.description,
    file: { id: row.file_id, name: row.name, mediaType: row.media_type, size: row.size, scan: row.scan },
    captions: captionsOf(row),
  };
}

function captionsOf({ c_id: id, c_name: name, c_type: mediaType, c_size: size, c_scan: scan }: Row): PieceFile | null {
  if (id === null || name === null || mediaType === null || size === null || scan === null) return null;
  return { id, name, mediaType, size, scan };
}

/** In the order they were added. */
export async function piecesOf(tx: Tx, practiceId: string): Promise<readonly PracticePiece[]> {
  const rows = await query(tx).where("p.practice_id", "=", practiceId).orderBy("p.added_at").orderBy("p.id").execute();
  return rows.map(read);
}

export async function addPiece(
  tx: Tx,
  piece: Pick<PracticePiece, "kind" | "description"> & {
    readonly practiceId: string;
    readonly fileId: string;
    readonly captionsId: string | null;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("practice_piece")
    .values({
      practice_id: piece.practiceId,
      kind: piece.kind,
      file_id: piece.fileId,
      captions_file_id: piece.captionsId,
      description: piece.description,
      added_at: piece.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Takes a piece away; a trigger lets go of its bytes. False where there is none. */
export async function removePiece(tx: Tx, practiceId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("practice_piece")
    .where("practice_id", "=", practiceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
