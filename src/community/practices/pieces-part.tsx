import type { JSX } from "preact";
import { FileList } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { isReadable, type PracticePiece } from "./piece.ts";

/** Pictures and videos as they are shown, then the files to take away. */
export function PracticePieces(props: {
  readonly slug: string;
  readonly pieces: readonly PracticePiece[];
}): JSX.Element | null {
  const { slug } = props;
  const pieces = props.pieces.filter(isReadable);
  if (pieces.length === 0) return null;
  const hrefOf = (piece: PracticePiece) => urls.practicePiece.href({ slug, piece: piece.id });
  const documents = pieces.filter((one) => one.kind === "document");
  return (
    <div class="es-pieces">
      {pieces
        .filter((one) => one.kind !== "document")
        .map((piece) => (
          <figure key={piece.id}>
            {piece.kind === "picture" ? (
              <img src={hrefOf(piece)} alt={piece.description} loading="lazy" decoding="async" />
            ) : (
              <Video slug={slug} piece={piece} src={hrefOf(piece)} />
            )}
          </figure>
        ))}
      {documents.length > 0 && (
        <FileList
          files={documents.map((piece) => ({ name: piece.description, size: piece.file.size, href: hrefOf(piece) }))}
        />
      )}
    </div>
  );
}

function Video(props: { readonly slug: string; readonly piece: PracticePiece; readonly src: string }): JSX.Element {
  const { slug, piece, src } = props;
  return (
    <>
      <video controls preload="metadata" src={src} aria-label={piece.description}>
        <track
          kind="captions"
          srclang="fr"
          label="Français"
          src={urls.practiceCaptions.href({ slug, piece: piece.id })}
          default
        />
      </video>
      <figcaption>{piece.description}</figcaption>
    </>
  );
}
