import type { JSX } from "preact";
import { stages } from "#src/life/index.ts";
import { DataTable, formatMoney, formatNumber, LinkButton, PageHeader, Section } from "#src/ui/index.ts";
import { type Query, urls } from "#src/urls.ts";
import { AGES } from "../filters/own-facets.ts";
import type { FigureLine, ServiceFigure } from "./figure.ts";
import { OPEN_STATES, type OpenApplications } from "./open-files.ts";
import { type SpanFigure, spans } from "./spans.ts";

export interface ServiceView {
  readonly open: readonly OpenApplications[];
  readonly spans: readonly SpanFigure[];
  readonly figures: readonly { readonly figure: ServiceFigure; readonly lines: readonly FigureLine[] }[];
  readonly year: number;
}

/** The service in figures: each number leads to its files. */
export function ServicePage(view: ServiceView): JSX.Element {
  const late = view.open.filter(({ isLate }) => isLate);
  return (
    <div class="es-service">
      <PageHeader
        title="Le service"
        lead={
          <>
            <Files
              files={total(view.open)}
              query={{ vue: "tous", etat: OPEN_STATES }}
              one="dossier ouvert"
              many="dossiers ouverts"
            />
            {", dont "}
            <Files
              files={total(late)}
              query={{ vue: "tous", etat: OPEN_STATES, delai: ["retard"] }}
              one="en retard"
              many="en retard"
            />
            {`. ${saySpan(view)}`}
          </>
        }
        actions={
          <LinkButton variant="secondary" href={urls.queue.href()}>
            Revenir à la liste
          </LinkButton>
        }
      />
      <Section title="Dossiers ouverts, par étape et par âge">
        <StageTable open={view.open} />
      </Section>
      <Section title="Jours par étape">
        <SpanTable {...view} />
      </Section>
      <div class="es-grid es-grid-small">
        {view.figures.map(({ figure, lines }) => (
          <Section key={figure.key} title={figure.title}>
            <FigureBars figure={figure} lines={lines} />
          </Section>
        ))}
      </div>
    </div>
  );
}

function saySpan({ spans: figures, year }: ServiceView): string {
  const decision = (of: number) => figures.find((one) => one.key === "decision" && one.year === of);
  const [now, before] = [decision(year), decision(year - 1)];
  if (now === undefined) return "Aucun vote cette année.";
  const was = before === undefined ? "" : `, contre ${formatNumber(Math.round(before.days))} en ${year - 1}`;
  return `Du dépôt au vote en ${year}\u00a0: ${formatNumber(Math.round(now.days))}\u00a0jours en médiane${was}.`;
}

function Files(props: {
  readonly files: number;
  readonly query: Query;
  readonly one: string;
  readonly many: string;
}): JSX.Element {
  const words = `${formatNumber(props.files)}\u00a0${props.files < 2 ? props.one : props.many}`;
  return props.files === 0 ? <>{words}</> : <a href={urls.queue.href({}, props.query)}>{words}</a>;
}

/** A number that leads to its files; a dash where there is none. */
function Count(props: { readonly files: number; readonly query: Query; readonly of: string }): JSX.Element {
  if (props.files === 0) return <span class="es-none">–</span>;
  return (
    <a href={urls.queue.href({}, props.query)}>
      {formatNumber(props.files)}
      <span class="ds-sr-only">{` ${props.of}`}</span>
    </a>
  );
}

function StageTable(props: { readonly open: readonly OpenApplications[] }): JSX.Element {
  const rows = OPEN_STATES.map((state) => ({ state, files: props.open.filter((one) => one.state === state) })).filter(
    ({ files }) => files.length > 0,
  );
  const most = Math.max(1, ...rows.map(({ files }) => total(files)));
  return (
    <DataTable
      caption="Dossiers ouverts, par étape et par âge"
      captionHidden
      rows={rows}
      rowKey={({ state }) => state}
      empty={<p class="es-hint">Aucun dossier n’est ouvert.</p>}
      columns={[
        { key: "state", header: "Étape", rowHeader: true, cell: ({ state }) => stages[state].funder.label },
        ...AGES.map(({ value, label }) => ({
          key: value,
          header: label,
          numeric: true,
          cell: ({ state, files }: (typeof rows)[number]) => (
            <Count
              files={total(files.filter(({ age }) => age === value))}
              query={{ vue: "tous", etat: [state], age: [value] }}
              of={`${stages[state].funder.label}, ${label}`}
            />
          ),
        })),
        {
          key: "late",
          header: "En retard",
          numeric: true,
          cell: ({ state, files }) => (
            <Count
              files={total(files.filter(({ isLate }) => isLate))}
              query={{ vue: "tous", etat: [state], delai: ["retard"] }}
              of={`${stages[state].funder.label}, en retard`}
            />
          ),
        },
        {
          key: "all",
          header: "Tous",
          numeric: true,
          cell: ({ state, files }) => (
            <Count files={total(files)} query={{ vue: "tous", etat: [state] }} of={stages[state].funder.label} />
          ),
        },
        {
          key: "bar",
          header: <span class="ds-sr-only">En image</span>,
          cell: ({ files }) => <StageBar files={files} most={most} />,
        },
      ]}
    />
  );
}

