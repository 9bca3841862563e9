import type { JSX } from "preact";
import { formatAnswer, labelHere, pointerOf, questionsOf, valueAtPath, visibilityOf } from "#policy/index.ts";
import { Button, Disclosure, Section, SummaryList, SummaryRow, writtenOnce } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { controlNames, linkable } from "../query.ts";
import type { Simulator } from "../simulator.ts";
import { stepFor } from "../steps.ts";
import { Carried } from "./carried.tsx";

/** What the result rests on, each answer with the way to change it. */
export function GivenAnswers(props: {
  readonly simulator: Simulator;
  readonly communeName: (code: string) => string;
}): JSX.Element {
  const { simulator } = props;
  const { answers, scheme, steps, raw } = simulator;
  const asked = questionsOf(scheme.simulatorForm, answers).filter(
    ({ question, at }) => visibilityOf(question, answers, at) === "met",
  );
  return (
    <Section id="reponses" title="Vos réponses">
      <Disclosure summary="Relire les réponses qui donnent ce résultat">
        <form method="get" action={urls.simulator.href({ scheme: scheme.slug })}>
          <Carried raw={linkable(raw)} />
          <SummaryList compact>
            {asked.map(({ question, path, situation }) => {
              const value = valueAtPath(answers, path);
              const isEmpty = value === null || value === undefined;
              const said = isEmpty ? "" : formatAnswer(question, value);
              const isCommune = question.control.kind === "commune" && typeof value === "string";
              return (
                <Given
                  key={path}
                  path={path}
                  question={question.label}
                  situation={situation}
                  value={isCommune ? props.communeName(value) : said}
                  step={stepFor(pointerOf(path), steps)?.id ?? ""}
                />
              );
            })}
          </SummaryList>
        </form>
      </Disclosure>
    </Section>
  );
}

interface GivenProps {
  readonly path: string;
  readonly question: string;
  readonly situation: string;
  readonly value: string;
  readonly step: string;
}

const Given = writtenOnce(function Given(props: GivenProps): JSX.Element {
  const { path, question, situation, value, step } = props;
  const change = (
    <Button variant="tertiary" size="sm" name={controlNames.step} value={step} context={`: ${question}`}>
      Modifier
    </Button>
  );
  return <SummaryRow id={`reponse-${path}`} label={labelHere(question, situation)} value={value} action={change} />;
});
