import type { JSX } from "preact";
import { Button, formatDateTime, Icon, LongTextField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ActFields, errorOf, type FileView, idIn, typedIn } from "../file/file-view.tsx";
import type { Finding, Standing } from "./finding.ts";

/** A quiet fold: the line above says enough for most readings. */
export function Fold(props: {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: JSX.Element | readonly (JSX.Element | null | false)[];
}): JSX.Element {
  return (
    <details class="es-why" open={props.open === true}>
      <summary>
        <Icon name="chevron-down" />
        {props.summary}
      </summary>
      {props.children}
    </details>
  );
}

export const conclusionWords: Readonly<Record<Finding["conclusion"], string>> = {
  met: "remplie",
  "not-met": "non remplie",
  default: "lecture appliquée d’ordinaire",
  alternative: "autre lecture",
  satisfying: "satisfaisant",
  "to-complete": "à compléter",
  insufficient: "insuffisant",
};

/** Findings that were replaced stay readable. */
export function Earlier(props: { readonly standing: Standing }): JSX.Element | null {
  const { earlier } = props.standing;
  if (earlier.length === 0) return null;
  return (
    <Fold summary={`Constats précédents (${earlier.length})`}>
      <ul>
        {earlier.map((finding) => (
          <li key={finding.id}>
            {formatDateTime(finding.madeAt)}, {finding.madeBy ?? "un agent"} : {conclusionWords[finding.conclusion]}
            {finding.reason !== "" && <>, « {finding.reason} »</>}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** A conclusion and its reason; one small form a point, so that nothing else waits for it. */
export function FindingForm(props: {
  readonly view: FileView;
  readonly form: string;
  readonly subject: string;
  readonly about: string;
  readonly last: string | null;
  readonly options: readonly { readonly value: string; readonly label: string | JSX.Element }[];
  readonly hint: string;
}): JSX.Element {
  const { view, form, subject, about, options, hint } = props;
  const chosen = typedIn(view, form, "conclusion", props.last ?? "");
  const error = errorOf(view, form, "conclusion");
  return (
    <form
      class="es-form"
      method="post"
      action={urls.reviewFindings.href({ id: view.file.application.id })}
      id={form === "" ? undefined : `f-${form}`}
    >
      <ActFields view={view} />
      <input type="hidden" name="point" value={subject} />
      <input type="hidden" name="sur" value={about} />
      <input type="hidden" name="formulaire" value={form} />
      <fieldset class="ds-fieldset es-field" id={idIn(form, "conclusion")} tabIndex={-1}>
        <legend class="ds-label">Votre constat</legend>
        {error !== undefined && (
          <p class="es-error">
            <span class="ds-sr-only">Erreur : </span>
            {error}
          </p>
        )}
        <div class="es-options es-options-inline">
          {options.map((option) => (
            <div class="es-option" key={option.value}>
              <input
                class="ds-input"
                type="radio"
                id={idIn(form, option.value)}
                name="conclusion"
                value={option.value}
                checked={chosen === option.value}
              />
              <label for={idIn(form, option.value)}>{option.label}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <LongTextField
        name="motif"
        id={idIn(form, "motif")}
        label="Motif"
        hint={hint}
        rows={2}
        required={false}
        unmarked
        value={typedIn(view, form, "motif")}
        error={errorOf(view, form, "motif")}
      />
      <Button variant="secondary" size="sm" context={`sur ${subject}`}>
        Enregistrer le constat
      </Button>
    </form>
  );
}
