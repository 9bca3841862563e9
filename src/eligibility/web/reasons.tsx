import type { JSX } from "preact";
import type { Assessment, OpenDoubt, OpenScheme, Status } from "#policy/index.ts";
import { Card, Disclosure, formatMoney, Section, VerdictItem, VerdictList, writtenOnce } from "#src/ui/index.ts";
import { partyTitle } from "../parties.ts";
import { TextWords } from "./text-words.tsx";

/** Every condition with its answer, its reason and the words of the text. */
export function Conditions(props: { readonly assessment: Assessment; readonly scheme: OpenScheme }): JSX.Element {
  const { assessment } = props;
  const { criteria, framework } = assessment;
  return (
    <Section id="conditions" title="Toutes les conditions, une par une">
      <Disclosure summary={`Lire les ${criteria.length} conditions et ce que dit le texte`} open={criteria.length < 3}>
        <VerdictList>
          {criteria.map((criterion, index) => (
            <Condition
              key={`${criterion.id}-${criterion.party ?? index}`}
              id={`condition-${criterion.id}-${criterion.party ?? index}`}
              title={partyTitle(props.scheme, criterion.title, criterion.party, assessment)}
              status={criterion.status}
              reason={criterion.reason}
              criterion={criterion.id}
              provision={criterion.provision}
              framework={framework}
            />
          ))}
        </VerdictList>
      </Disclosure>
    </Section>
  );
}

interface ConditionProps {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly reason: string;
  readonly criterion: string;
  readonly provision: string;
  readonly framework: string;
}

const Condition = writtenOnce(function Condition(props: ConditionProps): JSX.Element {
  const { id, title, status, reason, criterion, provision, framework } = props;
  const words = <TextWords criterion={{ id: criterion, provision }} framework={framework} />;
  return <VerdictItem id={id} status={status} title={title} reason={reason} provision={criterion} more={words} />;
});

/** Doubts are said as doubts: the reading applied, the other one, and what it would change. */
export function Doubts(props: { readonly assessment: Assessment }): JSX.Element | null {
  const { doubts } = props.assessment;
  if (doubts.length === 0) return null;
  return (
    <Section
      id="doutes"
      title="Ce qui n’est pas tranché"
      intro="Le texte peut se lire de deux façons sur ces points. Le simulateur montre les deux ; le service décidera."
    >
      {doubts.map((doubt) => (
        <Card key={`${doubt.id}-${doubt.party ?? ""}`} title={doubt.question} variant="honey">
          <p>
            <strong>Lecture appliquée.</strong> {doubt.defaultReading}
          </p>
          {doubt.alternative !== null && (
            <p>
              <strong>Autre lecture.</strong> {doubt.alternative}
            </p>
          )}
          <Effect doubt={doubt} />
          <details class="es-why">
            <summary>Pourquoi ?</summary>
            <p>
              {doubt.provision} ({doubt.id})
            </p>
          </details>
        </Card>
      ))}
    </Section>
  );
}

function Effect(props: { readonly doubt: OpenDoubt }): JSX.Element | null {
  const { effect } = props.doubt;
  if (effect === null || effect.default === effect.alternative) return null;
  return (
    <p>
      <strong>Effet sur l’aide.</strong> {formatMoney(effect.default)} avec la première lecture,{" "}
      {formatMoney(effect.alternative)} avec la seconde.
    </p>
  );
}
