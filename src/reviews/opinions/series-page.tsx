import type { JSX } from "preact";
import { DataTable, EmptyState, Money, PageHeader, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { conclusionWords } from "../checks/conclusion-words.ts";
import { Validation } from "../file/file-actions.tsx";
import { mayTakeStep, type ReviewedView } from "../file/file-view.tsx";
import { deadlineOf } from "../queue/columns/own-columns.tsx";
import { KeysHelp, keysOfSeries } from "../queue/keys-help.tsx";
import { verdictLookOf } from "../web/words.ts";
import { Opinions } from "./file-opinion.tsx";
import type { Waiting } from "./series-store.ts";

/** Where one is among the opinions that wait. */
export interface SeriesPlace {
  readonly waiting: readonly Waiting[];
  readonly here: Waiting;
  readonly previous: Waiting | null;
  readonly next: Waiting | null;
}

/** The opinion that was asked for, else the first; null where none waits. */
export function placeIn(waiting: readonly Waiting[], asked: string | undefined): SeriesPlace | null {
  const at = Math.max(
    0,
    waiting.findIndex(({ id }) => id === asked),
  );
  const here = waiting[at];
  if (here === undefined) return null;
  return { waiting, here, previous: waiting[at - 1] ?? null, next: waiting[at + 1] ?? null };
}

/** Opinions to validate: one before the eyes, what was concluded at the left and the word at the right, then the others. */
export function SeriesPage(props: {
  readonly shown: (SeriesPlace & { readonly view: ReviewedView }) | null;
  readonly more: boolean;
  /** Whether a key alone does something. */
  readonly keys: boolean;
  readonly today: string;
}): JSX.Element {
  const { shown, keys, today } = props;
  return (
    <div class="es-file" data-series data-keys={keys ? "on" : "off"}>
      <PageHeader
        title="Avis à valider"
        lead="Chaque avis se valide seul, motivation sous les yeux. Ceux que vous avez donnés vous-même n’y sont pas."
      />
      {shown === null ? (
        <EmptyState title="Aucun avis n’attend votre validation." level={2} />
      ) : (
        <>
          <Around place={shown} />
          <Proposed view={shown.view} next={shown.next} today={today} />
          <List place={shown} today={today} />
          {props.more && <p class="es-hint">D’autres avis attendent : ils viennent à mesure que vous avancez.</p>}
          <KeysHelp keys={keys} of={keysOfSeries} back={urls.reviewSeries.href()} />
        </>
      )}
    </div>
  );
}

function hrefOf({ id }: Waiting): string {
  return urls.reviewSeries.href({}, { avis: id });
}

function Around({ place: { waiting, here, previous, next } }: { readonly place: SeriesPlace }): JSX.Element {
  return (
    <nav class="es-button-bar" aria-label="Autres avis">
      {previous !== null && (
        <a href={hrefOf(previous)} data-key="k">
          Avis précédent<span class="ds-sr-only"> : {previous.number}</span>
        </a>
      )}
      <span>
        {waiting.indexOf(here) + 1} sur {waiting.length}
      </span>
      {next !== null && (
        <a href={hrefOf(next)} data-key="j">
          Passer à l’avis suivant<span class="ds-sr-only"> : {next.number}</span>
        </a>
      )}
    </nav>
  );
}

function List(props: { readonly place: SeriesPlace; readonly today: string }): JSX.Element {
  const { waiting, here } = props.place;
  return (
    <DataTable
      caption="Avis qui attendent"
      columns={[
        {
          key: "dossier",
          header: "Dossier",
          cell: (one: Waiting) =>
            one === here ? <strong aria-current="true">{one.number}</strong> : <a href={hrefOf(one)}>{one.number}</a>,
        },
        { key: "organisme", header: "Organisme", cell: (one) => one.organisation },
        {
          key: "avis",
          header: "Avis",
          cell: ({ favourable }) =>
            favourable ? (
              <StateTag quiet tone="success" icon="check" label="Favorable" />
            ) : (
              <StateTag quiet tone="danger" icon="cross" label="Défavorable" />
            ),
        },
        {
          key: "aide",
          header: "Aide proposée",
          numeric: true,
          cell: ({ proposedAid }) => (proposedAid === null ? "" : <Money cents={proposedAid} />),
        },
        { key: "echeance", header: "Échéance", cell: (one) => deadlineOf(one, props.today) },
      ]}
      rows={waiting}
      rowKey={(one) => one.id}
    />
  );
}

function Proposed(props: {
  readonly view: ReviewedView;
  readonly next: Waiting | null;
  readonly today: string;
}): JSX.Element {
  const { view, next, today } = props;
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
          <Validation view={view} series={{ next: next?.id ?? "" }} />
        ) : (
          <p class="es-hint">Vous n’agissez pas sur ce dossier.</p>
        )}
      </div>
    </section>
  );
}
