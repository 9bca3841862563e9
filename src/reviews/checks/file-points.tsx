import type { JSX } from "preact";
import { pathOf, type Trace } from "#policy/index.ts";
import { TextWords } from "#src/eligibility/web/index.ts";
import { appliedTo } from "#src/schemes/index.ts";
import { formatDateTime, formatDay, Icon, Money, Notice, ProvisionId, verdictLook } from "#src/ui/index.ts";
import { Conclusions, JUDGEMENT, ReasonField } from "../file/file-form.tsx";
import { Read } from "../file/file-read.tsx";
import { type FileView, may, typedIn } from "../file/file-view.tsx";
import { POINT, REASON } from "../opinions/judgement.ts";
import { conclusionWords } from "./conclusion-words.ts";
import { Earlier, Fold } from "./earlier.tsx";
import { type Check, type DoubtCheck, keyOfSubject, type Standing } from "./finding.ts";

/** Checks that a person must look at: what was filed at the left, the conclusion at the right, one under the other. */
export function Points(props: { readonly view: FileView; readonly checks: readonly Check[] }): JSX.Element {
  return (
    <>
      {props.checks.map((check) =>
        isConcluded(check) ? (
          <ConcludedPoint key={checkId(check)} view={props.view} check={check} />
        ) : (
          <div class="es-band" key={checkId(check)} id={checkId(check)}>
            <Band view={props.view} check={check} />
          </div>
        ),
      )}
    </>
  );
}

/** One that a person concluded is a line: what was concluded and why; the rest unfolds, and can be concluded again. */
function ConcludedPoint(props: { readonly view: FileView; readonly check: Check }): JSX.Element {
  const { view, check } = props;
  const { icon, tone } = verdictLook(check.status);
  const key = keyOfSubject(check.result.id, check.about);
  const isRefused = isTyped(view, key);
  return (
    <details class="es-done" id={checkId(check)} data-color={tone} open={isRefused || view.opened === checkId(check)}>
      <summary>
        <Icon name={icon} />
        <span>
          <b>
            {check.result.title}
            {placed(check, view)}
          </b>
          {", "}
          {check.standing === null ? "" : concludedBy(check.standing)}
        </span>
        <Icon name="chevron-down" />
      </summary>
      <div class="es-band">
        <Band view={view} check={check} />
      </div>
    </details>
  );
}

function concludedBy({ last }: Standing): string {
  const reason = last.reason === "" ? "" : ` : ${last.reason}`;
  return `« ${conclusionWords[last.conclusion]} » par ${last.madeBy ?? "un agent"}${reason}`;
}

function Band(props: { readonly view: FileView; readonly check: Check }): JSX.Element {
  const { view, check } = props;
  return (
    <>
      <div class="es-presented">
        <Read view={view} paths={check.result.facts.map(pathOf)} criterion={check.result.id} />
      </div>
      <div class="es-judge">
        <CheckPoint view={view} check={check} />
      </div>
    </>
  );
}

/** One check: what the machine says, what persons said, and the place to conclude. */
export function CheckPoint(props: { readonly view: FileView; readonly check: Check }): JSX.Element {
  const { view, check } = props;
  const { result, standing, status } = check;
  const look = verdictLook(status);
  const about = `${result.title}${placed(check, view)}`;
  return (
    <div class="es-point" data-color={look.tone}>
      <h3>
        <Icon name={look.icon} />
        {about} <span class="es-verdict-word">{look.label}</span> <ProvisionId id={result.id} />
      </h3>
      <p>{result.reason}</p>
      {standing !== null && <Stands check={check} standing={standing} />}
      {may(view, "find") && (
        <div class="es-point-fields">
          <Conclusions
            view={view}
            point={keyOfSubject(result.id, check.about)}
            about={about}
            options={[
              { value: "met", label: "Remplie", tone: "success" },
              { value: "not-met", label: "Non remplie", tone: "danger" },
            ]}
            last={check.isStale ? null : (standing?.last.conclusion ?? null)}
          />
          <ReasonField
            view={view}
            point={keyOfSubject(result.id, check.about)}
            about={about}
            hint={result.status === "met" ? "Motif, si non remplie" : "Motif, si votre constat diffère du calcul"}
            last={check.isStale ? "" : (standing?.last.reason ?? "")}
          />
        </div>
      )}
      <Fold summary="Ce que dit le texte">
        <div>
          {result.question} <small>({result.provision})</small>
        </div>
        <TextWords framework={view.file.application.framework} criterion={result} />
        {result.status !== "met" && (result.trace.parts?.length ?? 0) > 0 && (
          <ul>
            <TraceLine trace={result.trace} />
          </ul>
        )}
      </Fold>
    </div>
  );
}

