import type { JSX } from "preact";
import { readState } from "#src/life/index.ts";
import type { Askable, ReviewedApplication } from "#src/reviews/index.ts";
import { ShownPaper, stateLook } from "#src/reviews/web/index.ts";
import {
  Button,
  ChoiceField,
  DataTable,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  formatDateTime,
  LongTextField,
  Money,
  PageHeader,
  Section,
  StateTag,
  SummaryList,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Candidate } from "../candidate.ts";
import { type Body, bodyName, OPINION_OPEN } from "../may.ts";
import { senseLooks } from "../words.ts";

export interface BodyRow {
  readonly candidate: Candidate;
  readonly call: string;
}

/** The files of the calls that a body instructs with the funder; what still waits for its opinion first. */
export function BodyDeskPage(props: {
  readonly bodies: readonly Body[];
  readonly rows: readonly BodyRow[];
}): JSX.Element {
  const funder = useFunder();
  const opinionOf = ({ candidate }: BodyRow) =>
    candidate.opinions.find(({ body }) => props.bodies.some((one) => one === body));
  const waits = (row: BodyRow) => opinionOf(row) === undefined && OPINION_OPEN.includes(row.candidate.state);
  return (
    <>
      <PageHeader
        title={`Dossiers instruits avec ${funder.the}`}
        lead={`${props.bodies.map(bodyName).join(", ")} : vous lisez les dossiers des appels que votre organisme instruit, et eux seuls.`}
      />
      <DataTable
        caption="Dossiers des appels instruits ensemble"
        captionHidden
        rows={props.rows.toSorted((a, b) => Number(waits(b)) - Number(waits(a)))}
        rowKey={({ candidate }) => candidate.id}
        empty={
          <EmptyState title="Aucun dossier">
            <p>Les dossiers déposés pour un appel que votre organisme instruit apparaissent ici.</p>
          </EmptyState>
        }
        columns={[
          {
            key: "file",
            header: "Dossier",
            rowHeader: true,
            cell: ({ candidate }) => (
              <>
                <a href={urls.bodyApplication.href({ id: candidate.id })}>{candidate.title}</a>
                <div class="es-hint">{`${candidate.number}, ${candidate.organisation}`}</div>
              </>
            ),
          },
          { key: "call", header: "Appel", cell: ({ call }) => call },
          {
            key: "state",
            header: "État",
            cell: ({ candidate }) => <StateTag {...stateLook(readState(candidate.state))} quiet />,
          },
          {
            key: "opinion",
            header: "Votre avis",
            cell: (row) => {
              const opinion = opinionOf(row);
              if (opinion !== undefined) return <StateTag {...senseLooks[opinion.sense]} quiet />;
              return waits(row) ? <StateTag tone="honey" icon="pen" label={"À\u00a0rendre"} /> : "Aucun";
            },
          },
        ]}
      />
    </>
  );
}

export interface BodyApplicationProps {
  readonly file: ReviewedApplication;
  readonly candidate: Candidate;
  readonly body: Body;
  readonly asked: readonly Askable[];
  readonly errors: ReadonlyMap<string, string>;
  readonly typed: (name: string) => string | undefined;
}

