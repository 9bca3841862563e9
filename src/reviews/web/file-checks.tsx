import type { JSX } from "preact";
import { pathOf, type Trace } from "#policy/index.ts";
import {
  Button,
  Disclosure,
  fieldId,
  formatDateTime,
  LongTextField,
  Money,
  Notice,
  ProvisionId,
  StateTag,
  VerdictList,
  verdictLook,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Check, type DoubtCheck, type Finding, keyOfSubject, type Standing } from "../finding.ts";
import type { GridCheck } from "../instruction.ts";
import { ActFields, errorOf, type FileView, idIn, may, typedIn } from "./file-view.tsx";

/** Each condition of the text: the machine's answer and its evidence, the person's finding beside. */
export function Checks(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const evidence = evidenceOf(view);
  return (
    <VerdictList
      items={view.instruction.checks.map((check) => ({
        id: checkId(check),
        status: check.status,
        title: `${check.result.title}${placed(check, view)}`,
        reason: check.result.reason,
        provision: <ProvisionId id={check.result.id} />,
        more: <CheckMore view={view} check={check} evidence={evidence} />,
      }))}
    />
  );
}

export function checkId(check: Check): string {
  return `v-${keyOfSubject(check.result.id, check.about).replace(/[^A-Za-z0-9-]/g, "-")}`;
}

function placed(check: Check, view: FileView): string {
  const { structure } = check.result;
  if (structure === undefined || view.file.application.route === "individual") return "";
  return `, structure ${structure + 1}`;
}

interface Evidence {
  readonly label: string;
  readonly answer: string;
}

function evidenceOf(view: FileView): ReadonlyMap<string, Evidence> {
  return new Map(view.asked.map((one) => [one.path, one]));
}

function CheckMore(props: {
  readonly view: FileView;
  readonly check: Check;
  readonly evidence: ReadonlyMap<string, Evidence>;
}): JSX.Element {
  const { view, check, evidence } = props;
  const { result, standing } = check;
  const form = checkId(check);
  return (
    <>
      {standing !== null && <FindingLine view={view} check={check} standing={standing} />}
      <Disclosure summary={may(view, "find") ? "Preuves et constat" : "Preuves"} open={view.typed?.form === form}>
        <p>
          {result.question} <small>({result.provision})</small>
        </p>
        <ul>
          {result.facts.map((pointer) => {
            const path = pathOf(pointer);
            const found = evidence.get(path);
            if (found === undefined) return null;
            return (
              <li key={pointer}>
                <a href={`#${answerId(path)}`}>{found.label}</a> : <strong>{found.answer}</strong>
              </li>
            );
          })}
          {papersFor(view, result.id).map((paper) => (
            <li key={paper.id}>
              <a href={urls.reviewAttachment.href({ id: view.file.application.id, attachment: paper.id })}>
                {paper.name}
              </a>
            </li>
          ))}
        </ul>
        {(result.trace.parts?.length ?? 0) > 0 && (
          <Disclosure summary="Le raisonnement, pas à pas">
            <ul>
              <TraceLine trace={result.trace} />
            </ul>
          </Disclosure>
        )}
        {may(view, "find") && (
          <FindingForm
            view={view}
            form={form}
            subject={result.id}
            about={check.about}
            last={standing?.last.conclusion ?? null}
            options={[
              { value: "met", label: "Remplie" },
              { value: "not-met", label: "Non remplie" },
            ]}
            hint={`Le calcul répond « ${verdictLook(result.status).label.toLowerCase()} ». Un autre constat demande un motif.`}
          />
        )}
      </Disclosure>
    </>
  );
}

/** Anchor of an answer in the page. */
export function answerId(path: string): string {
  return `r-${fieldId(path)}`;
}

function papersFor(view: FileView, criterion: string) {
  const ids = view.scheme.documents.filter((one) => one.provision === criterion).map((one) => one.id);
  return view.file.revision.attachments.filter((one) => ids.includes(one.key.split(":")[0] ?? ""));
}

