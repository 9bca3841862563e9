import { LARGEST_FILE, PICTURE_TYPES } from "#src/platform/receiving/index.ts";

/** What stands beside the words of a practice: a picture, a video with its captions, a file to take away. */
export type PieceKind = "picture" | "video" | "document";

export interface PieceFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly scan: string;
}

export interface PracticePiece {
  readonly id: string;
  readonly kind: PieceKind;
  /** What it shows, for who does not see it; what a file is. */
  readonly description: string;
  readonly file: PieceFile;
  readonly captions: PieceFile | null;
}

/** How many a practice holds: it is read, not leafed through. */
export const MOST_PIECES = 12;

/** A few minutes filmed with a telephone, compressed. */
const LARGEST_VIDEO = 100_000_000;

export interface PieceLook {
  readonly word: string;
  /** How an address says it. */
  readonly value: string;
  readonly types: readonly string[];
  readonly largest: number;
}

export const pieceLooks: Readonly<Record<PieceKind, PieceLook>> = {
  picture: { word: "image", value: "image", types: PICTURE_TYPES, largest: LARGEST_FILE },
  video: { word: "vidéo", value: "video", types: ["video/mp4"], largest: LARGEST_VIDEO },
  document: {
    word: "fichier",
    value: "fichier",
    types: ["application/pdf", "image/jpeg", "application/vnd.oasis.opendocument.text"],
    largest: LARGEST_FILE,
  },
};

export const CAPTION_TYPES: readonly string[] = ["text/vtt"];

export function isReadable(piece: PracticePiece): boolean {
  const files = piece.captions === null ? [piece.file] : [piece.file, piece.captions];
  return files.every((file) => file.scan !== "pending" && file.scan !== "infected");
}
