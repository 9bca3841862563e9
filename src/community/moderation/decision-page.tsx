import type { JSX } from "preact";
import { type Raw, text } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  dayInParis,
  ErrorSummary,
  Form,
  formatDay,
  Notice,
  PageHeader,
  PlainFields,
  Prose,
  plainForm,
  Section,
  SummaryList,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { agreed } from "./acts.ts";
import { groundWords, type Moderation, moderatedWords } from "./moderation.ts";

export const appealForm = plainForm(
  { reasons: text("long-text", "raisons", 2_000) },
  {
    reasons: {
      label: "Pourquoi n’êtes-vous pas d’accord ?",
      hint: "Une autre personne que celle qui a décidé lira vos raisons.",
    },
  },
);

export const appealAnswerForm = plainForm(
  { answer: text("long-text", "réponse", 2_000) },
  { answer: { label: "Votre réponse", hint: "L’organisme la lira telle quelle." } },
);

export interface DecisionPageProps {
  readonly moderation: Moderation;
  readonly mayAppeal: boolean;
  readonly mayAnswer: boolean;
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}

/** A decision with its grounds, the appeal against it, and what came of it. */
export function DecisionPage(props: DecisionPageProps): JSX.Element {
  const { moderation, raw, errors } = props;
  const { id, appeal } = moderation;
  return (
    <>
      <ErrorSummary errors={summaryOf(props.mayAnswer ? appealAnswerForm : appealForm, errors)} />
      <PageHeader
        eyebrow={`${moderation.organisationName} · décision du ${formatDay(dayInParis(moderation.decidedAt))}`}
        title={`${capital(moderatedWords[moderation.about])} ${agreed(moderation.about, moderation.decision)}`}
        lead={moderation.title}
      />
      <SummaryList
        items={[
          { label: "Motif", value: moderation.ground === null ? "" : groundWords[moderation.ground] },
          { label: "Raisons", value: moderation.reasons },
          { label: "Décidé par", value: "Une personne chargée de l’animation ; aucune machine n’a décidé." },
        ]}
      />
      {appeal !== null && <AppealSaid {...props} />}
      {props.mayAppeal && (
        <Section title="Contester cette décision">
          <Form action={urls.appeal.href({ id })}>
            <PlainFields of={appealForm} raw={raw} errors={errors} />
            <ButtonBar>
              <Button icon="send">Demander un nouvel examen</Button>
            </ButtonBar>
          </Form>
        </Section>
      )}
      {props.mayAnswer && (
        <Section title="Répondre au recours">
          <Form action={urls.appealAnswer.href({ id })}>
            <PlainFields of={appealAnswerForm} raw={raw} errors={errors} />
            <ButtonBar>
              <Button name="sens" value="levee">
                Lever la décision
              </Button>
              <Button name="sens" value="maintien" variant="danger">
                Maintenir la décision
              </Button>
            </ButtonBar>
          </Form>
        </Section>
      )}
    </>
  );
}

function AppealSaid(props: DecisionPageProps): JSX.Element | null {
  const { appeal } = props.moderation;
  if (appeal === null) return null;
  return (
    <Section title="Le recours">
      <Prose>
        <p class="es-lines">{appeal.reasons}</p>
      </Prose>
      {appeal.upheld === null ? (
        <Notice tone="info" title="En attente de réponse">
          <p>{`Demandé le ${formatDay(dayInParis(appeal.askedAt))}. Une autre personne que celle qui a décidé répondra.`}</p>
        </Notice>
      ) : (
        <Notice
          tone={appeal.upheld ? "warning" : "success"}
          title={appeal.upheld ? "La décision est maintenue" : "La décision est levée"}
        >
          <p>{appeal.answer}</p>
        </Notice>
      )}
    </Section>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
