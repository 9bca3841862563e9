import type { JSX } from "preact";
import { acceptOf, typesInWords } from "#src/platform/receiving/index.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  ErrorSummary,
  FileField,
  FileList,
  Form,
  KEPT_BUT_FILE,
  LinkButton,
  PageHeader,
  Section,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { CAPTION_TYPES, MOST_PIECES, type PieceKind, type PracticePiece, pieceLooks } from "./piece.ts";
import type { Practice } from "./practice.ts";

export interface PiecesPageProps {
  readonly practice: Practice;
  readonly pieces: readonly PracticePiece[];
  /** The form that was refused, with what was typed and each error by its field. */
  readonly refused: {
    readonly kind: PieceKind;
    readonly description: string;
    readonly errors: Readonly<Record<string, string>>;
  } | null;
}

/** The pictures, videos and files of a practice that is still written. */
export function PiecesPage(props: PiecesPageProps): JSX.Element {
  const { practice, pieces, refused } = props;
  const { slug } = practice;
  const errors = Object.entries(refused?.errors ?? {}).map(([name, message]) => ({ name, message }));
  return (
    <>
      <ErrorSummary errors={errors} kept={KEPT_BUT_FILE} />
      <PageHeader
        eyebrow={practice.title}
        title="Images, vidéos et fichiers"
        lead={`${MOST_PIECES} au plus. Ils paraissent avec la pratique, une fois qu’elle est relue.`}
        actions={
          <LinkButton variant="secondary" icon="arrow-left" href={urls.practice.href({ slug })}>
            Revenir à la pratique
          </LinkButton>
        }
      />
      <Section title="Déjà là">
        <FileList
          empty="Rien pour l’instant."
          files={pieces.map((piece) => ({
            name: piece.description,
            size: piece.file.size,
            href: urls.practicePiece.href({ slug, piece: piece.id }),
            note: piece.kind === "video" ? "vidéo sous-titrée" : pieceLooks[piece.kind].word,
            action: (
              <ActionForm action={urls.practicePieceRemoval.href({ slug, piece: piece.id })}>
                <Button variant="tertiary" size="sm" icon="trash" context={piece.description}>
                  Retirer
                </Button>
              </ActionForm>
            ),
          }))}
        />
      </Section>
      {pieces.length < MOST_PIECES &&
        (["picture", "video", "document"] as const).map((kind) => <PieceForm key={kind} {...props} kind={kind} />)}
    </>
  );
}

const asked: Readonly<Record<PieceKind, { readonly title: string; readonly label: string; readonly hint: string }>> = {
  picture: {
    title: "Ajouter une image",
    label: "Que voit-on ?",
    hint: "Lu à qui ne voit pas l’image. Les personnes reconnaissables doivent avoir donné leur accord.",
  },
  video: {
    title: "Ajouter une vidéo",
    label: "Que montre-t-elle ?",
    hint: "En une phrase. Les personnes reconnaissables doivent avoir donné leur accord.",
  },
  document: { title: "Ajouter un fichier", label: "Qu’est-ce que c’est ?", hint: "« La grille que nous utilisons »." },
};

const fileLabels: Readonly<Record<PieceKind, string>> = {
  picture: "L’image",
  video: "La vidéo",
  document: "Le fichier",
};

/** Names of fields, apart from one form to the other: one page holds the three. */
export function fieldsOf(kind: PieceKind) {
  const { value } = pieceLooks[kind];
  return { description: `${value}-description`, file: value, captions: `${value}-sous-titres` };
}

function PieceForm(props: PiecesPageProps & { readonly kind: PieceKind }): JSX.Element {
  const { kind, practice, refused } = props;
  const { title, label, hint } = asked[kind];
  const { types, largest, value } = pieceLooks[kind];
  const names = fieldsOf(kind);
  const mine = refused?.kind === kind ? refused : null;
  return (
    <Section title={title}>
      <Form action={urls.practicePieces.href({ slug: practice.slug }, { genre: value })} label={title} multipart>
        <TextField
          name={names.description}
          label={label}
          hint={hint}
          value={mine?.description ?? ""}
          error={mine?.errors[names.description]}
          maxLength={300}
        />
        <FileField
          name={names.file}
          label={fileLabels[kind]}
          hint={`${typesInWords(types)}, ${largest / 1_000_000}\u00a0Mo au plus.`}
          accept={acceptOf(types)}
          maxSize={largest}
          error={mine?.errors[names.file]}
        />
        {kind === "video" && (
          <FileField
            name={names.captions}
            label="Ses sous-titres"
            hint="Un fichier WebVTT (.vtt) : sans lui, qui n’entend pas ne suit pas."
            accept={acceptOf(CAPTION_TYPES)}
            error={mine?.errors[names.captions]}
          />
        )}
        <ButtonBar>
          <Button variant="secondary" icon="plus">
            Ajouter
          </Button>
        </ButtonBar>
      </Form>
    </Section>
  );
}
