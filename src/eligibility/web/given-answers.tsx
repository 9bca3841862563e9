import type { JSX } from "preact";
import { formatAnswer, pointerOf, questionsOf, valueAtPath, visibilityOf } from "#policy/index.ts";
import { Disclosure, Section, SummaryList } from "#src/ui/index.ts";
import type { Simulator } from "../simulator.ts";
import { stepFor } from "../steps.ts";
import { stepUrl } from "./addresses.ts";

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
        <SummaryList
          compact
          items={asked.map(({ question, path, situation }) => {
            const value = valueAtPath(answers, path);
            const isEmpty = value === null || value === undefined;
            const said = isEmpty ? "" : formatAnswer(question, value);
            const shown =
              question.control.kind === "commune" && typeof value === "string" ? props.communeName(value) : said;
            const step = stepFor(pointerOf(path), steps);
            return {
              id: `reponse-${path}`,
              label: situation === "" ? question.label : `${situation} : ${question.label}`,
              value: shown,
              action: (
                <a href={stepUrl(scheme, raw, step?.id ?? null)}>
                  Modifier<span class="ds-sr-only"> : {question.label}</span>
                </a>
              ),
            };
          })}
        />
      </Disclosure>
    </Section>
  );
}
