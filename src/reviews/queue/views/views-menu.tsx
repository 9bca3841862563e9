import type { JSX } from "preact";
import { Button, CheckField, Icon, TextField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { queryOf, withoutPage } from "../filters/filter.ts";
import type { QueueView } from "../queue-view.ts";
import type { SavedView } from "./saved-views.ts";

/** The views that were kept, one's own and those that others share; and the form that keeps this one. */
export function ViewsMenu({ filter, views, settings, may }: QueueView): JSX.Element {
  const query = urls.queue.href({}, queryOf(withoutPage(filter))).slice(urls.queue.href().length);
  return (
    <details class="es-popover es-popover-end" id="vues">
      <summary class="ds-button" data-variant="tertiary" data-size="sm">
        <Icon name="star" />
        Vues
        {views.length > 0 && (
          <>
            {" "}
            <span class="es-count">{views.length}</span>
          </>
        )}
      </summary>
      <div class="es-popover-body es-views">
        {views.length > 0 && (
          <ul>
            {views.map((view) => (
              <ViewLine key={view.id} view={view} isStart={view.id === settings.startView} mayChange={may.saveView} />
            ))}
          </ul>
        )}
        {settings.startView !== null && <StartForm view="" label="Ouvrir de nouveau sur ce que mon rôle attend" />}
        {may.saveView && (
          <form class="es-form" method="post" action={urls.queueViews.href()}>
            <input type="hidden" name="requete" value={query} />
            <TextField name="nom" label="Garder la liste telle qu’elle est, sous le nom" maxLength={60} />
            <CheckField name="partagee" label="La partager avec les autres agents" required={false} />
            <Button size="sm" variant="secondary">
              Garder cette vue
            </Button>
          </form>
        )}
      </div>
    </details>
  );
}

function ViewLine(props: {
  readonly view: SavedView;
  readonly isStart: boolean;
  readonly mayChange: boolean;
}): JSX.Element {
  const { view, isStart, mayChange } = props;
  const isOwn = view.by === null;
  return (
    <li>
      <a href={`${urls.queue.href()}${view.query}`}>{view.name}</a>
      <small>
        {isOwn ? (view.shared ? "partagée par vous" : "") : `partagée par ${view.by}`}
        {isStart && (isOwn && !view.shared ? "page de départ" : ", page de départ")}
      </small>
      {!isStart && <StartForm view={view.id} label="Ouvrir dessus" context={`la vue ${view.name}`} />}
      {isOwn && mayChange && (
        <form method="post" action={urls.queueView.href({ view: view.id })}>
          <Button
            size="sm"
            variant="tertiary"
            name="geste"
            value={view.shared ? "garder" : "partager"}
            context={`la vue ${view.name}`}
          >
            {view.shared ? "Ne plus partager" : "Partager"}
          </Button>
          <Button
            size="sm"
            variant="tertiary"
            name="geste"
            value="retirer"
            icon="trash"
            context={`la vue ${view.name}`}
          >
            Retirer
          </Button>
        </form>
      )}
    </li>
  );
}

function StartForm(props: { readonly view: string; readonly label: string; readonly context?: string }): JSX.Element {
  return (
    <form method="post" action={urls.queueSettings.href()}>
      <input type="hidden" name="depart" value={props.view === "" ? "aucune" : props.view} />
      <Button size="sm" variant="tertiary" context={props.context}>
        {props.label}
      </Button>
    </form>
  );
}
