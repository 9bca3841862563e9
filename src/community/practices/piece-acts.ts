import type { SignedVisitor } from "#src/people/index.ts";
import { keepFile, type ReceivedFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { change } from "./acts.ts";
import { MOST_PIECES, type PracticePiece } from "./piece.ts";
import { addPiece, piecesOf, removePiece } from "./piece-store.ts";
import { isWritable } from "./practice.ts";

export interface NewPiece extends Pick<PracticePiece, "kind" | "description"> {
  readonly received: ReceivedFile;
  readonly captions: ReceivedFile | null;
}

/** Adds a piece to a practice that is still written. False where it waits for its reading, is online, or is full. */
export function joinPiece(world: World, visitor: SignedVisitor, practiceId: string, piece: NewPiece): Promise<boolean> {
  return change(world, visitor, practiceId, "practice-piece-added", async (found, { tx, at }) => {
    if (!isWritable(found.state) || (await piecesOf(tx, practiceId)).length >= MOST_PIECES) return false;
    const { received, captions } = piece;
    const by = { by: visitor.person.id, at };
    await keepFile(world, tx, received, by);
    if (captions !== null) await keepFile(world, tx, captions, by);
    await addPiece(tx, {
      ...piece,
      practiceId,
      fileId: received.stored.id,
      captionsId: captions?.stored.id ?? null,
      at,
    });
    return true;
  });
}

export function takePieceAway(world: World, visitor: SignedVisitor, practiceId: string, id: string): Promise<boolean> {
  return change(world, visitor, practiceId, "practice-piece-removed", async (found, { tx }) =>
    isWritable(found.state) ? removePiece(tx, practiceId, id) : false,
  );
}
