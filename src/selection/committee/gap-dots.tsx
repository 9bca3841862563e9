import type { JSX } from "preact";
import { type Score, sayScore } from "../scores/score.ts";

/** Each assessor's own score on one line: together, or apart. */
export function GapDots(props: { readonly scores: readonly Score[] }): JSX.Element {
  const at = props.scores.map(({ total, most }) => 2 + Math.round((total * 100) / most));
  const [least, most] = [Math.min(...at), Math.max(...at)];
  return (
    <svg
      class="es-dots"
      viewBox="0 0 104 20"
      width="104"
      height="20"
      role="img"
      aria-label={props.scores.map(sayScore).join(", ")}
    >
      <path class="es-dots-scale" d="M2 10h100" />
      <path class="es-dots-gap" d={`M${least} 10h${most - least}`} />
      {at.map((x, index) => (
        <circle key={index} cx={x} cy="10" r="5" />
      ))}
    </svg>
  );
}
