import type { JSX } from "preact";
import type { Status } from "#policy/index.ts";
import { Card, type IconName, LiveRegion, Notice, useFunder } from "#src/ui/index.ts";
import { gaps, type Simulator } from "../simulator.ts";
import { isIn, type SimulatorStep, stepLabel } from "../steps.ts";
import { verdictOf } from "../verdict.ts";
import { resultUrl, stepUrl } from "./addresses.ts";

export interface VerdictFace {
  readonly tone: "success" | "danger" | "warning" | "info";
  readonly icon: IconName;
}

export const verdictFaces: Readonly<Record<Status, VerdictFace>> = {
  met: { tone: "success", icon: "check" },
  "not-met": { tone: "warning", icon: "info" },
  unknown: { tone: "info", icon: "question" },
  "to-assess": { tone: "warning", icon: "scale" },
};

/** What the answers already say, beside the questions; it follows the typing where scripts run. */
export function SoFar(props: { readonly simulator: Simulator }): JSX.Element {
  const funder = useFunder();
  const { simulator } = props;
  const open = gaps(simulator);
  const verdict = verdictOf(simulator.assessment, open.length, simulator.scheme.words, funder);
  if (Object.keys(simulator.raw).length === 0) return <Welcome />;
  return (
    <LiveRegion id="point">
      <Card title="Où vous en êtes" level={2} variant="tinted">
        <p data-announce>
          <strong>{verdict.headline}.</strong>
        </p>
        <p>{verdict.summary}</p>
        {open.length > 0 && open.length <= 4 && (
          <ul>
            {open.map((step) => (
              <li key={step.id}>
                <a href={stepUrl(simulator.scheme, simulator.raw, step.id)}>{stepLabel(step, simulator.steps)}</a>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href={resultUrl(simulator.scheme, simulator.raw)}>Voir le résultat détaillé</a>
        </p>
      </Card>
    </LiveRegion>
  );
}

/** Before the first answer. */
function Welcome(): JSX.Element {
  return (
    <LiveRegion id="point">
      <Card title="Où vous en êtes" level={2} variant="tinted">
        <p>Le résultat s’affichera ici au fil de vos réponses : si l’aide est possible, et combien.</p>
        <p>Vous ne savez pas répondre ? Passez : le résultat dira ce qui manque.</p>
      </Card>
    </LiveRegion>
  );
}

/** Said inside the flow, as soon as an answer rules the aid out: why, and that one may go on. */
export function EarlyWarning(props: {
  readonly simulator: Simulator;
  readonly step: SimulatorStep;
}): JSX.Element | null {
  const { simulator, step } = props;
  // What the screen itself asks tells it at its own field.
  const elsewhere = simulator.unmet.filter(({ asked }) => !asked.some((one) => isIn(step, one.path)));
  if (elsewhere.length === 0) return null;
  return (
    <Notice tone="warning" title="Dans cette situation, l’aide n’est pas possible">
      <ul>
        {elsewhere.map(({ criterion }) => (
          <li key={`${criterion.id}-${criterion.party ?? ""}`}>{criterion.reason}</li>
        ))}
      </ul>
      <p>
        Vous pouvez corriger une réponse, continuer pour voir le reste, ou{" "}
        <a href={`${resultUrl(simulator.scheme, simulator.raw)}#que-faire`}>voir ce qu’il est possible de faire</a>.
      </p>
    </Notice>
  );
}
