import type { JSX } from "preact";
import type { Trace } from "#policy/index.ts";
import { TextWords } from "#src/eligibility/web/index.ts";
import { formatDateTime, Icon, Notice, ProvisionId, verdictLook } from "#src/ui/index.ts";
import { Conclusions, ReasonField } from "../file/file-form.tsx";
import { may, type ReviewedView } from "../file/file-view.tsx";
import { conclusionWords } from "./conclusion-words.ts";
import { Earlier, Fold } from "./earlier.tsx";
import { type Check, keyOfSubject, type Standing } from "./finding.ts";
import { placed } from "./point.ts";

/** One check: what the machine says, what persons said, and the place to conclude. */
export function CheckPoint(props: { readonly view: ReviewedView; readonly check: Check }): JSX.Element {
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
      {view.parts.flatMap(({ beside }) => (beside?.criterion === result.id ? [beside.body] : []))}
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
