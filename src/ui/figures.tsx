import type { JSX } from "preact";

export interface ShownFigure {
  readonly label: string;
  /** Already said in French: « 17 500 € », « 25 jours ». */
  readonly value: string;
}

/** A few figures that say the essential, large. */
export function Figures(props: { readonly figures: readonly ShownFigure[] }): JSX.Element {
  return (
    <dl class="es-figures">
      {props.figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd>{figure.value}</dd>
        </div>
      ))}
    </dl>
  );
}
