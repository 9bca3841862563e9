import type { JSX } from "preact";
import { ActionForm, Button, FileList, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Piece } from "./piece.ts";

/** Photographs with what they show, and documents: on the page of the occasion, or on that of a registration. */
export function PiecesPart(props: {
  readonly pieces: readonly Piece[];
  readonly hrefOf: (piece: Piece) => string;
  readonly title: string;
}): JSX.Element | null {
  const { pieces, hrefOf } = props;
  if (pieces.length === 0) return null;
  const photographs = pieces.filter((one) => one.kind === "photograph");
  const documents = pieces.filter((one) => one.kind === "document");
  return (
    <Section id="apres" title={props.title}>
      {photographs.length > 0 && (
        <ul class="es-photographs">
          {photographs.map((piece) => (
            <li key={piece.id}>
              <img src={hrefOf(piece)} alt={piece.description} loading="lazy" decoding="async" />
            </li>
          ))}
        </ul>
      )}
      {documents.length > 0 && (
        <FileList
          files={documents.map((piece) => ({ name: piece.description, size: piece.file.size, href: hrefOf(piece) }))}
        />
      )}
    </Section>
  );
}

/** Where who registered sees whether they agreed to be photographed, and changes their mind. */
export function PhotoAccord(props: { readonly agrees: boolean; readonly ticket: string }): JSX.Element {
  const { agrees, ticket } = props;
  return (
    <Section title="Photographies de vous">
      <p>
        {agrees
          ? "Vous êtes d’accord pour paraître sur des photographies. Si vous reprenez cet accord, celles où l’on vous reconnaît sont effacées aussitôt."
          : "Vous n’avez pas donné votre accord : aucune photographie où l’on vous reconnaît ne paraît ici."}
      </p>
      <ActionForm action={urls.registrationPhotographs.href({ ticket })} fields={{ accord: agrees ? "non" : "oui" }}>
        <Button variant="secondary" size="sm">
          {agrees ? "Reprendre mon accord" : "Donner mon accord"}
        </Button>
      </ActionForm>
    </Section>
  );
}
