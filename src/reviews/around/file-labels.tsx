import type { JSX } from "preact";
import { Button, Icon } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { errorOf, idIn, KeyField, may, type ReviewedView, typedIn } from "../file/file-view.tsx";
import { LONGEST_LABEL } from "../queue/labels/label-acts.ts";

/** Name of the form that puts a label. */
export const LABELS = "etiquettes";

/** The labels of a file: each can be taken off, another one put, chosen among those of the service or new. */
export function ApplicationLabels(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { labels } = view.around;
  const href = urls.reviewLabels.href({ id: view.file.application.id });
  if (!may(view, "label")) return <Names labels={labels} />;
  return (
    <>
      {labels.length > 0 && (
        <form method="post" action={href}>
          <KeyField view={view} />
          <ul class="es-labels">
            {labels.map((name) => (
              <li key={name}>
                {name}
                <button type="submit" class="es-linkish" name="retirer" value={name} title="Retirer">
                  <Icon name="cross" />
                  <span class="ds-sr-only">Retirer l’étiquette {name}</span>
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <PutLabel view={view} href={href} />
    </>
  );
}

function Names(props: { readonly labels: readonly string[] }): JSX.Element | null {
  if (props.labels.length === 0) return null;
  return (
    <ul class="es-labels">
      {props.labels.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

function PutLabel(props: { readonly view: ReviewedView; readonly href: string }): JSX.Element {
  const { view } = props;
  const id = idIn(LABELS, "etiquette");
  const error = errorOf(view, LABELS, "etiquette");
  return (
    <details class="es-popover" open={error !== undefined}>
      <summary class="es-linkish">
        <Icon name="plus" />
        Étiquette
      </summary>
      <form class="es-popover-body es-search-line" method="post" action={props.href}>
        <KeyField view={view} />
        <label class="ds-label" for={id}>
          Étiquette
        </label>
        {error !== undefined && (
          <p class="es-error" id={`${id}-erreur`}>
            {error}
          </p>
        )}
        <input
          class="ds-input"
          id={id}
          name="etiquette"
          list={`${id}-connues`}
          maxLength={LONGEST_LABEL}
          autocomplete="off"
          value={typedIn(view, LABELS, "etiquette")}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-erreur`}
        />
        <datalist id={`${id}-connues`}>
          {view.around.allLabels.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Button variant="secondary" size="sm">
          Poser
        </Button>
      </form>
    </details>
  );
}
