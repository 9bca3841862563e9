import type { JSX } from "preact";
import type { Counted } from "#policy/index.ts";
import { AdministrationTabs } from "#src/people/web/index.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  DataTable,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  formatDateTime,
  formatDay,
  formatNumber,
  LinkButton,
  Money,
  Notice,
  PageHeader,
  plural,
  Section,
  StateTag,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { GrantImport } from "../grants/acts.ts";
import type { GrantLine, ReadGrant } from "../grants/read.ts";

const states = {
  read: { tone: "honey", icon: "clock", label: "À confirmer" },
  confirmed: { tone: "success", icon: "check", label: "Repris" },
  removed: { tone: "neutral", icon: "cross", label: "Retiré" },
} as const;

/** Aid of before the service: spreadsheets that came in, and the place to send another. */
export function GrantsPage(props: {
  readonly imports: readonly GrantImport[];
  /** Titles of the spreadsheet's columns. */
  readonly columns: readonly string[];
  readonly mayImport: boolean;
  readonly error?: string;
  /** Lines that cannot be read, of the file just sent. */
  readonly lines?: readonly GrantLine[];
}): JSX.Element {
  const wrong = (props.lines ?? []).filter(({ grant }) => grant === null);
  const message =
    props.error ?? (wrong.length === 0 ? undefined : `${plural(wrong.length, "ligne")} à corriger dans le fichier.`);
  return (
    <>
      <ErrorSummary
        errors={message === undefined ? [] : [{ name: "fichier", message }]}
        kept="Rien de ce fichier n’est gardé."
      />
      <PageHeader
        title="Aides d’avant ce service"
        lead="Les aides accordées de 2020 à l’ouverture du service, reprises par tableur. Celles de cette version du cadre comptent dans les plafonds ; les autres sont montrées, sauf si la doctrine en décide autrement."
        actions={
          <LinkButton variant="secondary" icon="download" href={urls.grantsModel.href()}>
            Modèle de tableur
          </LinkButton>
        }
      />
      <AdministrationTabs current="grants" />
      {wrong.length > 0 && (
        <Section title="Ce qui ne se lit pas" intro="Corrigez le fichier et envoyez-le à nouveau.">
          <DataTable
            caption="Lignes à corriger"
            captionHidden
            rows={wrong.slice(0, 200)}
            rowKey={({ line }) => String(line)}
            columns={[
              { key: "line", header: "Ligne", rowHeader: true, cell: ({ line }) => line },
              ...props.columns.map((header, column) => ({
                key: header,
                header,
                cell: (one: GrantLine) => <Cell text={one.cells[column] ?? ""} error={one.errors[column]} />,
              })),
            ]}
          />
        </Section>
      )}
      {props.mayImport && (
        <Section title="Reprendre un tableur">
          <Form action={urls.grants.href()} multipart>
            <FileField
              name="fichier"
              label="Fichier"
              hint={`Excel ou CSV, dans l’ordre : ${props.columns.join(", ")}.`}
              accept=".xlsx,.csv,.txt"
              error={message}
            />
            <Button>Lire le fichier</Button>
          </Form>
        </Section>
      )}
      <Section title="Tableurs reçus">
        <DataTable
          caption="Tableurs reçus"
          captionHidden
          rows={props.imports}
          rowKey={({ id }) => id}
          empty={<EmptyState level={3} title="Aucun tableur encore" />}
          columns={[
            {
              key: "name",
              header: "Fichier",
              rowHeader: true,
              cell: ({ id, name }) => <a href={urls.grantImport.href({ id })}>{name}</a>,
            },
            { key: "rows", header: "Aides", numeric: true, cell: ({ rows }) => rows.length },
            {
              key: "by",
              header: "Lu par",
              cell: ({ readBy, readAt }) => `${readBy ?? "Un agent"}, ${formatDateTime(readAt)}`,
            },
            { key: "state", header: "État", cell: ({ state }) => <StateTag {...states[state]} /> },
          ]}
        />
      </Section>
    </>
  );
}

