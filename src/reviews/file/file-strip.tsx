import type { JSX } from "preact";
import { formatDateTime, Icon, ProvisionId, plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ApplicationLabels } from "../around/file-labels.tsx";
import type { Check } from "../checks/finding.ts";
import { checkId, isSettled, isToJudge, placed } from "../checks/point.ts";
import type { Left } from "../instruction/instruction.ts";
import { anchorOf } from "./file-next.ts";
import { ListField, may, type ReviewedView } from "./file-view.tsx";
import { Waiting } from "./file-waiting.tsx";

/** What needs a person, by kind, each leading to its place; what passed, folded; what changed since the last visit. */
export function Strip(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  return (
    <div class="es-strip" id="resume">
      <Waiting view={view} />
      <ul class="es-strip-points">
        {(["criterion", "doubt", "grid"] as const).map((kind) => (
          <PointsLeft key={kind} view={view} kind={kind} />
        ))}
        <li>
          <Passed view={view} />
        </li>
        {view.around.likenesses.some(({ isSame }) => isSame === null) && (
          <li>
            <a href="#doublons">Un autre dossier ressemble à celui-ci</a>
          </li>
        )}
        <li class="es-strip-labels">
          <ApplicationLabels view={view} />
        </li>
        <News view={view} />
      </ul>
    </div>
  );
}

const kinds = {
  criterion: ["vérification à conclure", "vérifications à conclure"],
  doubt: ["doute à clore", "doutes à clore"],
  grid: ["ligne de grille à apprécier", "lignes de grille à apprécier"],
} as const satisfies Readonly<Record<Left["kind"], readonly [string, string]>>;

function PointsLeft(props: { readonly view: ReviewedView; readonly kind: Left["kind"] }): JSX.Element | null {
  const { view, kind } = props;
  const left = view.instruction.left.filter((one) => one.kind === kind);
  const [first] = left;
  if (first === undefined || !may(view, "find")) return null;
  const [one, many] = kinds[kind];
  return (
    <li>
      <a href={`#${anchorOf(first)}`}>{plural(left.length, one, many)}</a>
    </li>
  );
}

/** What others did since this reader's last visit. */
function News(props: { readonly view: ReviewedView }): JSX.Element | null {
  const { news, since, file } = props.view;
  if (since === null || news.length === 0) return null;
  return (
    <li class="es-strip-end">
      <span class="es-new">Depuis le {formatDateTime(since)}</span>{" "}
      <a href="#journal">{news.map(({ title, count }) => (count === 1 ? title : `${title} (${count})`)).join(", ")}</a>{" "}
      <form method="post" action={urls.reviewSeen.href({ id: file.application.id })}>
        <ListField view={props.view} />
        <button type="submit" class="es-linkish">
          Tout est vu
        </button>
      </form>
    </li>
  );
}

/** The checks that the machine finds met and that nobody contested: one line, and each can be contested. */
function Passed(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const passed = view.instruction.checks.filter(isSettled);
  return (
    <details class="es-passed" id="verifications">
      <summary>
        <Icon name="check" />
        {plural(passed.length, "vérification remplie", "vérifications remplies")}
        <Icon name="chevron-down" />
      </summary>
      <ul>
        {passed.map((check) => (
          <li key={checkId(check)} id={isToJudge(view, check) ? undefined : checkId(check)}>
            <strong>
              {check.result.title}
              {placed(check, view)}
            </strong>{" "}
            <ProvisionId id={check.result.id} /> {check.result.reason} <Contest view={view} check={check} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Contest(props: { readonly view: ReviewedView; readonly check: Check }): JSX.Element | null {
  const { view, check } = props;
  if (!may(view, "find")) return null;
  const point = checkId(check);
  return (
    <a href={`${urls.review.href({ id: view.file.application.id }, { ...view.list.query, constat: point })}#${point}`}>
      Contester<span class="ds-sr-only"> : {check.result.title}</span>
    </a>
  );
}
