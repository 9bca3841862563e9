import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import type { Call } from "#src/calls/index.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  DataTable,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  formatDay,
  formatList,
  Notice,
  PageHeader,
  PlainFields,
  plural,
  Section,
  SelectField,
  StateTag,
  summaryOf,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { activeSheets, type Candidate, type SheetOf } from "../candidate.ts";
import { MOST_SHEETS } from "../scores/score.ts";
import { SelectionTabs } from "../web/tabs.tsx";
import { CommonPart } from "./common-part.tsx";
import { invitationForm } from "./forms.ts";
import type { Proposed } from "./propose.ts";
import type { AssessorRow } from "./store.ts";

export interface AssessorsPageProps {
  readonly call: Call;
  readonly asked: number;
  readonly assessors: readonly AssessorRow[];
  /** Files that are assessed now. */
  readonly files: readonly Candidate[];
  /** The file by which all begin. */
  readonly common: string | null;
  readonly proposed: readonly Proposed[];
  readonly specialityName: (id: string) => string;
  readonly mayGive: boolean;
  readonly refused: { readonly raw: Raw; readonly errors: ReadonlyMap<string, string> } | null;
}

/** Who assesses the projects of a call, what each holds, and what is still to give. */
export function AssessorsPage(props: AssessorsPageProps): JSX.Element {
  const { call, refused } = props;
  const form = invitationForm(call.framework);
  return (
    <>
      <ErrorSummary errors={refused === null ? [] : summaryOf(form, refused.errors)} />
      <PageHeader
        eyebrow="Sélection"
        title={call.title}
        lead={`L’appel demande ${plural(props.asked, "évaluation")} par projet. Personne ne lit les fiches des autres avant que toutes soient envoyées.`}
      />
      <SelectionTabs call={call} at="assessors" />
      <People {...props} />
      {props.mayGive && (
        <Disclosure summary="Inviter un évaluateur" open={refused !== null || props.assessors.length === 0}>
          <Form action={urls.callInvitation.href({ call: call.id })}>
            <PlainFields of={form} raw={refused?.raw ?? {}} errors={refused?.errors} />
            <Button variant="secondary">Inviter</Button>
          </Form>
        </Disclosure>
      )}
      <CommonPart {...props} />
      <Sheets {...props} />
    </>
  );
}

function People(props: AssessorsPageProps): JSX.Element {
  return (
    <Section title="Évaluateurs">
      <DataTable
        caption="Évaluateurs et leurs fiches"
        captionHidden
        rows={props.assessors}
        rowKey={({ person }) => person}
        empty={<EmptyState title="Aucun évaluateur" level={3} />}
        columns={[
          {
            key: "name",
            header: "Nom",
            rowHeader: true,
            cell: ({ name, email, isOutside }) => (
              <>
                {name}
                <div class="es-hint">{`${email}${isOutside ? ", extérieur" : ""}`}</div>
              </>
            ),
          },
          {
            key: "specialities",
            header: "Connaît",
            cell: ({ specialities }) => formatList(specialities.map(props.specialityName)),
          },
          {
            key: "until",
            header: "Accès jusqu’au",
            cell: ({ untilOn, ended }) =>
              ended ? <StateTag tone="neutral" icon="lock" label="Fini" quiet /> : formatDay(untilOn),
          },
          { key: "sheets", header: "Fiches envoyées", numeric: true, cell: ({ held, sent }) => `${sent} sur ${held}` },
        ]}
      />
    </Section>
  );
}

/** Evaluations that nobody of those invited may make: each has the file already, or an interest in it. */
function sayUntaken(count: number): string {
  const which = count === 1 ? "la" : "les";
  return `Il manque ${plural(count, "évaluation")}, qu’aucune personne déjà invitée ne peut faire\u00a0: invitez quelqu’un qui ${which} fera.`;
}

