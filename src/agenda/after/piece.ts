import type { Temporal } from "temporal-polyfill";
import { PICTURE_TYPES } from "#src/platform/receiving/index.ts";
import type { Occasion } from "../occasions/occasion.ts";

/** What is kept of an occasion: photographs of it, and the documents that were shown there. */
export type PieceKind = "photograph" | "document";

/** Whom a document is for: anyone, or those who registered. */
export type OpenTo = "everyone" | "registered";

export interface Piece {
  readonly id: string;
  readonly kind: PieceKind;
  /** What a photograph shows, for who does not see it; what a document is called. */
  readonly description: string;
  readonly openTo: OpenTo;
  /** How many of those who registered can be recognised on it. */
  readonly subjects: number;
  /** How the others who can be recognised gave their accord. */
  readonly accord: string;
  readonly file: {
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly scan: string;
  };
}

export const pieceTypes: Readonly<Record<PieceKind, readonly string[]>> = {
  photograph: PICTURE_TYPES,
  document: ["application/pdf", "image/jpeg", "application/vnd.oasis.opendocument.text"],
};

/** A document may be given beforehand; nothing is photographed before it begins. */
export function mayReceive(
  occasion: Pick<Occasion, "state" | "startsAt">,
  kind: PieceKind,
  now: Temporal.Instant,
): boolean {
  if (occasion.state !== "published") return false;
  return kind === "document" || occasion.startsAt.epochMilliseconds <= now.epochMilliseconds;
}

/** What the antivirus has seen, or was never asked to. */
export function isReadable(piece: Piece): boolean {
  return piece.file.scan !== "pending" && piece.file.scan !== "infected";
}
