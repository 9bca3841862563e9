import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { OpenTo, Piece, PieceKind } from "./piece.ts";

function query(tx: Tx) {
  return tx
    .selectFrom("occasion_piece as p")
    .innerJoin("file as f", "f.id", "p.file_id")
    .select(["p.id", "p.kind", "p.description", "p.open_to", "p.accord"])
    .select(["f.id as file_id", "f.name", "f.media_type", "f.size", "f.scan"])
    .select((eb) =>
      eb
        .selectFrom("piece_subject as s")
        .whereRef("s.piece_id", "=", "p.id")
        .select((one) => one.fn.countAll<number>().as("many"))
        .as("subjects"),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function read(row: Row): Piece {
  return {
    id: row.id,
    kind: row.kind as PieceKind,
    description: row.description,
    openTo: row.open_to as OpenTo,
    subjects: Number(row.subjects ?? 0),
    accord: row.accord,
    file: { id: row.file_id, name: row.name, mediaType: row.media_type, size: row.size, scan: row.scan },
  };
}

/** What is kept of an occasion and open to the transaction's reader, in the order it came. */
export async function listPieces(tx: Tx, occasionId: string): Promise<readonly Piece[]> {
  const rows = await query(tx)
    .where("p.occasion_id", "=", occasionId)
    .orderBy("p.added_at")
    .orderBy("p.id")
    .limit(200)
    .execute();
  return rows.map(read);
}

export async function findPiece(tx: Tx, occasionId: string, id: string): Promise<Piece | null> {
  const row = await query(tx).where("p.occasion_id", "=", occasionId).where("p.id", "=", id).executeTakeFirst();
  return row === undefined ? null : read(row);
}

export async function addPiece(
  tx: Tx,
  piece: Pick<Piece, "kind" | "description" | "openTo" | "accord"> & {
    readonly occasionId: string;
    readonly fileId: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto("occasion_piece")
    .values({
      occasion_id: piece.occasionId,
      kind: piece.kind,
      file_id: piece.fileId,
      description: piece.description,
      accord: piece.accord,
      open_to: piece.openTo,
      added_by: piece.by,
      added_at: piece.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function addSubjects(tx: Tx, pieceId: string, registrationIds: readonly string[]): Promise<void> {
  if (registrationIds.length === 0) return;
  const rows = registrationIds.map((id) => ({ piece_id: pieceId, registration_id: id }));
  await tx.insertInto("piece_subject").values(rows).execute();
}

/** Takes a piece away; a trigger lets go of its bytes. */
export async function removePiece(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("occasion_piece").where("id", "=", id).execute();
}

/** Takes away every photograph where somebody can be recognised. Gives how many. */
export async function removePhotographsOf(tx: Tx, registrationId: string): Promise<number> {
  const shown = await tx
    .selectFrom("piece_subject")
    .select("piece_id")
    .where("registration_id", "=", registrationId)
    .execute();
  for (const { piece_id: id } of shown) await removePiece(tx, id);
  return shown.length;
}
