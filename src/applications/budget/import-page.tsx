import type { JSX } from "preact";
import {
  Button,
  ButtonBar,
  type Column,
  DataTable,
  ErrorSummary,
  Form,
  HiddenField,
  KEPT_BUT_FILE,
  LinkButton,
  Notice,
  PageHeader,
  plural,
  Section,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { PasteForm, sent, UploadForm } from "./import-forms.tsx";
import type { ImportMode, ImportPlan, LineChange } from "./plan.ts";
import type { BudgetTable } from "./table.ts";

/** Where a budget comes in from a spreadsheet. */
export function ImportPage(props: {
  readonly id: string;
  readonly table: BudgetTable;
  readonly error?: string | undefined;
  readonly textError?: string | undefined;
}): JSX.Element {
  const { id, table } = props;
  return (
    <>
      <PageHeader
        title="Importer le budget"
        lead="Rien n’est écrit avant votre accord : vous voyez d’abord, ligne par ligne, ce que le fichier change."
      />
      <ErrorSummary
        kept={KEPT_BUT_FILE}
        errors={[
          ...(props.error === undefined ? [] : [{ name: sent.file, message: props.error }]),
          ...(props.textError === undefined ? [] : [{ name: sent.text, message: props.textError }]),
        ]}
      />
      <Section id="fichier" title="Depuis un fichier">
        <p>
          <LinkButton
            variant="tertiary"
            size="sm"
            icon="download"
            href={urls.applicationBudgetModel.href({ id })}
            download
          >
            Télécharger le modèle (Excel)
          </LinkButton>{" "}
          <LinkButton
            variant="tertiary"
            size="sm"
            icon="download"
            href={urls.applicationBudgetXlsx.href({ id })}
            download
          >
            Télécharger mon budget (Excel)
          </LinkButton>
        </p>
        <UploadForm id={id} error={props.error} />
      </Section>
      <Section id="coller" title="Coller depuis un tableur">
        <PasteForm id={id} table={table} />
      </Section>
    </>
  );
}

export interface PreviewProps {
  readonly id: string;
  readonly table: BudgetTable;
  readonly plan: ImportPlan;
  readonly unknown: readonly string[];
  readonly mode: ImportMode;
  /** What the confirmation sends back, as the route reads it. */
  readonly fields: Readonly<Record<string, string>>;
  /** The draft changed since the page was shown: this is what the same lines would change now. */
  readonly isAgain: boolean;
}

const looks = {
  added: { tone: "success", icon: "plus", label: "Ajoutée" },
  changed: { tone: "info", icon: "pen", label: "Modifiée" },
  removed: { tone: "warning", icon: "minus", label: "Retirée" },
} as const;

/** What an import would change, before anything is written. */
export function PreviewPage(props: PreviewProps): JSX.Element {
  const { id, table, plan, unknown } = props;
  const back = urls.applicationSection.href({ id, section: table.section });
  const isNothing = plan.changes.length === 0;
  return (
    <>
      <PageHeader title="Ce qui change dans votre budget" lead={summaryOf(plan)} />
      {props.isAgain && (
        <Notice tone="warning" title="Le budget a changé entre-temps" headingLevel={2}>
          Rien n’a été écrit. Voici ce que les mêmes lignes changeraient maintenant.
        </Notice>
      )}
      {plan.tooMany > 0 && (
        <Notice tone="danger" title="Trop de lignes" headingLevel={2}>
          Un budget compte {table.group.max} lignes au plus : il y en a {plan.tooMany} de trop. Regroupez des dépenses
          dans votre tableur, puis recommencez.
        </Notice>
      )}
      {unknown.length > 0 && (
        <Notice tone="info" title="Des colonnes ne sont pas du budget" headingLevel={2}>
          Elles sont laissées de côté : {unknown.join(", ")}.
        </Notice>
      )}
      <CellErrors plan={plan} />
      {!isNothing && (
        <DataTable
          caption="Lignes qui changent"
          columns={changeColumns}
          rows={plan.changes}
          rowKey={(change, at) => `${change.kind} ${change.number ?? ""} ${at}`}
        />
      )}
      <Form action={urls.applicationBudgetImport.href({ id })} label="Confirmer">
        {Object.entries(props.fields).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <ButtonBar sticky>
          {!isNothing && plan.tooMany === 0 && (
            <Button id="confirmer" name={sent.confirm} value="oui" icon="check">
              Écrire ces lignes
            </Button>
          )}
          <LinkButton variant="tertiary" href={back}>
            Revenir<span class="es-on-wide"> sans rien changer</span>
          </LinkButton>
        </ButtonBar>
      </Form>
    </>
  );
}

function summaryOf({ changes, unchanged }: ImportPlan): string {
  const count = (kind: LineChange["kind"]) => changes.filter((one) => one.kind === kind).length;
  if (changes.length === 0)
    return unchanged === 0
      ? "Aucune ligne n’a été trouvée."
      : `Rien ne change : ${plural(unchanged, "ligne est", "lignes sont")} déjà dans votre budget, telles quelles.`;
  const parts = [
    [count("added"), "ligne ajoutée", "lignes ajoutées"],
    [count("changed"), "ligne modifiée", "lignes modifiées"],
    [count("removed"), "ligne retirée", "lignes retirées"],
    [unchanged, "ligne inchangée", "lignes inchangées"],
  ] as const;
  const said = parts.flatMap(([n, one, many]) => (n === 0 ? [] : [plural(n, one, many)]));
  return `${said.join(", ")}. Rien n’est encore écrit.`;
}

const changeColumns: readonly Column<LineChange>[] = [
  { key: "kind", header: "Ligne", cell: ({ kind }) => <StateTag {...looks[kind]} />, narrow: true },
  { key: "number", header: "N°", cell: ({ number }) => number ?? "—", numeric: true, narrow: true },
  { key: "name", header: "Dépense", cell: ({ name }) => name, rowHeader: true },
  {
    key: "cells",
    header: "Ce qui change",
    cell: ({ kind, cells }) =>
      kind === "removed" ? (
        "toute la ligne"
      ) : (
        <ul class="es-budget-changes">
          {cells.map(({ label, before, after }) => (
            <li key={label}>
              {label} : {kind === "changed" && before !== "" && <del>{before}</del>}{" "}
              {after === "" ? "(vide)" : <ins>{after}</ins>}
            </li>
          ))}
        </ul>
      ),
  },
];

/** Cells that no answer can take, by the name that the spreadsheet gives them. */
function CellErrors({ plan: { errors } }: { readonly plan: ImportPlan }): JSX.Element | null {
  if (errors.length === 0) return null;
  return (
    <Notice tone="warning" title={`${plural(errors.length, "case est", "cases sont")} à corriger`} headingLevel={2}>
      <p>
        Leur texte est repris tel quel : vous le corrigerez dans le budget, ou dans votre tableur avant de recommencer.
      </p>
      <ul>
        {errors.slice(0, MOST_ERRORS).map(({ cell, label, message }) => (
          <li key={cell}>
            <strong>{cell}</strong> ({label}) : {message}
          </li>
        ))}
        {errors.length > MOST_ERRORS && <li>et {errors.length - MOST_ERRORS} autres.</li>}
      </ul>
    </Notice>
  );
}

const MOST_ERRORS = 50;
