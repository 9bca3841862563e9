import type { JSX } from "preact";
import { cents, sayMoney } from "#policy/index.ts";
import { ActFields, allTypedIn, errorOf, idIn, type ReviewedView, typedIn } from "#src/reviews/web/index.ts";
import {
  Button,
  CheckField,
  DayField,
  formatChoices,
  formatDay,
  formatNumber,
  LongTextField,
  MoneyField,
  Notice,
  TextField,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type AwardContext, canAward, KNOWINGLY, mostOf } from "../award.ts";
import type { Laid } from "../report-store.ts";
import { written } from "./correction-form.tsx";

export const DECISION_FORM = "decision-rendue";

const favourable = { value: "favorable", label: "Aide accordée" };
const rejected = { value: "rejet", label: "Demande rejetée" };

/** The vote as it was: only what the rules allow is offered, and who can lift what stands in the way is named. */
export function DecisionForm(props: {
  readonly view: ReviewedView;
  readonly context: AwardContext;
  /** Who may send the opinion back, where no aid can be voted as it stands. */
  readonly senders: readonly { readonly id: string; readonly name: string }[];
  /** The report that laid the file before the Commission, where one did: the vote's day and number come from it. */
  readonly laid: Laid | null;
}): JSX.Element {
  const { view, context, laid } = props;
  const funder = useFunder();
  const { application } = view.file;
  const most = mostOf(context.ceilings);
  const ticked = allTypedIn(view, DECISION_FORM, "motifs");
  const usual = ["validated-favourable", "selected"].includes(application.state) ? "favorable" : "rejet";
  const sense = canAward(context) ? typedIn(view, DECISION_FORM, "sens", usual) : "rejet";
  return (
    <form
      class="es-form es-card es-card-tinted"
      method="post"
      action={urls.reviewDecision.href({ id: application.id })}
    >
      <h3 class="es-card-title">Enregistrer le vote {funder.voter.of}</h3>
      <ActFields view={view} />
      {laid !== null && (
        <p>
          Présenté par le rapport {laid.number}, réunion du {formatDay(laid.sessionOn)}
          {laid.deliberation !== null && `, délibération ${laid.deliberation}`}.
        </p>
      )}
      {!canAward(context) && <WhyNoAid context={context} senders={props.senders} />}
      <DayField
        name="date"
        id={idIn(DECISION_FORM, "date")}
        label="Date du vote"
        value={typedIn(view, DECISION_FORM, "date", sessionOf(laid, context))}
        error={errorOf(view, DECISION_FORM, "date")}
      />
      {(errorOf(view, DECISION_FORM, KNOWINGLY) ?? typedIn(view, DECISION_FORM, KNOWINGLY)) !== "" && (
        <CheckField
          name={KNOWINGLY}
          id={idIn(DECISION_FORM, KNOWINGLY)}
          label={`${funder.voter.capital} a bien voté à cette date, enregistrée ici après coup.`}
          checked={typedIn(view, DECISION_FORM, KNOWINGLY) === "oui"}
          error={errorOf(view, DECISION_FORM, KNOWINGLY)}
        />
      )}
      <TextField
        name="deliberation"
        id={idIn(DECISION_FORM, "deliberation")}
        label="Numéro de la délibération"
        width="m"
        maxLength={60}
        value={typedIn(view, DECISION_FORM, "deliberation", laid?.deliberation ?? "")}
        error={errorOf(view, DECISION_FORM, "deliberation")}
      />
      <fieldset class="ds-fieldset es-field" id={idIn(DECISION_FORM, "sens")} tabIndex={-1}>
        <legend class="ds-label">Sens du vote</legend>
        <div class="es-options es-options-inline">
          {(canAward(context) ? [favourable, rejected] : [rejected]).map((option) => (
            <div class="es-option" key={option.value}>
              <input
                class="ds-input"
                type="radio"
                id={idIn(DECISION_FORM, option.value)}
                name="sens"
                value={option.value}
                checked={sense === option.value}
              />
              <label for={idIn(DECISION_FORM, option.value)}>{option.label}</label>
            </div>
          ))}
        </div>
      </fieldset>
      {canAward(context) && <Amount view={view} most={most} />}
      {context.grounds.length > 0 && (
        <fieldset class="ds-fieldset es-field" id={idIn(DECISION_FORM, "motifs")} tabIndex={-1}>
          <legend class="ds-label">Motifs, si la demande est rejetée</legend>
          {errorOf(view, DECISION_FORM, "motifs") !== undefined && (
            <p class="es-error">{errorOf(view, DECISION_FORM, "motifs")}</p>
          )}
          <div class="es-options">
            {context.grounds.map((ground) => {
              const id = idIn(DECISION_FORM, ground.key);
              const proposedGround =
                view.typed?.form !== DECISION_FORM && view.file.opinions[0]?.grounds.includes(ground.key) === true;
              return (
                <div class="es-option" key={ground.key}>
                  <input
                    class="ds-input"
                    type="checkbox"
                    name="motifs"
                    id={id}
                    value={ground.key}
                    checked={proposedGround || ticked.includes(ground.key)}
                  />
                  <label for={id}>{ground.label}</label>
                  <div class="es-hint">{ground.finding}</div>
                </div>
              );
            })}
          </div>
        </fieldset>
      )}
      <Button icon="flag">Enregistrer la décision</Button>
    </form>
  );
}

