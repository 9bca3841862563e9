import type { JSX } from "preact";
import {
  Button,
  Disclosure,
  Form,
  formatDateTime,
  LongTextField,
  Section,
  StateTag,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { BodyQuestion } from "../candidate.ts";
import { bodyName } from "../may.ts";
import type { CandidatePageProps } from "../ranking/file-props.ts";
import { senseLooks } from "../words.ts";

/** What the bodies that instruct with the funder say and ask of a project. */
export function BodiesPart(props: CandidatePageProps): JSX.Element | null {
  const funder = useFunder();
  const { rules, file } = props;
  if (rules.bodies.length === 0) return null;
  return (
    <Section title={`Avis des organismes qui instruisent avec ${funder.the}`}>
      {rules.bodies.map((body) => {
        const opinion = file.candidate.opinions.find((one) => one.body === body);
        return (
          <div class="es-card es-card-plain" key={body}>
            <div class="es-card-top">
              <span class="es-eyebrow">{bodyName(body)}</span>
              {opinion === undefined ? (
                <StateTag tone="neutral" icon="clock" label="Pas encore d’avis" />
              ) : (
                <StateTag {...senseLooks[opinion.sense]} />
              )}
            </div>
            {opinion !== undefined && (
              <>
                <p class="es-lines">{opinion.words}</p>
                <p class="es-hint">{`${opinion.by ?? "Un agent"}, ${formatDateTime(opinion.at)}`}</p>
              </>
            )}
          </div>
        );
      })}
      {file.candidate.questions.map((question) => (
        <Question key={question.id} {...props} question={question} />
      ))}
    </Section>
  );
}

function Question(props: CandidatePageProps & { readonly question: BodyQuestion }): JSX.Element {
  const { question, call, file, mayRun } = props;
  const field = `reponse-${question.id}`;
  return (
    <div class="es-card es-card-tinted">
      <p class="es-lines">
        <strong>{`${bodyName(question.body)} demande :`}</strong> {question.question}
      </p>
      {question.answer !== "" && <p class="es-lines">{`Réponse : ${question.answer}`}</p>}
      {question.answer === "" && mayRun && (
        <Disclosure summary="Répondre" open={props.errors.has(field)}>
          <Form action={urls.candidateAnswer.href({ call: call.id, id: file.candidate.id, question: question.id })}>
            <LongTextField
              name={field}
              label="Votre réponse"
              value={props.typed(field)}
              error={props.errors.get(field)}
            />
            <Button variant="secondary">Répondre</Button>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}
