import type { JSX } from "preact";
import { DataTable, EmptyState, formatDay, PageHeader, plural, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { OwnSheet } from "./store.ts";

/** What an assessor has to do: their sheets, those to send first. */
export function OwnSheetsPage(props: { readonly sheets: readonly OwnSheet[] }): JSX.Element {
  const left = props.sheets.filter(({ sentAt }) => sentAt === null).length;
  return (
    <>
      <PageHeader
        title="Mes évaluations"
        lead={
          left === 0 ? "Toutes vos fiches sont envoyées." : `${plural(left, "fiche à envoyer", "fiches à envoyer")}.`
        }
      />
      <DataTable
        caption="Projets à évaluer"
        captionHidden
        rows={props.sheets}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Aucune fiche pour l’instant">
            <p>Un courriel vous prévient quand des projets vous sont confiés.</p>
          </EmptyState>
        }
        columns={[
          {
            key: "title",
            header: "Projet",
            rowHeader: true,
            cell: ({ id, title, number, organisation }) => (
              <>
                <a href={urls.sheet.href({ sheet: id })}>{title}</a>
                <div class="es-hint">{`${number}, ${organisation}`}</div>
              </>
            ),
          },
          { key: "state", header: "Où elle en est", cell: (sheet) => <StateTag {...lookOf(sheet)} quiet /> },
          { key: "until", header: "Avant le", cell: ({ untilOn }) => formatDay(untilOn) },
        ]}
      />
    </>
  );
}

function lookOf({ sentAt, impartialAt, lines, isCommon, waits }: OwnSheet) {
  if (sentAt === null && isCommon)
    return { tone: "honey", icon: "flag", label: "Dossier commun, à noter d’abord" } as const;
  if (sentAt === null && waits) return { tone: "neutral", icon: "clock", label: "Attend le dossier commun" } as const;
  if (sentAt !== null) return { tone: "success", icon: "check", label: "Envoyée" } as const;
  if (impartialAt === null) return { tone: "honey", icon: "shield", label: "Intérêts à déclarer d’abord" } as const;
  return lines.length === 0
    ? ({ tone: "neutral", icon: "pen", label: "À commencer" } as const)
    : ({ tone: "info", icon: "pen", label: "Brouillon" } as const);
}
