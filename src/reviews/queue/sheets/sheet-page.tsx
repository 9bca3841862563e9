import type { JSX } from "preact";
import { Button, ButtonBar, LinkButton, PageHeader } from "#src/ui/index.ts";
import type { QueueFilter } from "../filters/filter.ts";
import { KeptFields } from "../filters/filter-panel.tsx";
import type { SheetColumn } from "./sheet.ts";

/** Which columns, and as which file: of the whole list by a plain address, of the files chosen by a form. */
export function SheetPage(props: {
  readonly title: string;
  readonly lead: string;
  readonly columns: readonly SheetColumn[];
  readonly back: string;
  readonly send:
    | { readonly method: "get"; readonly csv: string; readonly xlsx: string; readonly filter: QueueFilter }
    | { readonly method: "post"; readonly action: string; readonly fields: Readonly<Record<string, string>> };
}): JSX.Element {
  const { columns, send } = props;
  const isPost = send.method === "post";
  return (
    <>
      <PageHeader
        title={props.title}
        lead={props.lead}
        actions={
          <LinkButton variant="secondary" href={props.back}>
            Revenir à la liste
          </LinkButton>
        }
      />
      <form class="es-form" method={send.method} action={isPost ? send.action : send.xlsx}>
        {isPost ? (
          Object.entries(send.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))
        ) : (
          <KeptFields filter={send.filter} />
        )}
        <fieldset class="es-filter-group es-sheet-columns">
          <legend>Colonnes</legend>
          <ul>
            {columns.map(({ key, header }) => (
              <li key={key}>
                <label>
                  <input class="ds-input" type="checkbox" name="colonne" value={key} checked />
                  <span>{header}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <ButtonBar>
          {isPost ? (
            <>
              <Button name="format" value="xlsx" icon="download">
                Exporter pour un tableur (XLSX)
              </Button>
              <Button name="format" value="csv" variant="secondary" icon="download">
                Exporter en CSV
              </Button>
            </>
          ) : (
            <>
              <Button icon="download">Exporter pour un tableur (XLSX)</Button>
              <Button formAction={send.csv} variant="secondary" icon="download">
                Exporter en CSV
              </Button>
            </>
          )}
        </ButtonBar>
      </form>
    </>
  );
}
