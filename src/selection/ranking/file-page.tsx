import type { JSX } from "preact";
import { cents, gridLines, sayMoney } from "#policy/index.ts";
import { readState } from "#src/life/index.ts";
import { stateLook } from "#src/reviews/web/index.ts";
import { DataTable, LinkButton, Money, Notice, PageHeader, Section, StateTag, SummaryList } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { BodiesPart } from "../bodies/bodies-part.tsx";
import type { Candidate } from "../candidate.ts";
import { ConditionsPart } from "../committee/conditions-part.tsx";
import { FeedbackPart } from "../scores/feedback-part.tsx";
import { sayScore } from "../scores/score.ts";
import { ScoresPart } from "../scores/scores-part.tsx";
import { waitsWords } from "../words.ts";
import { DecisionPart } from "./decision-part.tsx";
import type { CandidatePageProps } from "./file-props.ts";
import { ShownForm } from "./shown-form.tsx";

/** One project before the committee, on one page: what it asks, what is said of it, what is decided. */
export function CandidatePage(props: CandidatePageProps): JSX.Element {
  const { call, file } = props;
  const { candidate } = file;
  return (
    <>
      <PageHeader
        eyebrow={`${candidate.number}, ${candidate.organisation}`}
        title={candidate.title}
        meta={
          <>
            <StateTag {...stateLook(readState(candidate.state))} />
            {candidate.state === "admitted" && file.waits !== null && <StateTag {...waitsWords[file.waits]} />}
          </>
        }
        actions={
          <>
            <LinkButton variant="secondary" href={urls.review.href({ id: candidate.id })}>
              Dossier entier
            </LinkButton>
            <LinkButton variant="tertiary" href={urls.callSelection.href({ call: call.id })} icon="arrow-left">
              Classement
            </LinkButton>
          </>
        }
      />
      <Summary {...props} />
      <DecisionPart {...props} />
      <FeedbackPart {...props} />
      <ScoresPart {...props} />
      <BodiesPart {...props} />
      <ConditionsPart {...props} />
      {props.mayRun && <ShownForm {...props} />}
    </>
  );
}

function Summary(props: CandidatePageProps): JSX.Element {
  const { file, rules, rank } = props;
  const { candidate, score, central } = file;
  return (
    <>
      {candidate.summary !== "" && <p class="es-lines">{candidate.summary}</p>}
      <SummaryList
        compact
        items={[
          { label: "Rang", value: candidate.rank ?? rank ?? "Pas encore classé", note: candidate.placeReason },
          ...(rules.most === null ? [] : [{ label: "Note sur 100", value: score === null ? "" : sayScore(score) }]),
          ...(central === null ? [] : [{ label: `${rules.centralTitle}, sur 100`, value: sayScore(central) }]),
          {
            label: totalAs(props) ?? "Coûts éligibles",
            value: <Money cents={candidate.eligibleCosts} exact />,
            note: retainedNote(candidate),
          },
          ...candidate.asks.map(({ funder, amount }) => ({
            label: `Demandé, ${props.funderName(funder)}`,
            value: <Money cents={amount} exact />,
          })),
          ...outsideItems(props),
        ]}
      />
      {rules.most === null && file.judgements.length > 0 && <Judgements {...props} />}
    </>
  );
}

/** The total that the aid follows, by who settled it. */
function totalAs({ rules, file }: CandidatePageProps): string | undefined {
  const { outside, retained, eligibleCosts } = file.candidate;
  if (outside?.retained === eligibleCosts) return `Total retenu (${rules.scheme.track?.name})`;
  return retained === eligibleCosts ? "Total retenu (comité)" : undefined;
}

function retainedNote({ retained, retainedReason }: Candidate): string | undefined {
  return retained === null ? undefined : `Retenus par le comité : ${sayMoney(cents(retained))}. ${retainedReason}`;
}

function outsideItems({ rules, file }: CandidatePageProps) {
  const { after } = rules.scheme.course;
  if (after === undefined) return [];
  const { outside } = file.candidate;
  if (outside === null) return [{ label: "Autre sélection", value: `On attend ${after.called}.` }];
  const value = outside.isSelected
    ? `Retenu, ${sayMoney(cents(outside.retained ?? 0))}, ${outside.reference}`
    : `Non retenu, ${outside.reference}`;
  return [{ label: "Autre sélection", value }];
}

/** The criteria judged in words: each with its one answer, or that the assessors part. */
function Judgements(props: CandidatePageProps): JSX.Element {
  const lines = gridLines(props.rules.scheme.grid);
  const grid = props.rules.scheme.grid;
  const words = (line: string, answer: string) =>
    grid.kind === "judged"
      ? (grid.lines.find(({ id }) => id === line)?.answers[answer as "satisfying"] ?? answer)
      : answer;
  return (
    <Section title="Critères du texte">
      <DataTable
        caption="Chaque critère, rempli ou non"
        captionHidden
        rows={props.file.judgements}
        rowKey={({ line }) => line}
        columns={[
          {
            key: "line",
            header: "Critère",
            rowHeader: true,
            cell: ({ line, title }) => (
              <>
                {title}
                <div class="es-hint">{lines.find(({ id }) => id === line)?.question}</div>
              </>
            ),
          },
          {
            key: "answer",
            header: "Réponse",
            cell: ({ line, answer, isMet }) =>
              answer === null ? (
                <StateTag tone="honey" icon="scale" label="Avis partagés, à concilier" />
              ) : (
                <StateTag
                  tone={isMet === true ? "success" : "danger"}
                  icon={isMet === true ? "check" : "cross"}
                  label={words(line, answer)}
                />
              ),
          },
        ]}
      />
      <Notice tone="info">
        Le texte donne quatre critères à remplir, sans note ni barème : l’ordre est celui de l’appel.
      </Notice>
    </Section>
  );
}