/** One file as a body's agent reads it: what was filed, then their opinion and their questions. */
export function BodyApplicationPage(props: BodyApplicationProps): JSX.Element {
  const { file, candidate, asked } = props;
  const labels = new Map(asked.map(({ path, label }) => [path, label]));
  const sections = [...new Set(asked.map(({ section }) => section))];
  return (
    <>
      <ErrorSummary errors={[...props.errors].map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow={`${candidate.number}, ${candidate.organisation}`}
        title={candidate.title}
        meta={<StateTag {...stateLook(readState(candidate.state))} />}
      />
      <SummaryList
        compact
        items={[
          { label: "Déposé", value: formatDateTime(candidate.submittedAt) },
          {
            label: "Aide demandée",
            value: file.application.requestedAid === null ? "" : <Money cents={file.application.requestedAid} />,
          },
        ]}
      />
      <Opinion {...props} />
      <Questions {...props} />
      <Section title="Le dossier">
        {sections.map((section) => (
          <Disclosure key={section} summary={section}>
            <SummaryList
              compact
              items={asked
                .filter((one) => one.section === section)
                .map(({ path, label, answer }) => ({ id: `r-${path}`, label, value: answer }))}
            />
          </Disclosure>
        ))}
        {file.revision.attachments.length === 0 && <p class="es-hint">Aucune pièce jointe.</p>}
        <div class="es-papers">
          {file.revision.attachments.map((one) => (
            <ShownPaper
              key={one.id}
              href={urls.bodyAttachment.href({ id: candidate.id, attachment: one.id })}
              attachment={one}
              label={labels.get(`document:${one.key}`) ?? one.key}
              scan={file.scans[one.fileId]}
            />
          ))}
        </div>
      </Section>
    </>
  );
}

function Opinion(props: BodyApplicationProps): JSX.Element {
  const { candidate, body, errors } = props;
  const last = candidate.opinions.find((one) => one.body === body);
  return (
    <Section title={`Avis, ${bodyName(body)}`}>
      {last !== undefined && (
        <div class="es-card es-card-plain">
          <div class="es-card-top">
            <span class="es-eyebrow">{`${last.by ?? "Un agent"}, ${formatDateTime(last.at)}`}</span>
            <StateTag {...senseLooks[last.sense]} />
          </div>
          <p class="es-lines">{last.words}</p>
        </div>
      )}
      {OPINION_OPEN.includes(candidate.state) || errors.size > 0 ? (
        <Disclosure
          summary={last === undefined ? "Rendre l’avis" : "Rendre un nouvel avis"}
          open={last === undefined || errors.has("sense") || errors.has("words")}
        >
          <OpinionForm {...props} />
        </Disclosure>
      ) : (
        <p class="es-hint">Le comité a décidé de ce dossier : les avis ne changent plus.</p>
      )}
    </Section>
  );
}

function OpinionForm({ candidate, errors, typed }: BodyApplicationProps): JSX.Element {
  return (
    <Form action={urls.bodyOpinion.href({ id: candidate.id })}>
      <ChoiceField
        name="sense"
        label="Sens de l’avis"
        as="radios"
        options={[
          { value: "favourable", label: "Favorable" },
          { value: "with-reserve", label: "Favorable avec réserve" },
          { value: "unfavourable", label: "Défavorable" },
        ]}
        value={typed("sense")}
        error={errors.get("sense")}
      />
      <LongTextField
        name="words"
        label="Motivation"
        hint="Le comité la lit ; le demandeur ne la lit pas."
        maxLength={8000}
        value={typed("words")}
        error={errors.get("words")}
      />
      <Button>Rendre l’avis</Button>
    </Form>
  );
}

function Questions(props: BodyApplicationProps): JSX.Element {
  const funder = useFunder();
  const { candidate, errors, typed } = props;
  return (
    <Section title="Questions à l’instructeur">
      {candidate.questions.map((one) => (
        <div class="es-card es-card-plain" key={one.id}>
          <p class="es-lines">{one.question}</p>
          <p class="es-lines es-hint">{one.answer === "" ? "Pas encore de réponse." : `Réponse : ${one.answer}`}</p>
        </div>
      ))}
      <Disclosure summary="Poser une question" open={errors.has("question")}>
        <Form action={urls.bodyQuestion.href({ id: candidate.id })}>
          <LongTextField
            name="question"
            label="Votre question"
            hint={`Elle va à l’instructeur ${funder.of}, qui répond ou interroge le demandeur.`}
            value={typed("question")}
            error={errors.get("question")}
          />
          <Button variant="secondary">Envoyer</Button>
        </Form>
      </Disclosure>
    </Section>
  );
}
