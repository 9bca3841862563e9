import type { JSX } from "preact";
import { gridLines } from "#policy/index.ts";
import { Button, Disclosure, Form, HiddenField, LongTextField, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { CandidatePageProps } from "../ranking/file-props.ts";
import { FEEDBACK_OPEN } from "./word-feedback.ts";

/** What the letter of a project that is not retained says of each criterion: read by all, worded until it is notified. */
export function FeedbackPart(props: CandidatePageProps): JSX.Element | null {
  const { candidate } = props.file;
  if (candidate.feedback.length === 0 && !FEEDBACK_OPEN.includes(candidate.state)) return null;
  return (
    <Section
      title="Ce que la lettre dira, critère par critère"
      intro="Repris des fiches, sans les noms. Le comité peut le dire avec ses mots, jusqu’à la notification."
    >
      {props.mayRun && FEEDBACK_OPEN.includes(candidate.state) ? <WordsForm {...props} /> : <Words {...props} />}
    </Section>
  );
}

function linesOf({ rules, file }: CandidatePageProps) {
  return gridLines(rules.scheme.grid).map(({ id, title }) => {
    const said = file.candidate.feedback.find(({ line }) => line === id);
    return { id, title, strength: said?.strength ?? "", weakness: said?.weakness ?? "" };
  });
}

function Words(props: CandidatePageProps): JSX.Element {
  return (
    <>
      {linesOf(props)
        .filter(({ strength, weakness }) => strength !== "" || weakness !== "")
        .map(({ id, title, strength, weakness }) => (
          <p key={id} class="es-lines">
            <strong>{title}</strong>
            {strength !== "" && `\nPoint fort : ${strength}`}
            {weakness !== "" && `\nAppréciation : ${weakness}`}
          </p>
        ))}
    </>
  );
}

function WordsForm(props: CandidatePageProps): JSX.Element {
  const { candidate } = props.file;
  const { errors, typed } = props;
  const isWrong = [...errors.keys()].some((name) => /^(fort|faible)\./.test(name));
  return (
    <Disclosure summary="Relire et reformuler" open={isWrong}>
      <Form action={urls.candidateFeedback.href({ call: props.call.id, id: candidate.id })}>
        <HiddenField name="cle" value={props.newKey()} />
        <HiddenField name="version" value={String(candidate.version)} />
        {linesOf(props).map(({ id, title, strength, weakness }) => (
          <fieldset key={id} class="es-fieldset">
            <legend class="ds-label">{title}</legend>
            <div class="es-sheet-pair">
              <LongTextField
                name={`fort.${id}`}
                label="Point fort"
                rows={2}
                required={false}
                unmarked
                value={typed(`fort.${id}`) ?? strength}
                error={errors.get(`fort.${id}`)}
              />
              <LongTextField
                name={`faible.${id}`}
                label="Appréciation"
                rows={2}
                required={false}
                unmarked
                value={typed(`faible.${id}`) ?? weakness}
                error={errors.get(`faible.${id}`)}
              />
            </div>
          </fieldset>
        ))}
        <Button variant="secondary">Garder ces mots pour la lettre</Button>
      </Form>
    </Disclosure>
  );
}
