import type { JSX } from "preact";
import { formatAnswer, pointerOf, questionsOf, valueAtPath, visibilityOf } from "#policy/index.ts";
import { Button, Disclosure, Section, SummaryList } from "#src/ui/index.ts";
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
          <SummaryList
            compact
            items={asked.map(({ question, path, situation }) => {
              const value = valueAtPath(answers, path);
              const isEmpty = value === null || value === undefined;
              const said = isEmpty ? "" : formatAnswer(question, value);
              const isCommune = question.control.kind === "commune" && typeof value === "string";
              return {
                id: `reponse-${path}`,
                label: situation === "" ? question.label : `${situation} : ${question.label}`,
                value: isCommune ? props.communeName(value) : said,
                action: (
                  <Button
                    variant="tertiary"
                    size="sm"
                    name={controlNames.step}
                    value={stepFor(pointerOf(path), steps)?.id ?? ""}
                    context={`: ${question.label}`}
                  >
                    Modifier
                  </Button>
                ),
              };
            })}
          />
        </form>
      </Disclosure>
    </Section>
  );
}