/** The day of the session, once it has come: a vote is never dated before its time. */
function sessionOf(laid: Laid | null, { today }: AwardContext): string {
  return laid === null || laid.sessionOn > today ? "" : written(laid.sessionOn);
}

/** What was voted, and why it is less than the rules allow. */
function Amount(props: { readonly view: ReviewedView; readonly most: number }): JSX.Element {
  const { view, most } = props;
  const { proposedAid } = view.file.application;
  const proposed = proposedAid === null ? "" : formatNumber(proposedAid / 100);
  return (
    <>
      <MoneyField
        name="aide"
        id={idIn(DECISION_FORM, "aide")}
        label="Montant voté"
        hint={`Les règles permettent au plus ${sayMoney(cents(most))}.`}
        value={typedIn(view, DECISION_FORM, "aide", proposed)}
        error={errorOf(view, DECISION_FORM, "aide")}
      />
      <LongTextField
        name="raison"
        id={idIn(DECISION_FORM, "raison")}
        label={`Raison, obligatoire si le montant voté est inférieur à ${sayMoney(cents(most))}`}
        hint="La lettre la reprend."
        required={proposedAid !== null && proposedAid < most}
        unmarked
        maxLength={1000}
        value={typedIn(view, DECISION_FORM, "raison", view.file.opinions[0]?.reason ?? "")}
        error={errorOf(view, DECISION_FORM, "raison")}
      />
    </>
  );
}

/** Why no aid can be voted as the file stands, and who can send the opinion back. */
function WhyNoAid(props: Pick<Parameters<typeof DecisionForm>[0], "context" | "senders">): JSX.Element {
  const { unmet } = props.context;
  const funder = useFunder();
  const names = props.senders.map(({ name }) => name);
  const why =
    unmet.length === 0
      ? "Les règles ne laissent rien à financer."
      : `${unmet.length === 1 ? "Condition constatée non remplie" : "Conditions constatées non remplies"} : ${unmet.join(", ")}.`;
  return (
    <Notice tone="warning" title="Aucune aide ne peut être votée en l’état">
      <p>{why}</p>
      <p>
        Si {funder.voter.the} a accordé une aide, l’avis doit d’abord revenir à l’instruction
        {names.length > 0 && (
          <>
            {"\u00a0"}: demandez-le à <strong>{formatChoices(names)}</strong>
          </>
        )}
        .
      </p>
    </Notice>
  );
}
