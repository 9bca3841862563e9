import type { JSX } from "preact";
import type { Assessment, CriterionResult, UnmetHere } from "#policy/index.ts";
import { Icon, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { quotationOf } from "../quotations.ts";

/** What the rules say of an answer, for its field: the conditions that it does not meet; null where it meets them. */
export function conditionsAt(
  unmet: readonly UnmetHere[],
  path: string,
  assessment: Pick<Assessment, "framework">,
): JSX.Element | null {
  const here = unmet.filter(({ asked }) => asked.some((one) => one.path === path));
  if (here.length === 0) return null;
  return (
    <>
      {here.map(({ criterion }) => (
        <UnmetCondition key={criterion.id} criterion={criterion} framework={assessment.framework} />
      ))}
    </>
  );
}

/** A condition not met: why, what can change it, whom to ask, and the words of the text folded. */
export function UnmetCondition(props: {
  readonly criterion: CriterionResult;
  readonly framework: string;
  /** Where several structures ask: « Structure 2 ». */
  readonly about?: string | undefined;
}): JSX.Element {
  const { criterion, about } = props;
  return (
    <div class="es-unmet">
      <p class="es-unmet-title" data-announce>
        <Icon name="unmet" />
        {about === undefined ? "Condition non remplie" : `Condition non remplie : ${about}`}
      </p>
      <p>{criterion.reason} L’aide n’est pas possible en l’état.</p>
      <WaysOut criterion={criterion} />
      <TextPlace criterion={criterion} framework={props.framework} />
    </div>
  );
}

function WaysOut(props: { readonly criterion: CriterionResult }): JSX.Element {
  const funder = useFunder();
  const ways = props.criterion.waysOut ?? [];
  return (
    <>
      {ways.length > 0 && (
        <>
          <p>
            <strong>Ce qui peut changer la réponse</strong>
          </p>
          <ul>
            {ways.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={urls.contact.href()}>En parler avec {funder.the}</a>
      </p>
    </>
  );
}

/** Where the text says it, and in what words: folded, for who wants to check. */
export function TextPlace(props: {
  readonly criterion: Pick<CriterionResult, "id" | "provision">;
  readonly framework: string;
}): JSX.Element {
  const { id, provision } = props.criterion;
  return (
    <details class="es-why">
      <summary>Pourquoi ?</summary>
      {quotationOf(props.framework, id).map((sentence) => (
        <p key={sentence}>« {sentence} »</p>
      ))}
      <p>
        Cadre d’intervention voté, {provision} ({id}).
      </p>
    </details>
  );
}
