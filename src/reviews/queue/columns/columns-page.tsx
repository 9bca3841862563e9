import type { JSX } from "preact";
import { Button, ButtonBar, LinkButton, PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { QueueColumn } from "../part.ts";

/** Which columns the list has, and in which order: each press keeps what is ticked and moves one line. */
export function ColumnsPage(props: {
  readonly all: readonly QueueColumn[];
  /** Keys of those shown. */
  readonly shown: readonly string[];
  readonly back: string;
}): JSX.Element {
  const { all, shown, back } = props;
  return (
    <>
      <PageHeader
        title="Colonnes de la liste"
        lead="Elles valent pour vous, sur tous vos postes. L’organisme et le dossier sont toujours là."
        actions={
          <LinkButton variant="secondary" href={back}>
            Revenir à la liste
          </LinkButton>
        }
      />
      <form method="post" action={urls.queueColumns.href()} class="es-form">
        <input type="hidden" name="retour" value={back} />
        <button class="ds-sr-only" type="submit" name="geste" value="garder" tabIndex={-1}>
          Garder ces colonnes
        </button>
        <ol class="es-columns-chosen">
          {all.map(({ key, label }, at) => (
            <li key={key}>
              <input type="hidden" name="ordre" value={key} />
              <label>
                <input class="ds-input" type="checkbox" name="colonne" value={key} checked={shown.includes(key)} />
                <span>{label}</span>
              </label>
              <Button
                size="sm"
                variant="tertiary"
                name="geste"
                value={`monter ${key}`}
                disabled={at === 0}
                context={label}
              >
                Monter
              </Button>
              <Button
                size="sm"
                variant="tertiary"
                name="geste"
                value={`descendre ${key}`}
                disabled={at === all.length - 1}
                context={label}
              >
                Descendre
              </Button>
            </li>
          ))}
        </ol>
        <ButtonBar>
          <Button name="geste" value="garder">
            Garder ces colonnes
          </Button>
          <Button name="geste" value="origine" variant="secondary">
            Reprendre celles du service
          </Button>
        </ButtonBar>
      </form>
    </>
  );
}
