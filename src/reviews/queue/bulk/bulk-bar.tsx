import type { JSX } from "preact";
import { Button, Icon, plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { queryOf } from "../filters/filter.ts";
import type { QueueView } from "../queue-view.ts";
import { MOST_CHOSEN, writeChosen } from "./chosen.ts";

/** What can be done with the files that are chosen: it stays in view while the list scrolls. */
export function BulkBar(view: QueueView): JSX.Element {
  const { acts, may } = view;
  const others = acts.filter(({ key }) => key !== "affecter");
  return (
    <fieldset class="es-bulk" data-bulk>
      <legend class="ds-sr-only">Avec les dossiers choisis</legend>
      <div class="es-bulk-said">
        <Said {...view} />
      </div>
      <div class="es-bulk-acts">
        {may.assign && <Assign {...view} />}
        {others.map(({ key, label, icon }) => (
          <Button key={key} variant="secondary" size="sm" name="action" value={key} icon={icon}>
            {label}
          </Button>
        ))}
        {may.report && (
          <Button variant="secondary" size="sm" name="action" value="rapport" icon="file">
            Rapport
          </Button>
        )}
        <Button variant="secondary" size="sm" name="action" value="exporter" icon="download">
          Exporter
        </Button>
      </div>
    </fieldset>
  );
}

/** How many are chosen: counted by the style sheet on this page, and told where all of the list are. */
function Said({ all, filter, page }: QueueView): JSX.Element {
  if (all !== null) {
    const here = new Set(page.rows.map(({ id }) => id));
    const elsewhere = all.files.filter(({ id }) => !here.has(id));
    return (
      <>
        <input type="hidden" name="autres" value={elsewhere.map(writeChosen).join(" ")} />
        <p data-bulk-count data-elsewhere={elsewhere.length}>
          <strong>{plural(all.files.length, "dossier choisi", "dossiers choisis")}</strong>
          {elsewhere.length > 0 && `, dont ${elsewhere.length} sur d’autres pages`}
        </p>
        {all.isMore && <p>{`La liste est plus longue\u00a0: un acte en prend ${MOST_CHOSEN} à la fois.`}</p>}
        <a href={urls.queue.href({}, queryOf(filter))}>Ne plus tout choisir</a>
      </>
    );
  }
  const isOnePage = page.next === null && page.previous === null;
  return (
    <>
      <p data-bulk-count data-elsewhere="0">
        <strong>
          Dossiers choisis : <span class="es-bulk-count" />
        </strong>
      </p>
      <a href={urls.queue.href({}, { ...queryOf(filter), choix: "tous" })}>
        {isOnePage ? "Choisir toute la liste" : "Choisir toute la liste, sur toutes ses pages"}
      </a>
    </>
  );
}

function Assign({ agents }: QueueView): JSX.Element {
  return (
    <span class="es-bulk-assign">
      <label class="ds-sr-only" for="affecter-a">
        Affecter à
      </label>
      <select class="ds-input" id="affecter-a" name="agent">
        <option value="moi">Affecter à moi</option>
        {agents.map((agent) => (
          <option key={agent.id} value={agent.id}>
            {`Affecter à ${agent.name}`}
          </option>
        ))}
        <option value="personne">N’affecter à personne</option>
      </select>
      <button class="ds-button" data-variant="primary" data-size="sm" name="action" value="affecter" type="submit">
        <Icon name="user" />
        Affecter
      </button>
    </span>
  );
}
