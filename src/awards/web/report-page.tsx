import type { JSX } from "preact";
import type { Application } from "#src/life/index.ts";
import { deadlineOf, stateLook } from "#src/reviews/web/index.ts";
import {
  Button,
  ButtonBar,
  DataTable,
  DayField,
  EmptyState,
  ErrorSummary,
  FileList,
  type FormError,
  formatDateTime,
  formatDay,
  Money,
  Notice,
  PageHeader,
  plural,
  Section,
  StateTag,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { proposedOf } from "../report.ts";
import type { IssuedReport } from "../report-store.ts";

export interface ReportView {
  readonly files: readonly Application[];
  readonly chosen: readonly string[];
  /** Why the reader presents none of these files, by their id. */
  readonly barred: ReadonlyMap<string, string>;
  /** The last report that presents each of these files, by their id. */
  readonly presented: ReadonlyMap<string, Pick<IssuedReport, "id" | "number" | "sessionOn">>;
  /** Files that were asked for and cannot be laid before the assembly. */
  readonly left: readonly Application[];
  readonly reports: readonly IssuedReport[];
  /** « Rapport à la Commission permanente » */
  readonly heading: string;
  readonly title: string;
  readonly session: string;
  readonly budgetLine: string;
  readonly errors: readonly FormError[];
  readonly mayMake: boolean;
  readonly key: string;
  /** The legal day, as ISO. */
  readonly today: string;
}

/** Chooses validated files, shows what they add up to, and makes the report of a session. */
export function ReportPage(props: { readonly view: ReportView }): JSX.Element {
  const { view } = props;
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <PageHeader
        title={view.heading}
        lead={
          view.mayMake
            ? "Réunissez les dossiers dont l’avis est validé : le rapport les présente et propose une délibération."
            : "Les dossiers dont l’avis est validé, et les rapports qui les ont présentés."
        }
      />
      {view.left.length > 0 && <LeftOut files={view.left} />}
      {view.files.length === 0 ? (
        <EmptyState title="Aucun dossier à présenter">
          <p>Les dossiers apparaissent ici quand le responsable du service a validé leur avis.</p>
        </EmptyState>
      ) : (
        <ReportForm view={view} />
      )}
      <Section title="Rapports émis">
        <FileList
          empty="Aucun rapport n’a encore été émis."
          files={view.reports.map((report) => ({
            name: `${report.number}, séance du ${formatDay(report.sessionOn)}`,
            size: report.size,
            href: urls.commissionReportFile.href({ report: report.id }),
            note: `${plural(report.files, "dossier")}, émis le ${formatDateTime(report.madeAt)} par ${report.madeBy ?? "un agent"}`,
          }))}
        />
      </Section>
    </>
  );
}

function LeftOut(props: { readonly files: readonly Application[] }): JSX.Element {
  const { length } = props.files;
  return (
    <Notice
      tone="warning"
      title={`${plural(length, "dossier")} ${length < 2 ? "choisi n’est pas présenté" : "choisis ne sont pas présentés"}`}
    >
      <ul>
        {props.files.map((file) => (
          <li key={file.id}>
            <a href={urls.review.href({ id: file.id })}>{file.number}</a>
            {`, ${file.organisationName} : il est dans l’état « ${stateLook(file.state).label} », son avis n’attend pas de vote.`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What whoever chooses must know of a file: it was presented already, or it is not theirs to present. */
function Standing(props: { readonly view: ReportView; readonly file: Application }): JSX.Element {
  const { view, file } = props;
  const before = view.presented.get(file.id);
  const barred = view.barred.get(file.id);
  return (
    <>
      {before !== undefined && (
        <p class="es-hint">
          Déjà au rapport <a href={urls.commissionReportFile.href({ report: before.id })}>{before.number}</a> (séance du{" "}
          {formatDay(before.sessionOn)})
        </p>
      )}
      {barred !== undefined && <p class="es-hint">{barred} Une autre personne le présente.</p>}
    </>
  );
}

function ReportForm(props: { readonly view: ReportView }): JSX.Element {
  const { view } = props;
  const errorOf = (name: string) => view.errors.find((error) => error.name === name)?.message;
  const chosen = view.files.filter((file) => view.chosen.includes(file.id) && !view.barred.has(file.id));
  const total = chosen.reduce((sum, file) => sum + proposedOf(file), 0);
  return (
    <form class="es-form" method="post" action={urls.commissionReport.href()}>
      <input type="hidden" name="cle" value={view.key} />
      <DataTable
        caption="Dossiers dont l’avis est validé"
        captionHidden
        rows={view.files}
        rowKey={(file) => file.id}
        columns={[
          {
            key: "chosen",
            header: <span class="ds-sr-only">Sélection</span>,
            narrow: true,
            cell: (file) =>
              view.barred.has(file.id) ? null : (
                <input
                  class="ds-input"
                  type="checkbox"
                  name="dossier"
                  value={file.id}
                  checked={view.chosen.includes(file.id)}
                  aria-label={`Présenter ${file.number ?? ""}`}
                />
              ),
          },
          {
            key: "number",
            header: "Dossier",
            rowHeader: true,
            cell: (file) => (
              <>
                <a href={urls.review.href({ id: file.id })}>{file.number}</a>
                <Standing view={view} file={file} />
              </>
            ),
          },
          { key: "organisation", header: "Organisme", cell: (file) => file.organisationName },
          { key: "title", header: "Projet", cell: (file) => file.title },
          { key: "state", header: "Avis", cell: (file) => <StateTag {...stateLook(file.state)} /> },
          {
            key: "limit",
            header: "Échéance",
            cell: (file) => deadlineOf(file, view.today),
          },
          {
            key: "aid",
            header: "Aide proposée",
            numeric: true,
            cell: (file) => <Money cents={proposedOf(file)} />,
          },
        ]}
      />
      <p>
        {plural(chosen.length, "dossier")} {chosen.length < 2 ? "choisi" : "choisis"} :{" "}
        <strong>
          <Money cents={total} />
        </strong>{" "}
        d’aide proposée.
      </p>
      {view.mayMake && (
        <>
          <TextField
            name="titre"
            label="Titre du rapport"
            maxLength={200}
            value={view.title}
            error={errorOf("titre")}
          />
          <DayField name="date" label="Date de la réunion" value={view.session} error={errorOf("date")} />
          <TextField
            name="imputation"
            label="Imputation budgétaire"
            required={false}
            maxLength={200}
            value={view.budgetLine}
            error={errorOf("imputation")}
          />
          <ButtonBar>
            <Button name="action" value="emettre" icon="file">
              Émettre le rapport
            </Button>
            <Button name="action" value="apercu" variant="secondary" icon="eye" newTab>
              Voir le rapport
            </Button>
            <Button name="action" value="total" variant="tertiary" icon="euro">
              Recompter
            </Button>
          </ButtonBar>
        </>
      )}
    </form>
  );
}
