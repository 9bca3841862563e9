import type { JSX } from "preact";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import { acceptOf, LARGEST_FILE, typesInWords } from "#src/platform/receiving/index.ts";
import {
  ActionForm,
  Button,
  CheckField,
  ChoiceField,
  ErrorSummary,
  Fieldset,
  FileField,
  FileList,
  Form,
  KEPT_BUT_FILE,
  Notice,
  PageHeader,
  plural,
  Section,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Occasion } from "../occasions/occasion.ts";
import type { FieldErrors } from "../occasions/occasion-form.ts";
import { type Piece, type PieceKind, pieceTypes } from "./piece.ts";

export interface PiecesPageProps {
  readonly occasion: Occasion;
  readonly pieces: readonly Piece[];
  /** Those who agreed to be photographed when they registered. */
  readonly agreed: readonly { readonly id: string; readonly name: string }[];
  readonly takes: Readonly<Record<PieceKind, boolean>>;
  /** The form that was refused, with what was typed. */
  readonly refused: { readonly kind: PieceKind; readonly typed: FormFields; readonly errors: FieldErrors } | null;
}

/** What is kept of an occasion, for who runs it: each piece with whom it is open to, and a form for each kind. */
export function PiecesPage(props: PiecesPageProps): JSX.Element {
  const { occasion, pieces, refused, takes } = props;
  const errors = Object.entries(refused?.errors ?? {}).map(([name, message]) => ({ name, message }));
  return (
    <>
      <ErrorSummary errors={errors} kept={KEPT_BUT_FILE} />
      <PageHeader eyebrow={occasion.title} title="Photographies et documents" lead="Ce qui reste une fois rentré." />
      <Section title="Déjà là">
        <FileList
          empty="Rien pour l’instant."
          files={pieces.map((piece) => ({
            name: piece.description,
            size: piece.file.size,
            href: urls.agendaPiece.href({ slug: occasion.slug, piece: piece.id }),
            note: noteOf(piece),
            action: (
              <ActionForm action={urls.runOccasionPieceRemoval.href({ id: occasion.id, piece: piece.id })}>
                <Button variant="tertiary" size="sm" icon="trash" context={piece.description}>
                  Retirer
                </Button>
              </ActionForm>
            ),
          }))}
        />
      </Section>
      {takes.photograph ? (
        <PhotographForm {...props} />
      ) : (
        <Notice tone="info" title="Les photographies se déposent une fois le rendez-vous commencé" />
      )}
      {takes.document && <DocumentForm {...props} />}
    </>
  );
}

function noteOf(piece: Piece): string {
  if (piece.kind === "document") return piece.openTo === "everyone" ? "pour tous" : "pour les inscrits";
  if (piece.subjects === 0) return piece.accord === "" ? "personne n’y est reconnaissable" : piece.accord;
  const named = `${plural(piece.subjects, "inscrit")} d’accord`;
  return piece.accord === "" ? named : `${named} ; ${piece.accord}`;
}

function formOf(props: PiecesPageProps, kind: PieceKind) {
  const { refused } = props;
  const isMine = refused?.kind === kind;
  const typed = isMine ? refused.typed : {};
  const errors = isMine ? refused.errors : {};
  const field = (name: string) => ({
    name,
    value: text(typed, name),
    error: errors[name],
  });
  return { typed, field };
}

function PhotographForm(props: PiecesPageProps): JSX.Element {
  const { occasion, agreed } = props;
  const { typed, field } = formOf(props, "photograph");
  return (
    <Section
      title="Ajouter une photographie"
      intro="Elle paraît sur la page du rendez-vous, redressée, allégée, sans le lieu ni l’appareil que le téléphone y écrit."
    >
      <Form
        action={urls.runOccasionPieces.href({ id: occasion.id }, { genre: "photographie" })}
        label="Ajouter une photographie"
        multipart
      >
        <TextField
          {...field("description")}
          label="Que voit-on ?"
          hint="Lu à qui ne voit pas l’image : « Deux formatrices règlent un dérailleur devant le groupe »."
          maxLength={300}
        />
        <ChoiceField
          {...field("personnes")}
          label="Y reconnaît-on quelqu’un ?"
          options={[
            { value: "personne", label: "Non, personne" },
            { value: "reconnaissables", label: "Oui" },
          ]}
        />
        {agreed.length > 0 && (
          <Fieldset legend="Qui, parmi ceux qui ont donné leur accord en s’inscrivant ?">
            {agreed.map(({ id, name }) => (
              <CheckField
                key={id}
                name={`inscrit.${id}`}
                label={name}
                checked={text(typed, `inscrit.${id}`) === "oui"}
                required={false}
              />
            ))}
          </Fieldset>
        )}
        <TextField
          {...field("accord")}
          label="D’autres personnes : comment ont-elles donné leur accord ?"
          hint="« Accord écrit du 8 avril, gardé par l’organisateur »."
          maxLength={300}
          required={false}
        />
        <PieceFile kind="photograph" label="La photographie" error={field("fichier").error} />
        <Button variant="secondary" icon="plus">
          Ajouter cette photographie
        </Button>
      </Form>
    </Section>
  );
}

function DocumentForm(props: PiecesPageProps): JSX.Element {
  const { field } = formOf(props, "document");
  return (
    <Section title="Ajouter un document" intro="Un support, un compte rendu, la liste de ce qui a été dit.">
      <Form
        action={urls.runOccasionPieces.href({ id: props.occasion.id }, { genre: "document" })}
        label="Ajouter un document"
        multipart
      >
        <TextField {...field("titre")} label="Titre" maxLength={300} />
        <ChoiceField
          {...field("pour")}
          value={field("pour").value || "everyone"}
          label="Qui peut l’ouvrir ?"
          options={[
            { value: "everyone", label: "Tout le monde" },
            { value: "registered", label: "Les inscrits seulement" },
          ]}
        />
        <PieceFile kind="document" label="Le fichier" error={field("document").error} />
        <Button variant="secondary" icon="plus">
          Ajouter ce document
        </Button>
      </Form>
    </Section>
  );
}

/** The name of the field of each file: one page holds both forms. */
export const fileField: Readonly<Record<PieceKind, string>> = { photograph: "fichier", document: "document" };

function PieceFile(props: {
  readonly kind: PieceKind;
  readonly label: string;
  readonly error: string | undefined;
}): JSX.Element {
  const accept = pieceTypes[props.kind];
  return (
    <FileField
      name={fileField[props.kind]}
      label={props.label}
      hint={`${typesInWords(accept)}, 20\u00a0Mo au plus.`}
      accept={acceptOf(accept)}
      maxSize={LARGEST_FILE}
      error={props.error}
    />
  );
}