function Stands(props: { readonly check: Check; readonly standing: Standing }): JSX.Element {
  const { last } = props.standing;
  const verb =
    last.conclusion === last.machineStatus ? "Confirmée" : `Constatée « ${conclusionWords[last.conclusion]} »`;
  return (
    <>
      <p>
        <strong>{verb}</strong> par {last.madeBy ?? "un agent"}, {formatDateTime(last.madeAt)}
        {last.reason !== "" && <> : {last.reason}</>}
      </p>
      {props.check.isStale && (
        <Notice tone="warning" title="À revoir">
          La réponse a changé depuis ce constat : il ne compte plus tant qu’il n’est pas refait.
        </Notice>
      )}
      <Earlier standing={props.standing} />
    </>
  );
}

/** A doubt that a person closed, on this file or for all by doctrine, is a line too. */
export function DoubtPoint(props: { readonly view: FileView; readonly check: DoubtCheck }): JSX.Element {
  const { view, check } = props;
  const { doubt, standing } = check;
  const held = appliedTo(view.scheme).doctrine[doubt.id];
  if (standing === null && held === undefined) return <Readings view={view} check={check} id={doubtId(doubt.id)} />;
  const isRefused = isTyped(view, doubt.id);
  return (
    <details class="es-done" id={doubtId(doubt.id)} open={isRefused}>
      <summary>
        <Icon name="check" />
        <span>
          <b>{doubt.question}</b>{" "}
          {standing === null && held !== undefined
            ? `Doctrine depuis le ${formatDay(held.since)} : ${conclusionWords[held.reading]}`
            : standing !== null && concludedBy(standing)}
        </span>
        <Icon name="chevron-down" />
      </summary>
      <Readings view={view} check={check} />
    </details>
  );
}

/** Where the text can be read in two ways: both readings with their euros, and the one that a person chooses. */
function Readings(props: {
  readonly view: FileView;
  readonly check: DoubtCheck;
  /** Its anchor, where no line stands for it. */
  readonly id?: string;
}): JSX.Element {
  const { view, check } = props;
  const { doubt, standing } = check;
  const isReduced = view.instruction.accepted !== view.instruction.asked;
  return (
    <div class="es-doubt" id={props.id} data-closed={props.id === undefined ? "" : undefined}>
      <h3>
        {doubt.question} <ProvisionId id={doubt.id} /> <ProvisionId id={doubt.provision} />
      </h3>
      <ul class="es-readings">
        <Reading words={doubt.defaultReading} note="lecture d’ordinaire" cents={doubt.effect?.default} />
        {doubt.alternative !== null && (
          <Reading words={doubt.alternative} note="autre lecture" cents={doubt.effect?.alternative} />
        )}
      </ul>
      {isReduced && doubt.effect !== null && <p class="es-hint">Montants sur ce qui est demandé.</p>}
      <Doctrine view={view} doubt={doubt.id} />
      {standing !== null && (
        <p>
          <strong>Retenu : {conclusionWords[standing.last.conclusion]}</strong>, {standing.last.madeBy ?? "un agent"},{" "}
          {formatDateTime(standing.last.madeAt)} : {standing.last.reason}
        </p>
      )}
      {standing !== null && <Earlier standing={standing} />}
      {may(view, "find") && (
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

export function checkId(check: Check): string {
  return criterionId(check.result.id, check.about);
}

/** Anchor of a condition of the text in the page. */
export function criterionId(criterion: string, about: string): string {
  return `v-${keyOfSubject(criterion, about).replace(/[^A-Za-z0-9-]/g, "-")}`;
}

/** A doubt that is closed for everyone: said on each file that meets it. */
function Doctrine(props: { readonly view: FileView; readonly doubt: string }): JSX.Element | null {
  const held = appliedTo(props.view.scheme).doctrine[props.doubt];
  if (held === undefined) return null;
  return (
    <p>
      <strong>
        Doctrine depuis le {formatDay(held.since)} : {conclusionWords[held.reading]}.
      </strong>{" "}
      {held.grounds} S’en écarter demande un motif et le responsable de service.
    </p>
  );
}

/** Anchor of a doubt in the page. */
export function doubtId(doubt: string): string {
  return `d-${doubt}`;
}

/** The machine finds it met and no one has said anything of it: there is nothing to look at first. */
export function isSettled(check: Check): boolean {
  return check.status === "met" && check.standing === null;
}

/** Something was typed of it in a sending that was refused. */
function isTyped(view: Pick<FileView, "typed">, point: string): boolean {
  return [POINT, REASON].some((name) => typedIn(view, JUDGEMENT, name + point) !== "");
}

/** Its place to conclude is there: it waits for someone, or one contests it, or what was typed of it was refused. */
export function isToJudge(view: Pick<FileView, "opened" | "typed">, check: Check): boolean {
  const point = keyOfSubject(check.result.id, check.about);
  return !isSettled(check) || isTyped(view, point) || checkId(check) === view.opened;
}

/** A person concluded it, and the answers are still those that were read. */
function isConcluded(check: Check): boolean {
  return check.standing !== null && !check.isStale;
}

/** « , structure 2 » where a request has several. */
export function placed(check: Check, view: FileView): string {
  const { party } = check.result;
  if (party === undefined || view.instruction.asked.funding.parties.length < 2) return "";
  return `, structure ${party + 1}`;
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
