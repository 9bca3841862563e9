import type { JSX } from "preact";
import {
  Button,
  ButtonBar,
  Disclosure,
  formatDateTime,
  formatNumber,
  LinkButton,
  LongTextField,
  Money,
  MoneyField,
  Notice,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { OpinionRow } from "../file-store.ts";
import { groundsOf } from "../opinion.ts";
import {
  ActFields,
  allTypedIn,
  errorOf,
  type FileView,
  idIn,
  isBarred,
  may,
  mayTakeStep,
  typedIn,
} from "./file-view.tsx";

/** What can be done now, by this person, at the place where the eye ends. */
export function Actions(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const acts = [...reviewActions(view), ...view.parts.flatMap((part) => [...part.actions])];
  return (
    <>
      {isBarred(view) && (
        <Notice tone="warning" title="Vous n’agissez pas sur ce dossier">
          {view.file.interest === null
            ? "Vous êtes membre de l’organisme demandeur."
            : `Vous avez déclaré un intérêt dans cet organisme : « ${view.file.interest} »`}
        </Notice>
      )}
      {acts.length === 0 && !isBarred(view) && (
        <p class="es-hint">Aucune action ne vous revient dans cet état du dossier.</p>
      )}
      {acts}
      {may(view, "assign") && <Assignment view={view} />}
      {may(view, "declare-interest") && !isBarred(view) && <Interest view={view} />}
    </>
  );
}

function reviewActions(view: FileView): readonly JSX.Element[] {
  const { application } = view.file;
  const acts: JSX.Element[] = [];
  if (mayTakeStep(view, "declare-complete")) {
    acts.push(
      <PlainStep key="complete" view={view} step="declare-complete" label="Déclarer le dossier complet" icon="check" />,
    );
  }
  if (mayTakeStep(view, "start-review")) {
    acts.push(<PlainStep key="start" view={view} step="start-review" label="Commencer l’instruction" icon="search" />);
  }
  if (mayTakeStep(view, "propose-favourable")) acts.push(<OpinionForm key="opinion" view={view} />);
  if (mayTakeStep(view, "request-completion")) {
    acts.push(
      <ButtonBar key="request">
        <LinkButton href={urls.reviewCompletion.href({ id: application.id })} variant="secondary" icon="message">
          Demander des compléments
        </LinkButton>
      </ButtonBar>,
    );
  }
  if (mayTakeStep(view, "send-back")) acts.push(<Validation key="validation" view={view} />);
  if (mayTakeStep(view, "close-completion")) {
    acts.push(
      <ReasonForm
        key="close"
        view={view}
        form="cloture"
        action={urls.reviewCompletionClosing.href({ id: application.id })}
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
        action={urls.reviewStep.href({ id: application.id, step: "abandon" })}
        summary="Classer sans suite"
        label="Pourquoi ?"
        hint="Le demandeur lira ce motif."
        button="Classer sans suite"
      />,
    );
  }
  return acts;
}

function PlainStep(props: {
  readonly view: FileView;
  readonly step: string;
  readonly label: string;
  readonly icon: "check" | "search";
}): JSX.Element {
  const { view, step } = props;
  return (
    <form class="es-action" method="post" action={urls.reviewStep.href({ id: view.file.application.id, step })}>
      <ActFields view={view} />
      <Button icon={props.icon}>{props.label}</Button>
    </form>
  );
}

function ReasonForm(props: {
  readonly view: FileView;
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

const OPINION = "avis-rendu";

function OpinionForm(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const { instruction } = view;
  const grounds = groundsOf(instruction);
  const ticked = allTypedIn(view, OPINION, "motifs");
  const sense = typedIn(view, OPINION, "sens");
  const proposed = instruction.ceiling === null ? "" : formatNumber(instruction.ceiling / 100);
  const error = errorOf(view, OPINION, "sens");
  return (
    <form
      class="es-form es-card es-card-tinted"
      method="post"
      action={urls.reviewOpinion.href({ id: view.file.application.id })}
    >
      <h3 class="es-card-title">Votre avis</h3>
      <ActFields view={view} />
      {instruction.left.length > 0 && (
        <Notice
          tone="info"
          title={`Il reste ${instruction.left.length} ${instruction.left.length === 1 ? "point" : "points"} à conclure`}
        >
          <ul>
            {instruction.left.map((one) => (
              <li key={`${one.kind}${one.subject}${one.about}`}>{one.label}</li>
            ))}
          </ul>
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
        value={typedIn(view, OPINION, "avis")}
        error={errorOf(view, OPINION, "avis")}
      />
      <Button icon="scale">Transmettre à la validation</Button>
    </form>
  );
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

const VALIDATION = "validation";

function Validation(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const { application, opinions } = view.file;
  const last = opinions[0];
  const isProposed = application.state.startsWith("proposed-");
  const sense = application.state.endsWith("unfavourable") ? "défavorable" : "favorable";
  const mine = last?.givenBy === view.visitor.person.name;
  return (
    <form
      class="es-form es-card es-card-tinted"
      method="post"
      action={urls.reviewValidation.href({ id: application.id })}
    >
      <h3 class="es-card-title">{isProposed ? `Valider l’avis ${sense}` : `Avis ${sense} validé`}</h3>
      <ActFields view={view} />
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
    </form>
  );
}

/** Opinions given so far, the last first. */
export function Opinions(props: { readonly view: FileView }): JSX.Element {
  const { opinions } = props.view.file;
  if (opinions.length === 0) return <p class="es-hint">Aucun avis n’a encore été rendu.</p>;
  return (
    <>
      {opinions.map((opinion) => (
        <div class="es-card es-card-plain" key={opinion.id}>
          <div class="es-card-top">
            <span class="es-eyebrow">
              {opinion.givenBy ?? "Un agent"}, {formatDateTime(opinion.givenAt)}, sur la version {opinion.revision}
            </span>
            <StateTag {...opinionLook(opinion)} />
          </div>
          {opinion.proposedAid !== null && (
            <p>
              Aide proposée :{" "}
              <strong>
                <Money cents={opinion.proposedAid} />
              </strong>
            </p>
          )}
          {opinion.grounds.length > 0 && (
            <p>Motifs : {opinion.grounds.map((ground) => ground.split("@")[0]).join(", ")}</p>
          )}
          <p>{opinion.body}</p>
        </div>
      ))}
    </>
  );
}

function opinionLook(opinion: OpinionRow) {
  return opinion.favourable
    ? ({ tone: "success", icon: "check", label: "Favorable" } as const)
    : ({ tone: "danger", icon: "cross", label: "Défavorable" } as const);
}

function Assignment(props: { readonly view: FileView }): JSX.Element {
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

function Interest(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const form = "interet";
  return (
    <Disclosure summary="Déclarer un intérêt dans cet organisme" open={view.typed?.form === form}>
      <form class="es-form" method="post" action={urls.reviewInterest.href({ id: view.file.application.id })}>
        <input type="hidden" name="cle" value={view.newKey()} />
        <p>
          Vous ne pourrez plus agir sur aucun dossier de cet organisme. Cette déclaration est inscrite au journal et ne
          se retire pas.
        </p>
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
