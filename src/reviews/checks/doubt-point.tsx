import type { JSX } from "preact";
import { hasAgentRole } from "#src/people/index.ts";
import { appliedTo } from "#src/schemes/index.ts";
import { formatDateTime, formatDay, Icon, Money, ProvisionId } from "#src/ui/index.ts";
import { Conclusions, ReasonField } from "../file/file-form.tsx";
import { may, type ReviewedView } from "../file/file-view.tsx";
import { changesSomething } from "../instruction/instruction.ts";
import { conclusionWords } from "./conclusion-words.ts";
import { Earlier } from "./earlier.tsx";
import type { DoubtCheck } from "./finding.ts";
import { concludedBy, doubtId, isTyped } from "./point.ts";

/** Whether someone has to choose a reading: nobody did, no doctrine does, and the readings do not give the same aid. */
export function isDoubtOpen(view: ReviewedView, { doubt, standing }: DoubtCheck): boolean {
  return standing === null && appliedTo(view.scheme).doctrine[doubt.id] === undefined && changesSomething(doubt);
}

/** A doubt that a person closed, on this file or for all by doctrine, is a line too; so is one whose readings give the same aid. */
export function DoubtPoint(props: { readonly view: ReviewedView; readonly check: DoubtCheck }): JSX.Element {
  const { view, check } = props;
  const { doubt, standing } = check;
  const held = appliedTo(view.scheme).doctrine[doubt.id];
  if (isDoubtOpen(view, check)) return <Readings view={view} check={check} id={doubtId(doubt.id)} />;
  const isRefused = isTyped(view, doubt.id);
  return (
    <details class="es-done" id={doubtId(doubt.id)} open={isRefused}>
      <summary>
        <Icon name="check" />
        <span>
          <b>{doubt.question}</b>{" "}
          {standing !== null
            ? concludedBy(standing)
            : held !== undefined
              ? `Doctrine depuis le ${formatDay(held.since)} : ${conclusionWords[held.reading]}`
              : "Sans effet ici : les deux lectures donnent la même aide."}
        </span>
        <Icon name="chevron-down" />
      </summary>
      <Readings view={view} check={check} />
    </details>
  );
}

/** Where the text can be read in two ways: both readings with their euros, and the one that a person chooses. */
function Readings(props: {
  readonly view: ReviewedView;
  readonly check: DoubtCheck;
  /** Its anchor, where no line stands for it. */
  readonly id?: string;
}): JSX.Element {
  const { view, check } = props;
  const { doubt, standing } = check;
  const isReduced = view.instruction.accepted !== view.instruction.asked;
  // The same euros twice would have one look for the difference.
  const effect = changesSomething(doubt) ? doubt.effect : null;
  return (
    <div class="es-doubt" id={props.id} data-closed={props.id === undefined ? "" : undefined}>
      <h3>
        {doubt.question} <ProvisionId id={doubt.id} /> <ProvisionId id={doubt.provision} />
      </h3>
      <ul class="es-readings">
        <Reading words={doubt.defaultReading} note="lecture d’ordinaire" cents={effect?.default} />
        {doubt.alternative !== null && (
          <Reading words={doubt.alternative} note="autre lecture" cents={effect?.alternative} />
        )}
      </ul>
      {doubt.effect !== null && effect === null && (
        <p>
          Sur ce dossier, l’une et l’autre donnent la même aide : <Money cents={doubt.effect.default} />. Rien n’oblige
          à trancher.
        </p>
      )}
      {isReduced && doubt.effect !== null && <p class="es-hint">Montants sur ce qui est demandé.</p>}
      <Doctrine view={view} doubt={doubt.id} />
      {standing !== null && (
        <p>
          <strong>Retenu : {conclusionWords[standing.last.conclusion]}</strong>, {standing.last.madeBy ?? "un agent"},{" "}
          {formatDateTime(standing.last.madeAt)} : {standing.last.reason}
        </p>
      )}
      {standing !== null && <Earlier standing={standing} />}
      {may(view, "find") && mayChoose(view, doubt.id) && (
        <div class="es-point-fields">
          <Conclusions
            view={view}
            point={doubt.id}
            about={`Lecture retenue, ${doubt.id}`}
            options={readings.filter(({ value }) => value === "default" || doubt.alternative !== null)}
            last={standing?.last.conclusion ?? null}
          />
          <ReasonField
            view={view}
            point={doubt.id}
            about={doubt.id}
            hint="Motif, dit dans la décision"
            last={standing?.last.reason ?? ""}
          />
        </div>
      )}
    </div>
  );
}

/** What would be refused is not offered. */
function mayChoose(view: ReviewedView, doubt: string): boolean {
  return appliedTo(view.scheme).doctrine[doubt] === undefined || mayDepart(view);
}

function mayDepart({ visitor }: ReviewedView): boolean {
  return hasAgentRole(visitor, "supervisor");
}

const readings = [
  { value: "default", label: "Lecture d’ordinaire" },
  { value: "alternative", label: "Autre lecture" },
] as const;

function Reading(props: {
  readonly words: string;
  readonly note: string;
  readonly cents: number | undefined;
}): JSX.Element {
  return (
    <li>
      <span>
        {props.words} <small>({props.note})</small>
      </span>
      {props.cents !== undefined && (
        <strong>
          <Money cents={props.cents} />
        </strong>
      )}
    </li>
  );
}

/** A doubt that is closed for everyone: said on each file that meets it. */
function Doctrine(props: { readonly view: ReviewedView; readonly doubt: string }): JSX.Element | null {
  const held = appliedTo(props.view.scheme).doctrine[props.doubt];
  if (held === undefined) return null;
  return (
    <p>
      <strong>
        Doctrine depuis le {formatDay(held.since)} : {conclusionWords[held.reading]}.
      </strong>{" "}
      {held.grounds}{" "}
      {mayDepart(props.view)
        ? "Vous pouvez vous en écarter sur ce dossier, avec un motif."
        : "Seul un responsable de service peut s’en écarter sur ce dossier, avec un motif."}
    </p>
  );
}
