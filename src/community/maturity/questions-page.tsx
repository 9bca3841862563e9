import type { JSX } from "preact";
import type { Instrument, Question, Raw } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  Form,
  HiddenField,
  LinkButton,
  PageHeader,
  Progress,
  QuestionField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { controls, questionsOf, startOf } from "./addresses.ts";

export interface QuestionsPageProps {
  readonly instrument: Instrument;
  /** From 0. */
  readonly step: number;
  readonly raw: Raw;
  /** The organisation that the answers will be kept for, where one is known. */
  readonly organisation: { readonly id: string; readonly name: string } | null;
}

/** One domain a page; the answers of the others travel along, hidden. */
export function QuestionsPage(props: QuestionsPageProps): JSX.Element {
  const { instrument, step, raw, organisation } = props;
  const { sections } = instrument.form;
  const section = sections[step];
  const asked = (section?.items ?? []) as readonly Question[];
  const names = asked.map((question) => question.id);
  const others = Object.entries(raw).filter(([name]) => !names.includes(name));
  const carried = { ...raw, ...(organisation === null ? {} : { [controls.organisation]: organisation.id }) };
  const isLast = step === sections.length - 1;
  const back =
    step === 0 ? startOf(instrument) : questionsOf(instrument, { ...carried, [controls.step]: String(step) });
  const action = isLast ? urls.assessmentResult : urls.assessmentQuestions;
  return (
    <>
      <PageHeader
        eyebrow={[instrument.invitation, organisation?.name].filter((one) => one !== undefined).join(" · ")}
        title={section?.title ?? instrument.name}
        lead={section?.intro}
      />
      <Progress done={step} total={sections.length} label={`Domaine ${step + 1} sur ${sections.length}`} />
      <Form method="get" action={action.href({ instrument: instrument.slug })}>
        {others.map(([name, value]) => (
          <HiddenField key={name} name={name} value={String(value)} />
        ))}
        {organisation !== null && <HiddenField name={controls.organisation} value={organisation.id} />}
        {!isLast && <HiddenField name={controls.step} value={String(step + 2)} />}
        {asked.map((question) => (
          <QuestionField key={question.id} question={question} path={question.id} raw={raw} />
        ))}
        <ButtonBar>
          <Button icon="arrow-right" iconAt="end">
            {isLast ? "Voir le résultat" : "Continuer"}
          </Button>
          <LinkButton variant="tertiary" href={back}>
            Revenir
          </LinkButton>
        </ButtonBar>
      </Form>
    </>
  );
}
