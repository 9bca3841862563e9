import type { JSX } from "preact";
import { pathOf, type Trace } from "#policy/index.ts";
import { TextWords } from "#src/eligibility/web/index.ts";
import { Disclosure, formatDateTime, Notice, ProvisionId, plural, VerdictList, verdictLook } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { answerId, type FileView, may } from "../file/file-view.tsx";
import { type Check, keyOfSubject, type Standing } from "./finding.ts";
import { conclusionWords, Earlier, FindingForm, Fold } from "./finding-form.tsx";

/** Each condition of the text: the machine's answer and its evidence, the person's finding beside. */
export function Checks(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const evidence = evidenceOf(view);
  const list = (checks: readonly Check[]) => (
    <VerdictList
      items={checks.map((check) => ({
        id: checkId(check),
        status: check.status,
        title: `${check.result.title}${placed(check, view)}`,
        reason: check.result.reason,
        provision: <ProvisionId id={check.result.id} />,
        more: <CheckMore view={view} check={check} evidence={evidence} />,
      }))}
    />
  );
  const settled = view.instruction.checks.filter(isSettled);
  const open = view.instruction.checks.filter((check) => !isSettled(check));
  if (open.length === 0 || settled.length === 0) return list(view.instruction.checks);
  const asked = view.typed?.form ?? view.opened;
  return (
    <>
      {list(open)}
      <Disclosure
        summary={plural(settled.length, "condition remplie", "conditions remplies")}
        open={settled.some((check) => checkId(check) === asked)}
      >
        {list(settled)}
      </Disclosure>
    </>
  );
}

/** The machine finds it met and no one has said anything of it: there is nothing to look at first. */
function isSettled(check: Check): boolean {
  return check.status === "met" && check.standing === null;
}

export function checkId(check: Check): string {
  return criterionId(check.result.id, check.about);
}

/** Anchor of a condition of the text in the page. */
export function criterionId(criterion: string, about: string): string {
  return `v-${keyOfSubject(criterion, about).replace(/[^A-Za-z0-9-]/g, "-")}`;
}

function placed(check: Check, view: FileView): string {
  const { party: structure } = check.result;
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
  const isOpen = view.typed?.form === form || view.opened === form;
  // A condition met seldom needs words: its form comes when asked, and the page stays light.
  const offersForm = may(view, "find") && (isOpen || standing !== null || result.status !== "met");
  return (
    <>
      {standing !== null && <FindingLine view={view} check={check} standing={standing} />}
      <Fold summary="Preuves" open={isOpen}>
        <div>
          {result.question} <small>({result.provision})</small>
        </div>
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
        <TextWords framework={view.file.application.framework} criterion={result} />
        {result.status !== "met" && (result.trace.parts?.length ?? 0) > 0 && (
          <ul>
            <TraceLine trace={result.trace} />
          </ul>
        )}
      </Fold>
      {may(view, "find") && !offersForm && (
        <div class="es-why">
          <a href={`${urls.review.href({ id: view.file.application.id }, { constat: form })}#${form}`}>
            Contester<span class="ds-sr-only"> : {result.title}</span>
          </a>
        </div>
      )}
      {offersForm && (
        <Fold summary={findingSummary(check)} open={isOpen}>
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
        </Fold>
      )}
    </>
  );
}

/** What the person is asked for, by what the machine and others found. */
function findingSummary({ result, standing }: Check): string {
  if (standing !== null) return "Revoir le constat";
  if (result.status === "met") return "Contester";
  return result.status === "not-met" ? "Confirmer ou contester" : "Conclure";
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
