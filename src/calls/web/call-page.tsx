import type { ComponentChildren, JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import {
  Columns,
  formatDateTime,
  formatDay,
  Icon,
  type IconName,
  Notice,
  PageHeader,
  Prose,
  Section,
  StateTag,
  TableOfContents,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type CallVersion, type PublishedCall, phaseOf, schemeOfCall } from "../call.ts";
import { readCall } from "../content.ts";
import { weighedLines } from "../form.ts";
import type { PublicAnswer } from "../questions.ts";
import { phaseLook, sayCalendar, sayStep } from "../words.ts";
import { AfterFiling, Choosing } from "./call-choosing.tsx";
import { AidRegime, ApplicationSection } from "./call-file.tsx";
import { parts, titleOf } from "./call-parts.ts";
import { EnvelopeTable, TermsTable, WeightsTable } from "./call-tables.tsx";

export interface CallPageProps {
  readonly call: PublishedCall;
  readonly now: Temporal.Instant;
  readonly answers: readonly PublicAnswer[];
  readonly extensions: readonly CallVersion[];
  /** The ways in, and the form of a question: what the visitor may do now. */
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** All that an applicant must know of a call, drawn from what the funder typed. Prints as it stands. */
export function CallPage(props: CallPageProps): JSX.Element {
  const { call, now } = props;
  const scheme = schemeOfCall(call);
  const reading = readCall(scheme, call.raw);
  const { content } = reading;
  return (
    <>
      <PageHeader
        eyebrow={`Appel à projets · ${scheme.name}`}
        title={call.title}
        lead={content.summary ?? undefined}
        meta={<StateTag {...phaseLook(phaseOf(call, now))} />}
        actions={props.actions}
      />
      {props.extensions.map((one) => (
        <Notice
          key={one.number}
          tone="warning"
          title={`Prolongé jusqu’au ${one.closesAt === null ? "" : formatDateTime(one.closesAt)}`}
        >
          {one.reason}
        </Notice>
      ))}
      <ul class="es-facts">
        <Fact icon="calendar">
          <strong>{sayCalendar(call, now)}</strong> (heure de Paris)
        </Fact>
        {content.contact != null && (
          <Fact icon="message">
            <a href={`mailto:${content.contact}`}>{content.contact}</a>
          </Fact>
        )}
      </ul>
      <Columns side={<TableOfContents items={parts.map(([id, label]) => ({ href: `#${id}`, label }))} />}>
        <Written id="objet" text={content.purpose} />
        <Written id="qui" text={content.applicants}>
          <p>
            <a href={urls.algorithmOf.href({ scheme: scheme.slug })}>Toutes les conditions, avec le texte voté</a>
          </p>
        </Written>
        <Section id="argent" title="L’argent">
          <EnvelopeTable lines={content.envelope ?? []} />
          <AidRegime {...content} />
        </Section>
        <Section id="modalites" title="Les modalités">
          <TermsTable scheme={scheme} fixed={reading.terms} />
          <p>
            <a href={urls.scheme.href({ scheme: scheme.slug })}>Ce que dit le texte voté du dispositif</a>
          </p>
        </Section>
        <ApplicationSection scheme={scheme} content={content} slug={call.slug} />
        <Section id="choix" title="Comment les projets sont choisis">
          <Choosing content={content} isMarked={weighedLines(scheme).length > 0} />
          <WeightsTable scheme={scheme} weights={reading.weights} vote={call.gridVote} />
          {(content.steps ?? []).length > 0 && (
            <ul>
              {content.steps?.map((step) => (
                <li key={sayStep(step)}>{sayStep(step)}</li>
              ))}
            </ul>
          )}
        </Section>
        <AfterFiling closesAt={call.closesAt} />
        <Section id="questions" title="Questions et réponses">
          <Answers answers={props.answers} until={content.questionsUntil ?? null} />
          {props.children}
        </Section>
      </Columns>
    </>
  );
}

function Fact(props: { readonly icon: IconName; readonly children: ComponentChildren }): JSX.Element {
  return (
    <li>
      <Icon name={props.icon} />
      <span>{props.children}</span>
    </li>
  );
}

/** A text as it was typed: a blank line begins a paragraph. */
function Written(props: {
  readonly id: "objet" | "qui";
  readonly text: string | null | undefined;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <Section id={props.id} title={titleOf(props.id)}>
      <Prose>
        {(props.text ?? "").split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph} class="es-lines">
            {paragraph}
          </p>
        ))}
        {props.children}
      </Prose>
    </Section>
  );
}

function Answers(props: { readonly answers: readonly PublicAnswer[]; readonly until: string | null }): JSX.Element {
  return (
    <>
      {props.until !== null && (
        <p>{`Les questions se posent ici jusqu’au ${formatDay(props.until)}. Les réponses paraissent pour tous, sans nom.`}</p>
      )}
      {props.answers.length > 0 && (
        <dl class="es-qa">
          {props.answers.map((one) => (
            <div key={one.question}>
              <dt>{one.question}</dt>
              <dd class="es-lines">{one.answer}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
