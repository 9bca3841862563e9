import type { JSX } from "preact";
import { type StepSeen, Steps } from "./states.tsx";

/**
 * The steps of a long form: a column beside it where there is room, else one line, « Étape 4 sur 8 », that unfolds.
 * Where none of them is the current one, the line says how many there are.
 */
export function Stepper(props: {
  readonly label: string;
  readonly steps: readonly StepSeen[];
  /** Index of the step one is on; -1 for none. */
  readonly at: number;
  /** Names the list for what refreshes it without leaving the page. */
  readonly region: string;
}): JSX.Element {
  const { steps, at } = props;
  return (
    <details class="es-stepper">
      <summary>
        <strong>{at < 0 ? `${steps.length} étapes` : `Étape ${at + 1} sur ${steps.length}`}</strong>
        <span class="es-stepper-toggle">
          <span>Voir les étapes</span>
          <span>Replier</span>
        </span>
        <svg
          class="es-stepper-bar"
          viewBox={`0 0 ${steps.length * 10} 1`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          {steps.map((step, index) => (
            <rect key={step.label} class={lookOf(index, at)} x={index * 10 + 0.2} width="9.6" height="1" />
          ))}
        </svg>
      </summary>
      <div id={props.region} data-live-target>
        <Steps label={props.label} steps={steps} />
      </div>
    </details>
  );
}

function lookOf(index: number, at: number): string {
  return index <= at ? "es-progress-done" : "es-progress-track";
}
