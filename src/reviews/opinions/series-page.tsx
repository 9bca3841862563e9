import type { JSX } from "preact";
import { EmptyState, Money, PageHeader, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { conclusionWords } from "../checks/conclusion-words.ts";
import { Validation } from "../file/file-actions.tsx";
import { type FileView, mayTakeStep } from "../file/file-view.tsx";
import { deadlineOf } from "../queue/columns/own-columns.tsx";
import { KeysHelp, keysOfSeries } from "../queue/keys-help.tsx";
import { verdictLookOf } from "../web/words.ts";
import { Opinions } from "./file-opinion.tsx";

/** Opinions to validate, one under the other: what was concluded and why at the left, the supervisor's word at the right. */
export function SeriesPage(props: {
  readonly views: readonly FileView[];
  readonly more: boolean;
  /** Whether a key alone does something. */
  readonly keys: boolean;
  readonly today: string;
}): JSX.Element {
  const { views, keys } = props;
  return (
    <div class="es-file" data-series data-keys={keys ? "on" : "off"}>
      <PageHeader
        title="Avis à valider"
        lead="Chaque avis se valide seul, motivation sous les yeux. Ceux que vous avez donnés vous-même n’y sont pas."
      />
      {views.length === 0 && <EmptyState title="Aucun avis n’attend votre validation." level={2} />}
      {views.map((view) => (
        <Proposed key={view.file.application.id} view={view} today={props.today} />
      ))}
      {views.length > 0 && <KeysHelp keys={keys} of={keysOfSeries} back={urls.reviewSeries.href()} />}
      {props.more && <p class="es-hint">D’autres avis attendent : ils viennent à mesure que vous avancez.</p>}
    </div>
  );
}

function Proposed(props: { readonly view: FileView; readonly today: string }): JSX.Element {
  const { view, today } = props;
  const { application } = view.file;
  const { doubts, grid, ceiling } = view.instruction;
  const against = grid.filter(({ standing }) => standing !== null && standing.last.conclusion !== "satisfying");
  return (
    <section class="es-band" id={`d-${application.id}`} aria-labelledby={`t-${application.id}`} tabIndex={-1}>
      <div class="es-presented">
        <h2 id={`t-${application.id}`}>
          <a href={urls.review.href({ id: application.id })}>{application.number}</a> {application.organisationName}
        </h2>
        <p>
          {application.title} · {view.scheme.name} <StateTag quiet {...verdictLookOf(view.instruction)} />{" "}
          {deadlineOf(application, today)}
        </p>
        <Opinions view={view} />
        <p class="es-hint">
          Les règles permettent {ceiling === null ? "un montant inconnu" : <Money cents={ceiling} />}.{" "}
          {[...new Map(doubts.map((one) => [one.doubt.id, one])).values()]
            .filter(({ standing }) => standing !== null)
            .map(({ doubt, standing }) => (
              <span key={doubt.id}>
                {doubt.id} : {standing === null ? "" : conclusionWords[standing.last.conclusion]}.{" "}
              </span>
            ))}
          {against.map(({ line, standing }) => (
            <span key={line.id}>
              {line.title} : {standing?.last.reason}.{" "}
            </span>
          ))}
        </p>
      </div>
      <div class="es-judge">
        {mayTakeStep(view, "send-back") ? (
          <Validation view={view} series />
        ) : (
          <p class="es-hint">Vous n’agissez pas sur ce dossier.</p>
        )}
      </div>
    </section>
  );
}
