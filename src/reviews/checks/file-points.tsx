import type { JSX } from "preact";
import { pathOf } from "#policy/index.ts";
import { Icon, verdictLook } from "#src/ui/index.ts";
import { Read } from "../answers/file-read.tsx";
import type { ReviewedView } from "../file/file-view.tsx";
import { CheckPoint } from "./check-point.tsx";
import { type Check, keyOfSubject } from "./finding.ts";
import { checkId, concludedBy, isConcluded, isTyped, placed } from "./point.ts";

/** Checks that a person must look at: what was filed at the left, the conclusion at the right, one under the other. */
export function Points(props: { readonly view: ReviewedView; readonly checks: readonly Check[] }): JSX.Element {
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
function ConcludedPoint(props: { readonly view: ReviewedView; readonly check: Check }): JSX.Element {
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

function Band(props: { readonly view: ReviewedView; readonly check: Check }): JSX.Element {
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