function Cell(props: { readonly text: string; readonly error: string | undefined }): JSX.Element {
  if (props.error === undefined) return <>{props.text}</>;
  return (
    <>
      <strong>{props.text === "" ? "(vide)" : props.text}</strong>
      <br />
      <span class="es-hint">{props.error}</span>
    </>
  );
}

/** What a spreadsheet says, before it counts or after. */
export function GrantImportPage(props: {
  readonly found: GrantImport;
  /** The names of schemes, by slug. */
  readonly names: Readonly<Record<string, string>>;
  /** What the schemes count beside the aid. */
  readonly counted: readonly Counted[];
  /** Positions of those that the service holds already. */
  readonly known: ReadonlySet<number>;
  /** The first day of this version of the framework. */
  readonly since: string;
  readonly mayImport: boolean;
}): JSX.Element {
  const { found, known, since } = props;
  const { id, rows, state } = found;
  const counted = rows.filter(({ grantedOn }) => grantedOn >= since).length;
  return (
    <>
      <PageHeader
        title={found.name}
        meta={<StateTag {...states[state]} />}
        lead={`${plural(rows.length, "aide")} : ${counted} dans les plafonds de cette version du cadre, ${rows.length - counted} ${rows.length - counted > 1 ? "montrées" : "montrée"} seulement.`}
      />
      {state === "read" && known.size > 0 && (
        <Notice
          tone="warning"
          title={`${plural(known.size, "aide")} déjà ${known.size > 1 ? "connues" : "connue"} du service`}
        >
          Retirez ces lignes du fichier : elles compteraient deux fois.
        </Notice>
      )}
      {props.mayImport && state === "read" && known.size === 0 && (
        <ButtonBar>
          <ActionForm action={urls.grantImport.href({ id })} fields={{ acte: "confirmer" }}>
            <Button icon="check">
              {counted > 0 ? "Confirmer : elles comptent" : "Confirmer : elles sont montrées, sans compter"}
            </Button>
          </ActionForm>
        </ButtonBar>
      )}
      <DataTable
        caption="Aides du tableur"
        captionHidden
        rows={rows}
        rowKey={(_row, index) => String(index)}
        columns={[
          { key: "siren", header: "SIREN", rowHeader: true, cell: (row) => row.siren },
          { key: "scheme", header: "Dispositif", cell: (row) => props.names[row.scheme] ?? row.scheme },
          { key: "on", header: "Décision", cell: (row) => formatDay(row.grantedOn) },
          { key: "aid", header: "Aide", numeric: true, cell: (row) => <Money cents={row.measures.aid ?? 0} /> },
          ...props.counted.map(({ measure, head }) => ({
            key: measure,
            header: head,
            numeric: true,
            cell: (row: ReadGrant) => formatNumber(row.measures[measure] ?? 0),
          })),
          { key: "source", header: "Référence", cell: (row) => row.source },
          {
            key: "counts",
            header: "Effet",
            cell: (row, index) => <Effect row={row} known={known.has(index) && state === "read"} since={since} />,
          },
        ]}
      />
      {props.mayImport && state !== "removed" && (
        <Section title="Retirer ce tableur" intro="Ses aides ne comptent plus ; le journal garde ce qu’il disait.">
          <Form action={urls.grantImport.href({ id })}>
            <input type="hidden" name="acte" value="retirer" />
            <TextField name="motif" label="Motif" maxLength={300} />
            <Button variant="secondary">Retirer</Button>
          </Form>
        </Section>
      )}
    </>
  );
}

function Effect(props: { readonly row: ReadGrant; readonly known: boolean; readonly since: string }): JSX.Element {
  if (props.known) return <StateTag tone="warning" icon="warning" label="Déjà connue" />;
  return props.row.grantedOn >= props.since ? (
    <StateTag tone="success" icon="check" label="Compte" quiet />
  ) : (
    <StateTag tone="neutral" icon="eye" label="Montrée" quiet />
  );
}
