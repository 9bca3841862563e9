import type { JSX } from "preact";
import {
  Button,
  formatDateTime,
  formatNumber,
  LongTextField,
  Money,
  MoneyField,
  Notice,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { OpinionRow } from "../file/file-store.ts";
import { ActFields, allTypedIn, errorOf, type FileView, idIn, mayTakeStep, typedIn } from "../file/file-view.tsx";
import { groundsOf } from "./opinion.ts";
import { sentBack } from "./sent-back.ts";

/** Opinions given so far, the last first. */
export function Opinions(props: { readonly view: FileView }): JSX.Element {
  const { opinions } = props.view.file;
  const { view } = props;
  const sent = sentBack(view.file);
  return (
    <>
      <SentBack view={view} />
      {opinions.length === 0 && <p class="es-hint">Aucun avis n’a encore été rendu.</p>}
      {opinions.map((opinion) => (
        <div class="es-card es-card-plain" key={opinion.id}>
          <div class="es-card-top">
            <span class="es-eyebrow">
              {opinion.givenBy ?? "Un agent"}, {formatDateTime(opinion.givenAt)}, sur la version {opinion.revision}
            </span>
            <StateTag {...opinionLook(opinion)} />
            {sent !== null && opinion === opinions[0] && <StateTag tone="warning" icon="undo" label="Renvoyé" />}
          </div>
          {opinion.proposedAid !== null && (
            <p>
              Aide proposée :{" "}
              <strong>
                <Money cents={opinion.proposedAid} />
              </strong>
            </p>
          )}
          {opinion.reason !== "" && (
            <p>Raison d’une aide inférieure à ce que permettent les règles : {opinion.reason}</p>
          )}
          {opinion.grounds.length > 0 && (
            <p>Motifs : {opinion.grounds.map((ground) => ground.split("@")[0]).join(", ")}</p>
          )}
          <p class="es-lines">{opinion.body}</p>
        </div>
      ))}
      {mayTakeStep(view, "propose-favourable") && <OpinionForm view={view} />}
    </>
  );
}

/** Who sent the last opinion back, and what they ask to see again. */
export function SentBack(props: { readonly view: Pick<FileView, "file"> }): JSX.Element | null {
  const sent = sentBack(props.view.file);
  if (sent === null) return null;
  return (
    <Notice tone="warning" title="L’avis est renvoyé à l’instruction">
      <p class="es-lines">{sent.reason}</p>
      <p>
        {sent.by ?? "Un responsable"}, {formatDateTime(sent.at)}. Le texte précédent est repris dans{" "}
        <a href={`#${OPINION}`}>votre avis</a>, à amender.
      </p>
    </Notice>
  );
}

function opinionLook(opinion: OpinionRow) {
  return opinion.favourable
    ? ({ tone: "success", icon: "check", label: "Favorable" } as const)
    : ({ tone: "danger", icon: "cross", label: "Défavorable" } as const);
}

/** Name and anchor of the form of an opinion. */
export const OPINION = "avis-rendu";

/** The officer's opinion: given where the opinions stand, once all is concluded. */
export function OpinionForm(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const { instruction } = view;
  const grounds = groundsOf(instruction);
  // Sent back, the former opinion is there to be amended.
  const before = sentBack(view.file) === null ? undefined : view.file.opinions[0];
  const isTyped = view.typed?.form === OPINION;
  const ticked = isTyped ? allTypedIn(view, OPINION, "motifs") : (before?.grounds ?? []);
  const formerly = before === undefined ? "" : before.favourable ? "favorable" : "defavorable";
  const sense = typedIn(view, OPINION, "sens", formerly);
  const amount = before?.proposedAid ?? instruction.ceiling;
  const proposed = amount === null ? "" : formatNumber(amount / 100);
  const error = errorOf(view, OPINION, "sens");
  return (
    <form
      class="es-form es-card es-card-tinted"
      id={OPINION}
      method="post"
      action={urls.reviewOpinion.href({ id: view.file.application.id })}
    >
      <h3 class="es-card-title">Votre avis</h3>
      <ActFields view={view} />
      {instruction.left.length > 0 && (
        <Notice tone="info">
          Un avis favorable demande que <a href="#actions">{leftWords(instruction.left.length)}</a>.
        </Notice>
      )}
      <fieldset class="ds-fieldset es-field" id={idIn(OPINION, "sens")} tabIndex={-1}>
        <legend class="ds-label">Sens de l’avis</legend>
        {error !== undefined && <p class="es-error">{error}</p>}
        <div class="es-options es-options-inline">
          <Radio name="sens" value="favorable" label="Favorable" checked={sense === "favorable"} />
          <Radio name="sens" value="defavorable" label="Défavorable" checked={sense === "defavorable"} />
        </div>
      </fieldset>
      <MoneyField
        name="aide"
        id={idIn(OPINION, "aide")}
        label="Aide proposée, si l’avis est favorable"
        hint={
          instruction.ceiling === null ? undefined : (
            <>
              Les règles permettent au plus <Money cents={instruction.ceiling} />.
            </>
          )
        }
        required={false}
        value={typedIn(view, OPINION, "aide", proposed)}
        error={errorOf(view, OPINION, "aide")}
      />
      {instruction.ceiling !== null && instruction.ceiling > 0 && (
        <LongTextField
          name="raison"
          id={idIn(OPINION, "raison")}
          label={
            <>
              Raison, obligatoire si l’aide proposée est inférieure à <Money cents={instruction.ceiling} />
            </>
          }
          hint="Elle figure dans le rapport ; le vote et la lettre la reprennent."
          rows={2}
          maxLength={1000}
          required={false}
          unmarked
          value={typedIn(view, OPINION, "raison", before?.reason ?? "")}
          error={errorOf(view, OPINION, "raison")}
        />
      )}
      <fieldset class="ds-fieldset es-field" id={idIn(OPINION, "motifs")} tabIndex={-1}>
        <legend class="ds-label">Motifs de droit, si l’avis est défavorable</legend>
        {errorOf(view, OPINION, "motifs") !== undefined && <p class="es-error">{errorOf(view, OPINION, "motifs")}</p>}
        {grounds.length === 0 ? (
          <p class="es-hint">
            Aucune condition n’est constatée non remplie et aucune ligne de la grille n’est insuffisante.
          </p>
        ) : (
          <div class="es-options">
            {grounds.map((ground) => (
              <div class="es-option" key={ground.key}>
                <input
                  class="ds-input"
                  type="checkbox"
                  name="motifs"
                  id={idIn(OPINION, ground.key)}
                  value={ground.key}
                  checked={ticked.includes(ground.key)}
                />
                <label for={idIn(OPINION, ground.key)}>{ground.label}</label>
                <div class="es-hint">{ground.finding}</div>
              </div>
            ))}
          </div>
        )}
      </fieldset>
      <LongTextField
        name="avis"
        id={idIn(OPINION, "avis")}
        label="Motivation"
        hint="Elle figure dans le rapport à la Commission permanente."
        maxLength={8000}
        value={typedIn(view, OPINION, "avis", before?.body ?? "")}
        error={errorOf(view, OPINION, "avis")}
      />
      <Button icon="scale">Transmettre à la validation</Button>
    </form>
  );
}

function leftWords(left: number): string {
  return left === 1 ? "le dernier point soit conclu" : `les ${left} points restants soient conclus`;
}

function Radio(props: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
}): JSX.Element {
  const id = idIn(OPINION, props.value);
  return (
    <div class="es-option">
      <input class="ds-input" type="radio" id={id} name={props.name} value={props.value} checked={props.checked} />
      <label for={id}>{props.label}</label>
    </div>
  );
}
