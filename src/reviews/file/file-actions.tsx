import type { JSX } from "preact";
import { Button, ButtonBar, ChoicesField, Disclosure, LinkButton, LongTextField, Notice } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Party, sayInterest } from "../interests.ts";
import { mayStep } from "../may.ts";
import { AND_START } from "../steps/plain-steps.ts";
import {
  ActFields,
  errorOf,
  idIn,
  isBarred,
  KeyField,
  may,
  mayTakeStep,
  type ReviewedView,
  subjectOf,
  typedIn,
} from "./file-view.tsx";

/** What can be done now, by this person: the next act first, the others under it. */
export function Actions(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const acts = [...reviewActions(view), ...view.parts.flatMap((part) => [...part.actions])];
  const exits = exitsOf(view);
  return (
    <>
      {view.file.interest !== null && (
        <Notice tone="warning" title="Vous n’agissez pas sur ce dossier">
          {sayInterest(view.file.interest)}
        </Notice>
      )}
      {acts.length + exits.length === 0 && !isBarred(view) && (
        <p class="es-hint">Aucune action ne vous revient dans cet état du dossier.</p>
      )}
      {acts}
      {may(view, "assign") && <Assignment view={view} />}
      {may(view, "declare-interest") && !isBarred(view) && <Interest view={view} />}
      {exits}
    </>
  );
}

function reviewActions(view: ReviewedView): readonly JSX.Element[] {
  const { id } = view.file.application;
  const acts: JSX.Element[] = [];
  const startsAtOnce = mayTakeStep(view, "declare-complete") && mayStart(view);
  if (startsAtOnce || mayTakeStep(view, "request-completion")) {
    acts.push(
      <ButtonBar key="completion">
        {startsAtOnce && (
          <form method="post" action={urls.reviewStep.href({ id, step: "declare-complete" })}>
            <ActFields view={view} />
            <Button variant="secondary" size="sm" icon="search" name={AND_START} value="oui">
              Complet, et commencer l’instruction
            </Button>
          </form>
        )}
        {mayTakeStep(view, "request-completion") && (
          <LinkButton
            href={urls.reviewCompletion.href({ id }, view.list.query)}
            variant="secondary"
            size="sm"
            icon="message"
          >
            Demander des compléments
          </LinkButton>
        )}
      </ButtonBar>,
    );
  }
  if (mayTakeStep(view, "take-back") && view.file.opinions[0]?.mine === true)
    acts.push(<TakeBack key="back" view={view} />);
  if (mayTakeStep(view, "send-back")) acts.push(<Validation key="validation" view={view} />);
  return acts;
}

/** Whether this person may start the review once the file is complete. */
function mayStart(view: ReviewedView): boolean {
  return mayStep(view.visitor, "start-review", { ...subjectOf(view), state: "complete" });
}

/** What ends the wait or the file without its usual next act: folded, after all the rest. */
function exitsOf(view: ReviewedView): readonly JSX.Element[] {
  const { id } = view.file.application;
  const acts: JSX.Element[] = [];
  if (mayTakeStep(view, "close-completion")) {
    acts.push(
      <ReasonForm
        key="close"
        view={view}
        form="cloture"
        action={urls.reviewCompletionClosing.href({ id })}
        summary="Ne plus attendre de réponse"
        label="Pourquoi ?"
        hint="Le dossier reprend son cours tel qu’il est et le délai repart."
        button="Clore la demande de compléments"
      />,
    );
  }
  if (mayTakeStep(view, "abandon")) {
    acts.push(
      <ReasonForm
        key="abandon"
        view={view}
        form="abandon"
        action={urls.reviewStep.href({ id, step: "abandon" })}
        summary="Classer sans suite"
        label="Pourquoi ?"
        hint="Le demandeur lira ce motif."
        button="Classer sans suite"
      />,
    );
  }
  return acts;
}

function ReasonForm(props: {
  readonly view: ReviewedView;
  readonly form: string;
  readonly action: string;
  readonly summary: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
}): JSX.Element {
  const { view, form } = props;
  return (
    <Disclosure summary={props.summary} open={view.typed?.form === form}>
      <form class="es-form" method="post" action={props.action}>
        <ActFields view={view} />
        <LongTextField
          name="motif"
          id={idIn(form, "motif")}
          label={props.label}
          hint={props.hint}
          rows={3}
          value={typedIn(view, form, "motif")}
          error={errorOf(view, form, "motif")}
        />
        <Button variant="secondary">{props.button}</Button>
      </form>
    </Disclosure>
  );
}

