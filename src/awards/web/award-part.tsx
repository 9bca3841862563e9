import type { JSX } from "preact";
import { cents, sayMoney } from "#policy/index.ts";
import { today } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import type { FilePart, FilePartLoader, FileView } from "#src/reviews/web/index.ts";
import { ActFields, allTypedIn, errorOf, idIn, LegalNotice, mayTakeStep, typedIn } from "#src/reviews/web/index.ts";
import {
  Button,
  ButtonBar,
  CheckField,
  DataTable,
  DayField,
  formatDateTime,
  formatDay,
  formatNumber,
  LinkButton,
  LongTextField,
  Money,
  MoneyField,
  Notice,
  StateTag,
  SummaryList,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type AwardContext, KNOWINGLY, mostOf } from "../award.ts";
import { contextOf, ruleDay } from "../context.ts";
import { votedPlan } from "../letters-of.ts";
import { findAward, type RecordedAward } from "../store.ts";

export const DECISION_FORM = "decision-rendue";

/** The decision in the page of a file: what was voted, and the form that records it. */
export const awardPart: FilePartLoader = async (world, tx, view): Promise<FilePart> => {
  const recorded = await findAward(tx, view.file.application.id);
  const mayDecide = mayTakeStep(view, "award");
  const context = mayDecide ? contextOf(view.file, ruleDay(today(world.clock))) : null;
  const actions: JSX.Element[] = [];
  if (context !== null) actions.push(<DecisionForm key="decision" view={view} context={context} />);
  if (recorded !== null && (mayTakeStep(view, "notify") || mayTakeStep(view, "notify-refusal"))) {
    actions.push(
      <NotificationForm key="notification" view={view} config={world.config} favourable={recorded.favourable} />,
    );
  }
  return {
    sections: [{ id: "decision", title: "Décision", body: <Decision recorded={recorded} /> }],
    actions,
  };
};

function Decision(props: { readonly recorded: RecordedAward | null }): JSX.Element {
  const { recorded } = props;
  if (recorded === null) return <p class="es-hint">La Commission permanente n’a pas encore voté.</p>;
  const plan = votedPlan(recorded);
  return (
    <>
      <p>
        {recorded.favourable ? (
          <StateTag tone="success" icon="check" label="Aide votée" />
        ) : (
          <StateTag tone="danger" icon="cross" label="Demande rejetée" />
        )}
      </p>
      <SummaryList
        compact
        items={[
          { label: "Délibération", value: `${recorded.deliberation}, ${formatDay(recorded.decidedOn)}` },
          ...(recorded.favourable
            ? [
                {
                  label: "Aide votée",
                  value: <Money cents={recorded.aid} />,
                  ...(recorded.reason === ""
                    ? {}
                    : { note: `Aide calculée : ${sayMoney(cents(recorded.basis.plan.aid))}. ${recorded.reason}` }),
                },
                { label: "Coût présenté", value: <Money cents={plan.presented} /> },
                { label: "Dépense éligible", value: <Money cents={plan.eligible} /> },
                { label: "Reste à la charge du bénéficiaire", value: <Money cents={plan.own} /> },
              ]
            : []),
          {
            label: "Enregistrée",
            value: `${recorded.recordedBy ?? "Un agent"}, ${formatDateTime(recorded.recordedAt)}`,
            note: `Jugée avec les règles ${recorded.ruleSetHash.slice(0, 16)}`,
          },
          {
            label: "Notifiée",
            value: recorded.notifiedAt === null ? "Pas encore" : formatDateTime(recorded.notifiedAt),
          },
        ]}
      />
      {recorded.grounds.length > 0 && (
        <ul>
          {recorded.grounds.map((ground) => (
            <li key={ground.key}>
              <strong>{ground.label}</strong> ({ground.provision}) : {ground.finding}
            </li>
          ))}
        </ul>
      )}
      {recorded.shares.length > 1 && (
        <DataTable
          caption="Répartition entre les structures"
          columns={[
            { key: "name", header: "Structure", rowHeader: true, cell: (share) => share.name },
            { key: "days", header: "Jours", numeric: true, cell: (share) => formatNumber(share.days) },
            { key: "aid", header: "Aide", numeric: true, cell: (share) => <Money cents={share.aid} exact /> },
          ]}
          rows={recorded.shares}
          rowKey={(share, index) => `${share.siren ?? share.name}-${index}`}
        />
      )}
    </>
  );
}

function DecisionForm(props: { readonly view: FileView; readonly context: AwardContext }): JSX.Element {
  const { view, context } = props;
  const { application } = view.file;
  const most = mostOf(context.ceilings);
  const proposed = application.proposedAid === null ? "" : formatNumber(application.proposedAid / 100);
  const ticked = allTypedIn(view, DECISION_FORM, "motifs");
  const sense = typedIn(
    view,
    DECISION_FORM,
    "sens",
    application.state === "validated-favourable" ? "favorable" : "rejet",
  );
  return (
    <form
      class="es-form es-card es-card-tinted"
      method="post"
      action={urls.reviewDecision.href({ id: application.id })}
    >
      <h3 class="es-card-title">Enregistrer le vote de la Commission permanente</h3>
      <ActFields view={view} />
      <DayField
        name="date"
        id={idIn(DECISION_FORM, "date")}
        label="Date du vote"
        value={typedIn(view, DECISION_FORM, "date")}
        error={errorOf(view, DECISION_FORM, "date")}
      />
      {(errorOf(view, DECISION_FORM, KNOWINGLY) ?? typedIn(view, DECISION_FORM, KNOWINGLY)) !== "" && (
        <CheckField
          name={KNOWINGLY}
          id={idIn(DECISION_FORM, KNOWINGLY)}
          label="La Commission permanente a bien voté à cette date, enregistrée ici après coup."
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
        value={typedIn(view, DECISION_FORM, "deliberation")}
        error={errorOf(view, DECISION_FORM, "deliberation")}
      />
      <fieldset class="ds-fieldset es-field" id={idIn(DECISION_FORM, "sens")} tabIndex={-1}>
        <legend class="ds-label">Sens du vote</legend>
        <div class="es-options es-options-inline">
          {[
            { value: "favorable", label: "Aide accordée" },
            { value: "rejet", label: "Demande rejetée" },
          ].map((option) => (
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
        label="Raison d’un montant inférieur"
        hint={`À remplir si le montant voté est inférieur à ${sayMoney(cents(most))} : la lettre reprend cette raison.`}
        required={false}
        maxLength={1000}
        value={typedIn(view, DECISION_FORM, "raison")}
        error={errorOf(view, DECISION_FORM, "raison")}
      />
      {context.unmet.length > 0 && (
        <Notice tone="warning">Conditions constatées non remplies : {context.unmet.join(", ")}.</Notice>
      )}
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

function NotificationForm(props: {
  readonly view: FileView;
  readonly config: World["config"];
  readonly favourable: boolean;
}): JSX.Element {
  const { id } = props.view.file.application;
  const letter = props.favourable ? "notification" : "refus";
  return (
    <form class="es-action" method="post" action={urls.reviewNotification.href({ id })}>
      <ActFields view={props.view} />
      <LegalNotice config={props.config} />
      <ButtonBar>
        <Button icon="send">
          {props.favourable ? "Notifier l’aide au demandeur" : "Notifier le refus au demandeur"}
        </Button>
        <LinkButton href={urls.reviewPreview.href({ id, letter })} variant="secondary" icon="eye">
          Voir la lettre
        </LinkButton>
      </ButtonBar>
    </form>
  );
}