function Sheets(props: AssessorsPageProps): JSX.Element {
  const { files, proposed, call } = props;
  const lacking = files.reduce((sum, file) => sum + Math.max(0, props.asked - activeSheets(file).length), 0);
  return (
    <Section title="Qui évalue quoi" intro={files.length === 0 ? undefined : sayLacking(lacking)}>
      {lacking > 0 && props.mayGive && proposed.length > 0 && (
        <ActionForm action={urls.callSheets.href({ call: call.id })} fields={{ action: "proposer" }}>
          <ButtonBar>
            <Button>{`Confier ${plural(proposed.length, "fiche")} comme le service le propose`}</Button>
          </ButtonBar>
          <p class="es-hint">
            Les moins chargés d’abord, puis ceux qui connaissent le sujet ; jamais quelqu’un qui a un intérêt dans le
            dossier.
          </p>
        </ActionForm>
      )}
      {lacking > 0 && proposed.length < lacking && (
        <Notice tone="warning">{sayUntaken(lacking - proposed.length)}</Notice>
      )}
      <DataTable
        caption="Dossiers et évaluateurs"
        captionHidden
        rows={files}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Aucun dossier à évaluer" level={3}>
            <p>Les dossiers apparaissent ici une fois admis à l’évaluation.</p>
          </EmptyState>
        }
        columns={[
          {
            key: "file",
            header: "Dossier",
            rowHeader: true,
            cell: (file) => (
              <>
                <a href={urls.candidate.href({ call: call.id, id: file.id })}>{file.title}</a>
                <div class="es-hint">{`${file.number}, ${file.organisation}`}</div>
              </>
            ),
          },
          { key: "people", header: "Évaluateurs", cell: (file) => <Holders {...props} file={file} /> },
        ]}
      />
    </Section>
  );
}

function sayLacking(lacking: number): string {
  return lacking === 0 ? "Chaque dossier a ses évaluateurs." : `Il manque ${plural(lacking, "évaluateur")} en tout.`;
}

function Holders(props: AssessorsPageProps & { readonly file: Candidate }): JSX.Element {
  const { file, call } = props;
  const free = props.assessors.filter(
    ({ person, ended }) => !ended && !file.sheets.some((sheet) => sheet.person === person),
  );
  const suggested = new Set(props.proposed.filter((one) => one.file === file.id).map(({ assessor }) => assessor));
  const options = free.map(({ person, name, held }) => ({
    value: person,
    label: `${name}, ${plural(held, "fiche")}${suggested.has(person) ? ", proposé" : ""}`,
  }));
  return (
    <>
      {file.sheets.map((sheet) => (
        <Holder key={sheet.id} {...props} sheet={sheet} />
      ))}
      {props.mayGive && activeSheets(file).length < MOST_SHEETS && options.length > 0 && (
        <Disclosure summary="Confier à quelqu’un">
          <Form action={urls.callSheets.href({ call: call.id })}>
            <input type="hidden" name="dossier" value={file.id} />
            <SelectField
              name="personne"
              id={`personne-${file.id}`}
              label="Évaluateur"
              options={options}
              value={[...suggested][0]}
            />
            <Button variant="secondary" size="sm">
              Confier
            </Button>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

function Holder(props: AssessorsPageProps & { readonly sheet: SheetOf }): JSX.Element {
  const { sheet, call } = props;
  if (sheet.withdrawnAt !== null) {
    return <p class="es-hint">{`${sheet.name}, retiré. ${sheet.withdrawnWhy}`}</p>;
  }
  const look =
    sheet.sentAt !== null
      ? ({ tone: "success", icon: "check", label: "Envoyée" } as const)
      : sheet.impartialAt === null
        ? ({ tone: "neutral", icon: "clock", label: "Pas encore ouverte" } as const)
        : ({ tone: "info", icon: "pen", label: "En cours" } as const);
  return (
    <div>
      <span>{sheet.name} </span>
      <StateTag {...look} quiet />
      {props.mayGive && sheet.sentAt === null && (
        <Disclosure summary="Retirer">
          <Form action={urls.callSheetWithdrawal.href({ call: call.id, sheet: sheet.id })}>
            <TextField name="motif" id={`motif-${sheet.id}`} label="Pourquoi" maxLength={1_000} />
            <Button variant="secondary" size="sm">
              {`Retirer ${sheet.name}`}
            </Button>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}