function TraceLine(props: { readonly trace: Trace }): JSX.Element {
  const { trace } = props;
  return (
    <li>
      {trace.said}
      {trace.value !== undefined && (
        <>
          {" : "}
          <strong>{trace.value}</strong>
        </>
      )}{" "}
      <small>({verdictLook(trace.status).label.toLowerCase()})</small>
      {(trace.parts?.length ?? 0) > 0 && (
        <ul>
          {trace.parts?.map((part, index) => (
            <TraceLine key={index} trace={part} />
          ))}
        </ul>
      )}
    </li>
  );
}

const conclusionWords: Readonly<Record<Finding["conclusion"], string>> = {
  met: "remplie",
  "not-met": "non remplie",
  default: "lecture appliquée d’ordinaire",
  alternative: "autre lecture",
  satisfying: "satisfaisant",
  "to-complete": "à compléter",
  insufficient: "insuffisant",
};

function FindingLine(props: {
  readonly view: FileView;
  readonly check: Check;
  readonly standing: Standing;
}): JSX.Element {
  const { check, standing } = props;
  const { last } = standing;
  const verb =
    last.conclusion === last.machineStatus ? "Confirmée" : `Constatée « ${conclusionWords[last.conclusion]} »`;
  return (
    <>
      <p>
        <strong>{verb}</strong> par {last.madeBy ?? "un agent"}, {formatDateTime(last.madeAt)}
        {last.reason !== "" && <> : {last.reason}</>}
      </p>
      {check.isStale && (
        <Notice tone="warning" title="À revoir">
          La réponse a changé depuis ce constat : il ne compte plus tant qu’il n’est pas refait.
        </Notice>
      )}
      <Earlier standing={standing} />
    </>
  );
}

