import type { JSX } from "preact";
import { Button, ErrorSummary, Form, formatDateTime, LongTextField, PageHeader, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Question } from "../questions.ts";

/** A question asked before a request is filed, and the place to answer it. */
export function QuestionPage(props: {
  readonly question: Question;
  readonly schemeName: string;
  readonly body?: string;
  readonly error?: string;
}): JSX.Element {
  const { question, error } = props;
  return (
    <>
      <ErrorSummary errors={error === undefined ? [] : [{ name: "message", message: error }]} />
      <PageHeader
        eyebrow={props.schemeName}
        title={`Question de ${question.organisation}`}
        lead="Cette demande n’est pas déposée : vous lisez les messages, pas le brouillon."
      />
      <Section title="Messages">
        <ol class="es-timeline">
          {question.messages.map((message) => (
            <li key={message.id} data-color={message.side === "funder" ? "info" : "neutral"}>
              <div>
                <p class="es-timeline-title">{message.authorName ?? "Quelqu’un"}</p>
                <p class="es-timeline-when">{formatDateTime(message.sentAt)}</p>
                <p class="es-lines">{message.body}</p>
              </div>
            </li>
          ))}
        </ol>
        <Form action={urls.deskQuestion.href({ id: question.application })}>
          <LongTextField name="message" label="Votre réponse" maxLength={10_000} value={props.body} error={error} />
          <Button icon="send">Répondre</Button>
        </Form>
      </Section>
    </>
  );
}