/** The same numbers as a picture: what is late in red at the end. */
function StageBar(props: { readonly files: readonly OpenApplications[]; readonly most: number }): JSX.Element {
  const { files, most } = props;
  const late = total(files.filter(({ isLate }) => isLate));
  const share = (count: number) => (100 * count) / most;
  const onTime = total(files) - late;
  return (
    <svg class="es-bar" width="100%" height="14" aria-hidden="true" focusable="false">
      <rect class="es-bar-plain" width={`${share(onTime)}%`} height="14" />
      <rect class="es-bar-late" x={`${share(onTime)}%`} width={`${share(late)}%`} height="14" />
    </svg>
  );
}

function SpanTable({ spans: figures, year }: ServiceView): JSX.Element {
  const of = (key: string, in_: number) => figures.find((one) => one.key === key && one.year === in_);
  const days = (key: string, in_: number) => {
    const figure = of(key, in_);
    return figure === undefined ? <span class="es-none">–</span> : formatNumber(Math.round(figure.days));
  };
  const files = (key: string, in_: number) => (
    <Count
      files={of(key, in_)?.files ?? 0}
      query={{ vue: "tous", etape: [`${key}-${in_}`] }}
      of={`dossiers en ${in_}`}
    />
  );
  return (
    <DataTable
      caption={`Jours par étape, médiane, en ${year - 1} et en ${year}`}
      captionHidden
      rows={spans}
      rowKey={({ key }) => key}
      columns={[
        { key: "label", header: "Étape", rowHeader: true, cell: ({ label }) => label },
        { key: "before", header: `Médiane ${year - 1}`, numeric: true, cell: ({ key }) => days(key, year - 1) },
        { key: "filesBefore", header: `Dossiers ${year - 1}`, numeric: true, cell: ({ key }) => files(key, year - 1) },
        { key: "now", header: `Médiane ${year}`, numeric: true, cell: ({ key }) => days(key, year) },
        { key: "filesNow", header: `Dossiers ${year}`, numeric: true, cell: ({ key }) => files(key, year) },
        {
          key: "change",
          header: "Écart",
          numeric: true,
          cell: ({ key }) => {
            const [now, before] = [of(key, year), of(key, year - 1)];
            if (now === undefined || before === undefined) return "";
            const change = Math.round(now.days) - Math.round(before.days);
            return `${change > 0 ? "+" : change < 0 ? "−" : ""}${formatNumber(Math.abs(change))}`;
          },
        },
      ]}
    />
  );
}

function FigureBars(props: { readonly figure: ServiceFigure; readonly lines: readonly FigureLine[] }): JSX.Element {
  const { figure, lines } = props;
  if (lines.length === 0) return <p class="es-hint">{figure.none}</p>;
  const most = Math.max(...lines.map(({ files }) => files));
  return (
    <ul class="es-bars">
      {lines.map((line) => (
        <li key={line.label}>
          <span>{line.label}</span>
          <a href={urls.queue.href({}, line.query)}>
            {formatNumber(line.files)}
            <span class="ds-sr-only">{line.files < 2 ? " dossier" : " dossiers"}</span>
          </a>
          {line.cents !== undefined && <small>{formatMoney(line.cents)}</small>}
          <svg class="es-bar" width="100%" height="8" aria-hidden="true" focusable="false">
            <rect class={`es-bar-${figure.tone}`} width={`${(100 * line.files) / most}%`} height="8" />
          </svg>
        </li>
      ))}
    </ul>
  );
}

function total(files: readonly { readonly files: number }[]): number {
  return files.reduce((sum, one) => sum + one.files, 0);
}
