import type { JSX } from "preact";
import { DataTable, EmptyState, formatDateTime, PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** A call as the desk of selections lists it. */
export interface CallRow {
  readonly id: string;
  readonly title: string;
  readonly closesAt: string;
  readonly files: number;
  readonly toDecide: number;
}

/** The calls whose projects are selected by a committee, the last to close first. */
export function SelectionDeskPage(props: { readonly calls: readonly CallRow[] }): JSX.Element {
  return (
    <>
      <PageHeader
        title="Sélection des projets"
        lead="De la clôture d’un appel au vote : évaluer, classer, retenir, notifier."
      />
      <DataTable
        caption="Appels dont les projets passent devant un comité"
        captionHidden
        rows={props.calls}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Aucun appel publié">
            <p>Les appels publiés dont le dispositif passe par un comité apparaissent ici.</p>
          </EmptyState>
        }
        columns={[
          {
            key: "title",
            header: "Appel",
            rowHeader: true,
            cell: ({ id, title }) => <a href={urls.callSelection.href({ call: id })}>{title}</a>,
          },
          { key: "closes", header: "Clôture", cell: ({ closesAt }) => formatDateTime(closesAt) },
          { key: "files", header: "Projets déposés", numeric: true, cell: ({ files }) => files },
          { key: "left", header: "À décider", numeric: true, cell: ({ toDecide }) => toDecide },
        ]}
      />
    </>
  );
}
