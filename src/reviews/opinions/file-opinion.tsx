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
  useFunder,
} from "#src/ui/index.ts";
import { JUDGEMENT, KEEP, SEND } from "../file/file-form.tsx";
import type { OpinionRow } from "../file/file-store.ts";
import { allTypedIn, errorOf, idIn, mayTakeStep, type ReviewedView, typedIn } from "../file/file-view.tsx";
import { SHARED_REASON } from "./judgement.ts";
import { groundsOf } from "./opinion.ts";
import { sentBack } from "./sent-back.ts";

/** Anchor of the opinion in the page. */
export const OPINION = "avis";

/** Opinions given so far, the last first. */
export function Opinions(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { opinions } = view.file;
  const sent = sentBack(view.file);
  if (opinions.length === 0) return <p class="es-hint">Aucun avis n’a encore été rendu.</p>;
  return (
    <>
      {opinions.map((opinion) => (
        <div class="es-given" key={opinion.id}>
          <p>
            <StateTag {...opinionLook(opinion)} />{" "}
            {sent !== null && opinion === opinions[0] && <StateTag tone="warning" icon="undo" label="Renvoyé" />}{" "}
            {opinion.proposedAid !== null && (
              <strong>
                <Money cents={opinion.proposedAid} />
              </strong>
            )}{" "}
            <small>
              {opinion.givenBy ?? "Un agent"}, {formatDateTime(opinion.givenAt)}, sur la version {opinion.revision}
            </small>
          </p>
          {opinion.reason !== "" && (
            <p>Raison d’une aide inférieure à ce que permettent les règles : {opinion.reason}</p>
          )}
          {opinion.grounds.length > 0 && <p>Motifs : {sayGrounds(view, opinion.grounds)}</p>}
          <p class="es-lines">{opinion.body}</p>
        </div>
      ))}
    </>
  );
}

/** Grounds by their titles; the bare number of one that the file does not hold any more. */
function sayGrounds({ instruction }: ReviewedView, grounds: readonly string[]): string {
  const labels = new Map(groundsOf(instruction).map(({ key, label }) => [key, label]));
  return grounds.map((ground) => labels.get(ground) ?? ground.split("@")[0]).join(" ; ");
}