/** Findings that were replaced stay readable. */
function Earlier(props: { readonly standing: Standing }): JSX.Element | null {
  const { earlier } = props.standing;
  if (earlier.length === 0) return null;
  return (
    <Disclosure summary={`Constats précédents (${earlier.length})`}>
      <ul>
        {earlier.map((finding) => (
          <li key={finding.id}>
            {formatDateTime(finding.madeAt)}, {finding.madeBy ?? "un agent"} : {conclusionWords[finding.conclusion]}
            {finding.reason !== "" && <>, « {finding.reason} »</>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** A conclusion and its reason; one small form a point, so that nothing else waits for it. */
function FindingForm(props: {
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
        value={typedIn(view, form, "motif")}
        error={errorOf(view, form, "motif")}
      />
      <Button variant="secondary" size="sm" context={`sur ${subject}`}>
        Enregistrer le constat
      </Button>
    </form>
  );
}

/** Where the text can be read in two ways: both readings, their euros, and the reading that a person chose. */
export function Doubts(props: { readonly view: FileView }): JSX.Element {
  const { doubts } = props.view.instruction;
  if (doubts.length === 0) return <p>Ce dossier ne rencontre aucun doute de lecture du texte.</p>;
  const once = new Map(doubts.map((one) => [one.doubt.id, one]));
  return (
    <>
      {[...once.values()].map((one) => (
        <DoubtItem key={one.doubt.id} view={props.view} check={one} />
      ))}
    </>
  );
}

function DoubtItem(props: { readonly view: FileView; readonly check: DoubtCheck }): JSX.Element {
  const { view, check } = props;
  const { doubt, standing } = check;
  const form = `d-${doubt.id}`;
  return (
    <div class="es-card es-card-plain" id={form}>
      <div class="es-card-top">
        <span class="es-eyebrow">
          Doute <ProvisionId id={doubt.id} /> <ProvisionId id={doubt.provision} />
        </span>
        {doubt.closed === undefined ? (
          <StateTag tone="honey" icon="scale" label="Ouvert" />
        ) : (
          <StateTag tone="success" icon="check" label="Clos" />
        )}
      </div>
      <h3 class="es-card-title">{doubt.question}</h3>
      <dl class="es-summary es-summary-compact">
        <div>
          <dt>Lecture appliquée d’ordinaire</dt>
          <dd>
            {doubt.defaultReading} {doubt.effect !== null && <Effect cents={doubt.effect.default} />}
          </dd>
        </div>
        <div>
          <dt>Autre lecture</dt>
          <dd>
            {doubt.alternative} {doubt.effect !== null && <Effect cents={doubt.effect.alternative} />}
          </dd>
        </div>
      </dl>
      {standing !== null && (
        <>
          <p>
            <strong>Retenu : {conclusionWords[standing.last.conclusion]}</strong>, par{" "}
            {standing.last.madeBy ?? "un agent"}, {formatDateTime(standing.last.madeAt)} : {standing.last.reason}
          </p>
          <Earlier standing={standing} />
        </>
      )}
      {may(view, "find") && (
        <Disclosure
          summary={standing === null ? "Clore ce doute" : "Changer de lecture"}
          open={view.typed?.form === form}
        >
          <FindingForm
            view={view}
            form={form}
            subject={doubt.id}
            about=""
            last={standing?.last.conclusion ?? null}
            options={[
              { value: "default", label: "Lecture d’ordinaire" },
              { value: "alternative", label: "Autre lecture" },
            ]}
            hint="Le motif est toujours demandé : il figure dans la décision."
          />
        </Disclosure>
      )}
    </div>
  );
}

function Effect(props: { readonly cents: number }): JSX.Element {
  return (
    <strong>
      (aide : <Money cents={props.cents} />)
    </strong>
  );
}

const gridLooks = {
  satisfying: { tone: "success", icon: "check" },
  "to-complete": { tone: "warning", icon: "question" },
  insufficient: { tone: "danger", icon: "cross" },
} as const;

/** What the text leaves to a person's judgement. */
export function Grid(props: { readonly view: FileView }): JSX.Element {
  return (
    <>
      <p class="es-hint">
        Cette grille est une proposition du service : le texte ne fixe ni barème ni pondération. Chaque ligne se
        conclut, avec un motif dès qu’elle n’est pas satisfaisante.
      </p>
      {props.view.instruction.grid.map((one) => (
        <GridItem key={one.line.id} view={props.view} check={one} />
      ))}
    </>
  );
}

function GridItem(props: { readonly view: FileView; readonly check: GridCheck }): JSX.Element {
  const { view, check } = props;
  const { line, standing } = check;
  const form = `g-${line.id}`;
  const conclusion = standing?.last.conclusion;
  const look =
    conclusion === "satisfying" || conclusion === "to-complete" || conclusion === "insufficient"
      ? { ...gridLooks[conclusion], label: line.answers[conclusion] }
      : { tone: "neutral" as const, icon: "question" as const, label: "À apprécier" };
  const answers = readAnswers(view, line.reads);
  return (
    <div class="es-card es-card-plain" id={form}>
      <div class="es-card-top">
        <span class="es-eyebrow">
          <ProvisionId id={line.provision} />
        </span>
        <StateTag {...look} />
      </div>
      <h3 class="es-card-title">{line.question}</h3>
      {standing !== null && standing.last.reason !== "" && (
        <p>
          {standing.last.madeBy ?? "Un agent"} : {standing.last.reason}
        </p>
      )}
      {standing !== null && <Earlier standing={standing} />}
      <Disclosure
        summary={may(view, "find") ? "Réponses lues et appréciation" : "Réponses lues"}
        open={view.typed?.form === form}
      >
        <p class="es-hint">{line.hint}</p>
        <ul>
          {answers.map(({ path, label, answer }) => (
            <li key={path}>
              <a href={`#${answerId(path)}`}>{label}</a> : {answer}
            </li>
          ))}
        </ul>
        {may(view, "find") && (
          <FindingForm
            view={view}
            form={form}
            subject={line.id}
            about=""
            last={conclusion ?? null}
            options={Object.entries(line.answers).map(([value, label]) => ({ value, label }))}
            hint="Demandé quand la ligne n’est pas satisfaisante."
          />
        )}
      </Disclosure>
    </div>
  );
}

/** The answers that a line of the grid reads; `*` stands for each item. */
function readAnswers(view: FileView, reads: readonly string[]) {
  const patterns = reads.map((read) => new RegExp(`^${read.replaceAll(".", "\\.").replaceAll("*", "\\d+")}$`));
  return view.asked.filter(({ path }) => patterns.some((pattern) => pattern.test(path)));
}
