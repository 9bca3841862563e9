import type { JSX } from "preact";
import { Button, ButtonBar, ChoiceField, FileField, Form, formatFileSize, LongTextField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { columnsOf } from "./sheet.ts";
import type { BudgetTable } from "./table.ts";

/** Names of what the import's forms send. */
export const sent = {
  file: "fichier",
  text: "texte",
  mode: "mode",
  /** Rows already read, on their way from the preview to the confirmation. */
  rows: "contenu",
  confirm: "confirmer",
  version: "version",
  /** Where a block was pasted: the number of the line and the place of the column. */
  line: "ligne",
  column: "colonne",
} as const;

export const LARGEST_FILE = 2_000_000;

/** A box for what was copied in a spreadsheet. */
export function PasteForm(props: { readonly id: string; readonly table: BudgetTable }): JSX.Element {
  const { table } = props;
  const heading = columnsOf(table).find(({ question }) => question.id === table.sheet.heading)?.header ?? "";
  const columns = [heading, ...table.columns.map(({ label }) => label)];
  return (
    <Form action={urls.applicationBudgetImport.href({ id: props.id })} label="Coller des lignes">
      <LongTextField
        name={sent.text}
        label="Copiez les lignes dans votre tableur, collez-les ici"
        hint={`Dans cet ordre : ${columns.map(inSentence).join(", ")} ; ou avec les noms des colonnes du modèle, dans n’importe quel ordre. Virgule ou point, espaces et € sont compris.`}
        required={false}
        rows={4}
      />
      <ButtonBar>
        <Button variant="secondary" size="sm">
          Vérifier avant d’ajouter
        </Button>
      </ButtonBar>
    </Form>
  );
}

/** A file, and what becomes of the lines that it does not hold. */
export function UploadForm(props: { readonly id: string; readonly error?: string | undefined }): JSX.Element {
  return (
    <Form action={urls.applicationBudgetImport.href({ id: props.id })} multipart label="Importer un fichier">
      <FileField
        name={sent.file}
        label="Le fichier"
        hint={`Excel (.xlsx) ou CSV, ${formatFileSize(LARGEST_FILE)} au plus. La première ligne porte les noms des colonnes.`}
        error={props.error}
        accept=".xlsx,.csv,.txt"
      />
      <ChoiceField
        name={sent.mode}
        label="Que faire des lignes déjà écrites ?"
        as="radios"
        value="add"
        options={[
          {
            value: "add",
            label: "Les garder",
            hint: "Une ligne du fichier qui porte leur numéro les met à jour ; les autres s’ajoutent.",
          },
          {
            value: "replace",
            label: "Les remplacer par le fichier",
            hint: "Une ligne qui n’est pas dans le fichier est retirée. Rien ne change avant votre accord.",
          },
        ]}
      />
      <ButtonBar>
        <Button>Voir ce qui change</Button>
      </ButtonBar>
    </Form>
  );
}

/** « Montant HT » becomes « montant HT »: what is written in capitals stays so. */
function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
