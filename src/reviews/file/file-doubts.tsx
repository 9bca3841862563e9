import type { JSX } from "preact";
import { DoubtPoint, isDoubtOpen } from "../checks/doubt-point.tsx";
import type { DoubtCheck } from "../checks/finding.ts";
import { Plan } from "../costs/file-plan.tsx";
import { SharedDays } from "../costs/file-shared.tsx";
import { isShared } from "../costs/shared-days.ts";
import type { ReviewedView } from "./file-view.tsx";

/** The doubts of the text, each beside what it changes: the days that parties share, then the plan, then the rest. */
export function DoubtBands(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { ofShares, beside, below } = placesOf(view);
  return (
    <>
      {isShared(view.scheme, view.file.answers) && (
        <div class="es-band">
          <div class="es-presented">
            <SharedDays view={view} />
          </div>
          <Beside view={view} label="Doute sur les journées communes" doubts={ofShares} />
        </div>
      )}
      <div class="es-band">
        <div class="es-presented">
          <Plan view={view} />
        </div>
        <Beside view={view} id="doutes" label="Doutes de lecture du texte" doubts={beside} />
      </div>
      {below.length > 0 && (
        <div class="es-doubts">
          {below.map((one) => (
            <DoubtPoint key={one.doubt.id} view={view} check={one} />
          ))}
        </div>
      )}
    </>
  );
}

function Beside(props: {
  readonly view: ReviewedView;
  readonly id?: string;
  readonly label: string;
  readonly doubts: readonly DoubtCheck[];
}): JSX.Element {
  const { view, id, label, doubts } = props;
  return (
    <section class="es-judge" id={id} aria-label={label}>
      {doubts.map((one) => (
        <DoubtPoint key={one.doubt.id} view={view} check={one} />
      ))}
      {doubts.every(({ doubt }) => doubt.effect === null) && (
        <p class="es-hint">Aucun doute de lecture du texte ne change le montant.</p>
      )}
    </section>
  );
}

/** Beside the plan, what changes its amount; where nobody has to close one of these, what is only words stands there too. */
function placesOf(view: ReviewedView) {
  const once = [...new Map(view.instruction.doubts.map((one) => [one.doubt.id, one])).values()];
  const shares = isShared(view.scheme, view.file.answers) ? view.scheme.costs.shared?.doubt : undefined;
  const ofShares = once.filter(({ doubt }) => doubt.id === shares);
  const others = once.filter(({ doubt }) => doubt.id !== shares);
  const inEuros = others.filter(({ doubt }) => doubt.effect !== null);
  const inWords = others.filter(({ doubt }) => doubt.effect === null);
  const isFull = inWords.length > 1 || inEuros.some((one) => isDoubtOpen(view, one));
  return { ofShares, beside: isFull ? inEuros : others, below: isFull ? inWords : [] };
}
