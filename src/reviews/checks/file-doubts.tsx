import type { JSX } from "preact";
import { formatDateTime, Money, ProvisionId, StateTag } from "#src/ui/index.ts";
import { type FileView, may } from "../file/file-view.tsx";
import type { DoubtCheck } from "./finding.ts";
import { conclusionWords, Earlier, FindingForm, Fold } from "./finding-form.tsx";

/** Where the text can be read in two ways: both readings, their euros, and the reading that a person chose. */
export function Doubts(props: { readonly view: FileView }): JSX.Element {
  const { doubts } = props.view.instruction;
  if (doubts.length === 0) return <p>Ce dossier ne rencontre aucun doute de lecture du texte.</p>;
  const once = new Map(doubts.map((one) => [one.doubt.id, one]));
  return (
    <>
      {[...once.values()].map((one) => (
        <DoubtItem key={one.doubt.id} view={props.view} check={one} />
      ))}
    </>
  );
}

function DoubtItem(props: { readonly view: FileView; readonly check: DoubtCheck }): JSX.Element {
  const { view, check } = props;
  const { doubt, standing } = check;
  const form = `d-${doubt.id}`;
  const isReduced = view.instruction.accepted !== view.instruction.asked;
  return (
    <div class="es-card es-card-plain" id={form}>
      <div class="es-card-top">
        <span class="es-eyebrow">
          Doute <ProvisionId id={doubt.id} /> <ProvisionId id={doubt.provision} />
        </span>
        {doubt.closed === undefined ? (
          <StateTag tone="honey" icon="scale" label="Ouvert" />
        ) : (
          <StateTag tone="success" icon="check" label="Clos" />
        )}
      </div>
      <h3 class="es-card-title">{doubt.question}</h3>
      <dl class="es-summary es-summary-compact">
        <div>
          <dt>Lecture appliquée d’ordinaire</dt>
          <dd>
            {doubt.defaultReading}{" "}
            {doubt.effect !== null && <Effect cents={doubt.effect.default} isReduced={isReduced} />}
          </dd>
        </div>
        {doubt.alternative !== null && (
          <div>
            <dt>Autre lecture</dt>
            <dd>
              {doubt.alternative}{" "}
              {doubt.effect !== null && <Effect cents={doubt.effect.alternative} isReduced={isReduced} />}
            </dd>
          </div>
        )}
      </dl>
      {standing !== null && (
        <>
          <p>
            <strong>Retenu : {conclusionWords[standing.last.conclusion]}</strong>, par{" "}
            {standing.last.madeBy ?? "un agent"}, {formatDateTime(standing.last.madeAt)} : {standing.last.reason}
          </p>
          <Earlier standing={standing} />
        </>
      )}
      {may(view, "find") && (
        <Fold summary={standing === null ? "Clore ce doute" : "Changer de lecture"} open={view.typed?.form === form}>
          <FindingForm
            view={view}
            form={form}
            subject={doubt.id}
            about=""
            last={standing?.last.conclusion ?? null}
            options={readings.filter(({ value }) => value === "default" || doubt.alternative !== null)}
            hint="Le motif est toujours demandé : il figure dans la décision."
          />
        </Fold>
      )}
    </div>
  );
}

const readings = [
  { value: "default", label: "Lecture d’ordinaire" },
  { value: "alternative", label: "Autre lecture" },
] as const;

/** `isReduced`: the officer accepts less than was asked, and the amount told elsewhere is another. */
function Effect(props: { readonly cents: number; readonly isReduced: boolean }): JSX.Element {
  return (
    <strong>
      ({props.isReduced ? "aide sur ce qui est demandé" : "aide"} : <Money cents={props.cents} />)
    </strong>
  );
}
