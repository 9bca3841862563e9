// biome-ignore-all lint/a11y/noRedundantRoles: cards change the display of a table, which takes its roles away
import type { JSX } from "preact";
import { Pager, plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { BulkBar } from "./bulk/bulk-bar.tsx";
import { writeChosen } from "./bulk/chosen.ts";
import {
  KEEP_ORDER,
  naturallyDescending,
  type QueueFilter,
  queryOf,
  type Sort,
  withoutPage,
} from "./filters/filter.ts";
import { listQuery } from "./list.ts";
import type { QueueColumn } from "./part.ts";
import type { QueueRow } from "./queue-store.ts";
import type { QueueView } from "./queue-view.ts";

export const sortNames: Readonly<Record<Sort, string>> = {
  submitted: "date de dépôt",
  deadline: "échéance",
  amount: "aide",
  organisation: "organisme",
};

/**
 * The files, a line each, and the acts on those that are chosen. Roles are told, since on a small screen the lines become
 * cards, and a table shown otherwise is none any more to assistive technologies.
 */
export function QueueTable(view: QueueView): JSX.Element {
  const { filter, page, columns } = view;
  const list = listQuery(filter);
  return (
    <form method="post" action={urls.queueActions.href()} id="file" class="es-queue-form">
      <input type="hidden" name="retour" value={urls.queue.href({}, queryOf(filter))} />
      <input type="hidden" name="cle" value={view.formKey} />
      <table class="es-queue-table" data-queue data-keys={view.settings.keys ? "on" : "off"}>
        <caption class="ds-sr-only">{`Dossiers, par ${sortNames[filter.sort]}`}</caption>
        <thead>
          <tr>
            <th scope="col" class="es-queue-box">
              <span class="ds-sr-only">Choix</span>
              <input class="ds-input" type="checkbox" data-choose-page hidden aria-label="Choisir toute la page" />
            </th>
            <Header label="Organisme et dossier" filter={filter} sort="organisation" numeric={false} />
            {columns.map(({ key, label, sort, numeric }) => (
              <Header key={key} label={label} filter={filter} sort={sort} numeric={numeric === true} />
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <Line key={row.id} row={row} view={view} href={urls.review.href({ id: row.id }, list)} />
          ))}
        </tbody>
      </table>
      <Pager
        previous={page.previous === null ? undefined : pageHref(filter, page.previous)}
        next={page.next === null ? undefined : pageHref(filter, page.next)}
        summary={
          plural(page.rows.length, "dossier") + (page.next === null && page.previous === null ? "" : " sur cette page")
        }
      />
      <BulkBar {...view} />
    </form>
  );
}

function pageHref(filter: QueueFilter, cursor: QueueFilter["cursor"]): string {
  return urls.queue.href({}, queryOf({ ...filter, cursor }));
}

function Header(props: {
  readonly label: string;
  readonly filter: QueueFilter;
  readonly sort: Sort | undefined;
  readonly numeric: boolean;
}): JSX.Element {
  const { label, filter, sort, numeric } = props;
  const isSorted = sort === filter.sort;
  const sorted = !isSorted ? undefined : filter.descending ? "descending" : "ascending";
  return (
    <th scope="col" class={numeric ? "es-num" : undefined} aria-sort={sorted}>
      {sort === undefined ? (
        label
      ) : (
        <a
          class="es-sort"
          data-sorted={sorted}
          href={urls.queue.href(
            {},
            {
              ...queryOf({
                ...withoutPage(filter),
                sort,
                descending: isSorted ? !filter.descending : naturallyDescending(sort),
              }),
              ...KEEP_ORDER,
            },
          )}
        >
          {label}
        </a>
      )}
    </th>
  );
}

function Line(props: { readonly row: QueueRow; readonly view: QueueView; readonly href: string }): JSX.Element {
  const { row, view, href } = props;
  return (
    <tr>
      <td class="es-queue-box">
        <input
          class="ds-input"
          type="checkbox"
          name="dossier"
          value={writeChosen(row)}
          checked={view.all !== null}
          aria-label={`Choisir ${row.number}`}
        />
      </td>
      <th scope="row" class="es-queue-file">
        <strong>{row.organisation}</strong>
        <small>
          <a href={href}>{row.number}</a>
          {row.title !== "" && ` · ${row.title}`}
        </small>
      </th>
      {view.columns.map((column) => (
        <Cell key={column.key} column={column} row={row} view={view} />
      ))}
    </tr>
  );
}

function Cell(props: { readonly column: QueueColumn; readonly row: QueueRow; readonly view: QueueView }): JSX.Element {
  const { column, row, view } = props;
  return (
    <td class={column.numeric === true ? "es-num" : undefined} data-label={column.label} data-column={column.key}>
      {view.cell(row, column)}
    </td>
  );
}
