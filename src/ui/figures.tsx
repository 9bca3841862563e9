import type { JSX } from "preact";
import { ProvisionId } from "./fields/wiring.tsx";

export interface ShownFigure {
  readonly label: string;
  /** Already said in French: « 17 500 € », « 25 jours ». */
  readonly value: string;
  readonly provision?: string | undefined;
}

/** A few figures that say the essential, large; each with the provision that sets it. */
export function Figures(props: { readonly figures: readonly ShownFigure[] }): JSX.Element {
  return (
    <dl class="es-figures">
      {props.figures.map((figure) => (
        <div key={figure.label}>
          <dt>
            {figure.label} {figure.provision !== undefined && <ProvisionId id={figure.provision} />}
          </dt>
          <dd>{figure.value}</dd>
        </div>
      ))}
    </dl>
  );
}