/** Who sent the last opinion back, and what they ask to see again. */
export function SentBack(props: { readonly view: Pick<ReviewedView, "file"> }): JSX.Element | null {
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

/** The box that takes as grounds what the same sending concludes against the file. */
export const HERE = "motifs-de-la-page";

/** Name of the field of the opinion's sense. */
export const SENSE = "sens";

/** The officer's opinion: the sense that is chosen unfolds its own fields, without a script. */
export function OpinionForm(props: { readonly view: ReviewedView }): JSX.Element | null {
  const { view } = props;
  const funder = useFunder();
  if (!mayTakeStep(view, "propose-unfavourable")) return null;
  // Where a committee selects, a person may only find that a file cannot be assessed, and say why.
  const isFree = mayTakeStep(view, "propose-favourable");
  const before = formerly(view);
  const sense = typedIn(
    view,
    JUDGEMENT,
    SENSE,
    before === undefined ? "" : before.favourable ? "favorable" : "defavorable",
  );
  const left = view.instruction.left.length;
  const waiting = view.instruction.left.filter(({ kind }) => kind !== "grid").length;
  return (
    <div class="es-opinion">
      <h3 class={isFree ? "ds-sr-only" : undefined}>
        {isFree ? "Votre avis" : "Écarter ce dossier avant l’évaluation"}
      </h3>
      {isFree ? (
        <Sense view={view} sense={sense} />
      ) : (
        <input type="hidden" form={JUDGEMENT} name={SENSE} value="defavorable" />
      )}
      {isFree && (
        <div class="es-if-favourable">
          <Favourable view={view} />
        </div>
      )}
      <div class={isFree ? "es-if-unfavourable" : undefined}>
        <Grounds view={view} />
      </div>
      <div class="es-opinion-words">
        <LongTextField
          name="avis"
          id={idIn(JUDGEMENT, "avis")}
          form={JUDGEMENT}
          label="Motivation"
          hint={`Elle figure dans le rapport ${funder.voter.to}.`}
          rows={3}
          value={typedIn(view, JUDGEMENT, "avis", before?.body ?? "")}
          error={errorOf(view, JUDGEMENT, "avis")}
        />
      </div>
      {waiting > 1 && <SharedReason view={view} points={waiting} />}
      <div class="es-button-bar">
        <Button icon="scale" form={JUDGEMENT} name="acte" value={SEND}>
          Transmettre à la validation
        </Button>
        <Button variant="secondary" form={JUDGEMENT} name="acte" value={KEEP}>
          Enregistrer sans transmettre
        </Button>
      </div>
      <p class="es-hint">
        Tout ce que vous avez saisi dans la page part avec l’avis.
        {isFree && left > 0 && ` Un avis favorable demande que ${leftWords(left)}.`}
      </p>
    </div>
  );
}

/** Several points are often concluded for one and the same reason: it is typed once. */
function SharedReason(props: { readonly view: ReviewedView; readonly points: number }): JSX.Element {
  const { view, points } = props;
  const id = idIn(JUDGEMENT, SHARED_REASON);
  return (
    <div class="es-shared-reason">
      <label for={id}>{`Motif des ${points} points à conclure, là où vous n’en donnez pas d’autre`}</label>
      <textarea class="ds-input" form={JUDGEMENT} id={id} name={SHARED_REASON} rows={1}>
        {typedIn(view, JUDGEMENT, SHARED_REASON)}
      </textarea>
    </div>
  );
}

/** The opinion to amend: sent back by the supervisor, or taken back by who gave it. */
function formerly(view: ReviewedView): OpinionRow | undefined {
  return view.file.application.state === "under-review" ? view.file.opinions[0] : undefined;
}

function Sense(props: { readonly view: ReviewedView; readonly sense: string }): JSX.Element {
  const { view, sense } = props;
  const error = errorOf(view, JUDGEMENT, SENSE);
  const id = idIn(JUDGEMENT, SENSE);
  return (
    <fieldset class="es-seg-field" id={id} tabIndex={-1}>
      <legend class="ds-sr-only">Sens de l’avis</legend>
      {error !== undefined && <p class="es-error">{error}</p>}
      <div class="es-seg es-seg-large">
        {senses.map(({ value, label, tone }) => (
          <label key={value} data-color={tone}>
            <input type="radio" form={JUDGEMENT} name={SENSE} value={value} checked={sense === value} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const senses = [
  { value: "favorable", label: "Favorable", tone: "success" },
  { value: "defavorable", label: "Défavorable", tone: "danger" },
] as const;

function Favourable(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { ceiling } = view.instruction;
  const before = formerly(view);
  const amount = before?.proposedAid ?? ceiling;
  return (
    <>
      <MoneyField
        name="aide"
        id={idIn(JUDGEMENT, "aide")}
        form={JUDGEMENT}
        label="Aide proposée"
        hint={
          ceiling === null ? undefined : (
            <>
              Les règles permettent au plus <Money cents={ceiling} />. Laissez ce champ vide pour proposer ce plafond.
            </>
          )
        }
        required={false}
        unmarked
        value={typedIn(
          view,
          JUDGEMENT,
          "aide",
          amount === null || before === undefined ? "" : formatNumber(amount / 100),
        )}
        error={errorOf(view, JUDGEMENT, "aide")}
      />
      {ceiling !== null && ceiling > 0 && (
        <LongTextField
          name="raison"
          id={idIn(JUDGEMENT, "raison")}
          form={JUDGEMENT}
          label="Raison, si l’aide proposée est inférieure au plafond"
          hint="Le vote et la lettre la reprennent."
          rows={1}
          required={false}
          unmarked
          value={typedIn(view, JUDGEMENT, "raison", before?.reason ?? "")}
          error={errorOf(view, JUDGEMENT, "raison")}
        />
      )}
    </>
  );
}

function Grounds(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const grounds = groundsOf(view.instruction);
  const isTyped = view.typed?.form === JUDGEMENT;
  const ticked = isTyped ? allTypedIn(view, JUDGEMENT, "motifs") : (formerly(view)?.grounds ?? []);
  const error = errorOf(view, JUDGEMENT, "motifs");
  return (
    <fieldset class="ds-fieldset es-field" id={idIn(JUDGEMENT, "motifs")} tabIndex={-1}>
      <legend class="ds-label">Motifs de droit</legend>
      {error !== undefined && <p class="es-error">{error}</p>}
      <div class="es-options">
        <div class="es-option">
          <input
            class="ds-input"
            type="checkbox"
            form={JUDGEMENT}
            name={HERE}
            id={idIn(JUDGEMENT, HERE)}
            value="oui"
            checked={!isTyped || typedIn(view, JUDGEMENT, HERE) === "oui"}
          />
          <label for={idIn(JUDGEMENT, HERE)}>
            Ce que je conclus « non remplie » ou « insuffisant » dans cette page
          </label>
        </div>
        {grounds.map((ground) => (
          <div class="es-option" key={ground.key}>
            <input
              class="ds-input"
              type="checkbox"
              form={JUDGEMENT}
              name="motifs"
              id={idIn(JUDGEMENT, ground.key)}
              value={ground.key}
              checked={ticked.includes(ground.key)}
            />
            <label for={idIn(JUDGEMENT, ground.key)}>{ground.label}</label>
            <div class="es-hint">{ground.finding}</div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function leftWords(left: number): string {
  return left === 1 ? "le dernier point soit conclu" : `les ${left} points restants soient conclus`;
}