function TakeBack(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  return (
    <form
      class="es-action"
      method="post"
      action={urls.reviewStep.href({ id: view.file.application.id, step: "take-back" })}
    >
      <ActFields view={view} />
      <Button variant="secondary" size="sm" icon="undo">
        Reprendre mon avis
      </Button>
      <p class="es-hint">Il n’est pas encore validé : vous pouvez l’amender, puis le transmettre de nouveau.</p>
    </form>
  );
}

const VALIDATION = "validation";

/** The supervisor's word; `series`: asked from the list of opinions to validate, where it leads to the next one. */
export function Validation(props: {
  readonly view: ReviewedView;
  readonly series?: { readonly next: string };
}): JSX.Element {
  const { view, series } = props;
  const { application, opinions } = view.file;
  const last = opinions[0];
  const isProposed = application.state.startsWith("proposed-");
  const isValidated = application.state.startsWith("validated-");
  const sense = application.state.endsWith("unfavourable") ? "défavorable" : "favorable";
  const mine = last?.mine === true;
  return (
    <form
      class="es-form es-card es-card-tinted"
      method="post"
      action={urls.reviewValidation.href({ id: application.id })}
    >
      <h3 class="es-card-title">
        {isProposed ? `Valider l’avis ${sense}` : isValidated ? `Avis ${sense} validé` : "Reprendre l’instruction"}
      </h3>
      <ActFields view={view} />
      {series !== undefined && (
        <>
          <input type="hidden" name="suite" value="serie" />
          <input type="hidden" name="suivant" value={series.next} />
        </>
      )}
      {isProposed && mine && (
        <Notice tone="info">Vous avez proposé cet avis : une autre personne doit le valider.</Notice>
      )}
      <LongTextField
        name="motif"
        id={idIn(VALIDATION, "motif")}
        label="Observation"
        hint="Demandée si vous renvoyez l’avis à l’instruction."
        rows={3}
        required={false}
        value={typedIn(view, VALIDATION, "motif")}
        error={errorOf(view, VALIDATION, "motif")}
      />
      <ButtonBar>
        {isProposed && (
          <Button name="action" value="valider" icon="check">
            Valider l’avis
          </Button>
        )}
        <Button name="action" value="renvoyer" variant="secondary" icon="undo">
          Renvoyer à l’instruction
        </Button>
      </ButtonBar>
      {series === undefined && isProposed && (
        <p class="es-hint">
          <a href={urls.reviewSeries.href()}>Valider les avis un par un, motivation sous les yeux</a>
        </p>
      )}
    </form>
  );
}

function Assignment(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { application } = view.file;
  return (
    <Disclosure summary={view.file.assignee === null ? "Affecter ce dossier" : `Affecté à ${view.file.assignee}`}>
      <form class="es-form" method="post" action={urls.reviewAssignment.href({ id: application.id })}>
        <ActFields view={view} />
        <div class="es-search-line">
          <label class="ds-label" for="affectation">
            Agent
          </label>
          <select class="ds-input" id="affectation" name="agent">
            <option value="">Personne</option>
            {view.agents.map((agent) => (
              <option key={agent.id} value={agent.id} selected={agent.id === application.assignedTo}>
                {agent.name}
              </option>
            ))}
          </select>
          <Button variant="secondary" size="sm">
            Affecter
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}

const partWords: Readonly<Record<Party["part"], string>> = {
  applicant: "demandeur",
  lead: "chef de file",
  supported: "structure accompagnée",
  partner: "partenaire",
  bearer: "porteur collectif",
  provider: "prestataire",
};

function Interest(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const form = "interet";
  return (
    <Disclosure summary="Déclarer un intérêt dans un organisme de ce dossier" open={view.typed?.form === form}>
      <form class="es-form" method="post" action={urls.reviewInterest.href({ id: view.file.application.id })}>
        <KeyField view={view} />
        <p>
          Vous ne pourrez plus agir sur aucun dossier auquel cet organisme est partie. Cette déclaration est inscrite au
          journal et ne se retire pas.
        </p>
        <ChoicesField
          name="organisme"
          id={idIn(form, "organisme")}
          label="Dans quel organisme ?"
          options={view.file.parties.map(({ siren, name, part }) => ({
            value: siren,
            label: `${name || siren} (${partWords[part]})`,
          }))}
          values={view.file.parties.filter(({ part }) => part === "applicant").map(({ siren }) => siren)}
          error={errorOf(view, form, "organisme")}
        />
        <LongTextField
          name="motif"
          id={idIn(form, "motif")}
          label="Quel est cet intérêt ?"
          rows={2}
          value={typedIn(view, form, "motif")}
          error={errorOf(view, form, "motif")}
        />
        <Button variant="secondary" size="sm" icon="warning">
          Déclarer cet intérêt
        </Button>
      </form>
    </Disclosure>
  );
}
