import type { JSX } from "preact";
import { urls } from "#src/urls.ts";
import { POINT, REASON, SHARED_REASON } from "../opinions/judgement.ts";
import { ActFields, errorOf, idIn, type ReviewedView, typedIn } from "./file-view.tsx";

/**
 * The one form of the judgement. Its fields stand beside what they judge, all over the page, and name it by their
 * `form`: one sending keeps them all.
 */
export const JUDGEMENT = "jugement";
/** The button that only keeps, then the one that gives the opinion. */
export const KEEP = "enregistrer";
export const SEND = "transmettre";

const OPINION_FIELDS = new Set([
  "sens",
  "avis",
  "aide",
  "raison",
  "motifs",
  "motifs-de-la-page",
  "grille-reste",
  SHARED_REASON,
]);

/** A field of what is concluded and proposed; the rest of the form is the budget, and how the act is sent. */
export function isOfJudgement(name: string): boolean {
  return name.startsWith(POINT) || name.startsWith(REASON) || OPINION_FIELDS.has(name);
}

/** The form itself; its first button keeps, so that Enter in a field never gives the opinion. */
export function JudgementForm(props: { readonly view: ReviewedView }): JSX.Element {
  return (
    <form id={JUDGEMENT} method="post" action={urls.reviewJudgement.href({ id: props.view.file.application.id })}>
      <ActFields view={props.view} />
      <button type="submit" class="ds-sr-only" name="acte" value={KEEP} tabIndex={-1} aria-hidden="true">
        Enregistrer
      </button>
    </form>
  );
}

export interface PointOption {
  readonly value: string;
  readonly label: string | JSX.Element;
  readonly tone?: "success" | "honey" | "danger";
}

/** The answers that a point may have, side by side; one is chosen. */
export function Conclusions(props: {
  readonly view: ReviewedView;
  readonly point: string;
  /** What is judged, for who does not see the line. */
  readonly about: string;
  readonly options: readonly PointOption[];
  /** What stands, kept before. */
  readonly last: string | null;
}): JSX.Element {
  const { view, options } = props;
  const name = POINT + props.point;
  const chosen = typedIn(view, JUDGEMENT, name, props.last ?? "");
  const error = errorOf(view, JUDGEMENT, name);
  const isOvertaken = view.typed?.overtakenBy !== undefined && props.last !== null && chosen !== props.last;
  const said = options.find(({ value }) => value === props.last)?.label;
  const id = idIn(JUDGEMENT, name);
  return (
    <fieldset class="es-seg-field" id={id} tabIndex={-1} aria-describedby={error && `${id}-erreur`}>
      <legend class="ds-sr-only">{props.about}</legend>
      {error !== undefined && <Wrong id={`${id}-erreur`}>{error}</Wrong>}
      {isOvertaken && <p class="es-hint">{`Enregistré depuis\u00a0: « ${said} ». Votre choix le remplacerait.`}</p>}
      <div class="es-seg">
        {options.map((option) => (
          <label key={option.value} data-color={option.tone}>
            <input type="radio" form={JUDGEMENT} name={name} value={option.value} checked={chosen === option.value} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Why: one line that grows with what is typed. */
export function ReasonField(props: {
  readonly view: ReviewedView;
  readonly point: string;
  readonly about: string;
  readonly hint: string;
  readonly last: string;
}): JSX.Element {
  const name = REASON + props.point;
  const error = errorOf(props.view, JUDGEMENT, name);
  const id = idIn(JUDGEMENT, name);
  return (
    <div class="es-point-reason">
      {error !== undefined && <Wrong id={`${id}-erreur`}>{error}</Wrong>}
      <textarea
        class="ds-input"
        form={JUDGEMENT}
        id={id}
        name={name}
        rows={1}
        aria-label={`Motif, ${props.about}`}
        placeholder={props.hint}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-erreur`}
      >
        {typedIn(props.view, JUDGEMENT, name, props.last)}
      </textarea>
    </div>
  );
}

export function Wrong(props: { readonly id: string; readonly children: string }): JSX.Element {
  return (
    <p class="es-error" id={props.id}>
      <span class="ds-sr-only">Erreur : </span>
      {props.children}
    </p>
  );
}
