import type { JSX } from "preact";
import type { Call } from "#src/calls/index.ts";
import { readState } from "#src/life/index.ts";
import { stateLook } from "#src/reviews/web/index.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  DataTable,
  Disclosure,
  EmptyState,
  Money,
  Notice,
  PageHeader,
  plural,
  Section,
  StateTag,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { activeSheets, shownTitle } from "../candidate.ts";
import { envelopeName } from "../rules.ts";
import { agreementOf, agreementWords } from "../scores/agreement.ts";
import { sayScore } from "../scores/score.ts";
import type { Severity } from "../scores/severity.ts";
import type { CallStanding, CandidateStanding, Rules } from "../standing.ts";
import { SelectionTabs } from "../web/tabs.tsx";
import { sayAlpha, saySeverity, sayTenths, tieWords, waitsWords } from "../words.ts";
import type { Held } from "./commit.ts";
import { keyOf } from "./line.ts";

export interface CallPageProps {
  readonly call: Call;
  readonly rules: Rules;
  readonly standing: CallStanding;
  readonly pots: readonly Held[];
  readonly names: ReadonlyMap<string, string>;
  /** For who chairs the committee; nobody else is told who marks high or low. */
  readonly severities: readonly Severity[];
  readonly mayRun: boolean;
  readonly newKey: () => string;
}

/** The selection of a call: where each project stands, what the envelopes fund, and what may be closed now. */
export function CallSelectionPage(props: CallPageProps): JSX.Element {
  const { call, rules, standing } = props;
  return (
    <>
      <PageHeader eyebrow="Sélection" title={call.title} lead={tieWords[rules.tieRule]} />
      <SelectionTabs call={call} at="files" />
      {props.mayRun && <Stages {...props} />}
      <Envelopes {...props} />
      <Section title="Projets">
        <Files {...props} />
      </Section>
      {rules.most !== null && standing.alpha !== null && <Marks {...props} />}
    </>
  );
}

/** What can be closed now, with how many files it moves. */
function Stages(props: CallPageProps): JSX.Element | null {
  const { standing, call } = props;
  const count = (state: string, keep: (file: CandidateStanding) => boolean = () => true) =>
    standing.files.filter((file) => file.candidate.state === state && keep(file)).length;
  const stages = [
    { step: "evaluation", label: "Clore l’évaluation", files: count("admitted", ({ waits }) => waits === null) },
    { step: "classement", label: "Arrêter le classement", files: count("scored") },
    { step: "decisions", label: "Enregistrer les décisions du comité", files: count("ranked") },
  ].filter(({ files }) => files > 0);
  if (stages.length === 0) return null;
  return (
    <ButtonBar>
      {stages.map(({ step, label, files }, index) => (
        <ActionForm key={step} action={urls.callStage.href({ call: call.id, step })} fields={{ cle: props.newKey() }}>
          <Button variant={index === stages.length - 1 ? "primary" : "secondary"}>{`${label} (${files})`}</Button>
        </ActionForm>
      ))}
    </ButtonBar>
  );
}

function Envelopes(props: CallPageProps): JSX.Element {
  return (
    <DataTable
      caption="Enveloppes de l’appel"
      rows={props.pots}
      rowKey={keyOf}
      empty={<Notice tone="warning">L’appel ne dit aucune enveloppe : rien ne borne le classement.</Notice>}
      columns={[
        {
          key: "funder",
          header: "Financeur et année",
          rowHeader: true,
          cell: (pot) => envelopeName(props.call.framework, pot),
        },
        { key: "amount", header: "Enveloppe", numeric: true, cell: ({ amount }) => <Money cents={amount} /> },
        { key: "reserved", header: "Réservé", numeric: true, cell: ({ reserved }) => <Money cents={reserved} /> },
        { key: "voted", header: "Voté", numeric: true, cell: ({ voted }) => <Money cents={voted} /> },
        {
          key: "left",
          header: "Reste",
          numeric: true,
          cell: ({ left }) => (
            <strong>
              <Money cents={left} />
            </strong>
          ),
        },
      ]}
    />
  );
}

function Files(props: CallPageProps): JSX.Element {
  const funder = useFunder();
  const { standing, rules, call } = props;
  const ranks = new Map(standing.ranked.map((one) => [one.id, one]));
  const funded = new Set(standing.line.funded.map(({ id }) => id));
  const rest = standing.files.filter(({ candidate }) => !ranks.has(candidate.id));
  const rows: readonly CandidateStanding[] = [...standing.ranked, ...rest];
  return (
    <DataTable
      caption="Projets de l’appel, dans l’ordre du classement"
      captionHidden
      rows={rows}
      rowKey={({ candidate }) => candidate.id}
      empty={<EmptyState title="Aucun projet déposé" />}
      columns={[
        {
          key: "rank",
          header: "Rang",
          numeric: true,
          narrow: true,
          cell: ({ candidate }) => candidate.rank ?? ranks.get(candidate.id)?.rank ?? "–",
        },
        {
          key: "project",
          header: "Projet",
          rowHeader: true,
          cell: ({ candidate }) => (
            <>
              <a href={urls.candidate.href({ call: call.id, id: candidate.id })}>{shownTitle(candidate)}</a>
              <div class="es-hint">{`${candidate.number}, ${candidate.organisation}`}</div>
            </>
          ),
        },
        {
          key: "state",
          header: "Où il en est",
          cell: (file) => (
            <Where
              file={file}
              funded={funded.has(file.candidate.id)}
              isOpen={ranks.get(file.candidate.id)?.isOpen === true}
            />
          ),
        },
        {
          key: "sheets",
          header: "Fiches",
          numeric: true,
          cell: ({ candidate }) => {
            const active = activeSheets(candidate);
            return `${active.filter(({ sentAt }) => sentAt !== null).length} sur ${Math.max(rules.assessors, active.length)}`;
          },
        },
        ...(rules.most === null
          ? []
          : [
              {
                key: "score",
                header: "Note sur 100",
                numeric: true,
                cell: ({ score }: CandidateStanding) => (score === null ? "–" : sayScore(score)),
              },
              {
                key: "central",
                header: rules.centralTitle,
                numeric: true,
                cell: ({ central }: CandidateStanding) => (central === null ? "–" : sayScore(central)),
              },
              {
                key: "gap",
                header: "Écart",
                numeric: true,
                cell: ({ gaps }: CandidateStanding) => (gaps === null ? "–" : sayTenths(gaps.tenths)),
              },
            ]),
        {
          key: "aid",
          header: `Aide ${funder.of}`,
          numeric: true,
          cell: ({ candidate }) => (candidate.asks[0] === undefined ? "–" : <Money cents={candidate.asks[0].amount} />),
        },
      ]}
    />
  );
}

function Where(props: {
  readonly file: CandidateStanding;
  readonly funded: boolean;
  readonly isOpen: boolean;
}): JSX.Element {
  const { file, funded, isOpen } = props;
  const { candidate, waits, isBelow } = file;
  const isBefore = candidate.state === "admitted" || candidate.state === "scored" || candidate.state === "ranked";
  return (
    <>
      <StateTag {...stateLook(readState(candidate.state))} quiet />
      {candidate.state === "admitted" && waits !== null && <StateTag {...waitsWords[waits]} />}
      {isOpen && <StateTag tone="honey" icon="scale" label="À égalité, à trancher" />}
      {isBefore && waits === null && (
        <div class="es-hint">
          {isBelow ? "Sous ce que l’appel demande" : funded ? "Au-dessus de la ligne" : "Sous la ligne"}
        </div>
      )}
    </>
  );
}

/** How far one may rely on the marks; for who chairs, who marks high or low too. */
function Marks(props: CallPageProps): JSX.Element {
  const { severities, standing } = props;
  const { alpha } = standing;
  const agreement = agreementOf(alpha ?? 0);
  return (
    <Section title="Accord entre évaluateurs">
      <Notice tone={agreement === "strong" ? "success" : agreement === "fair" ? "info" : "warning"}>
        <p>
          <strong>{sayAlpha(alpha ?? 0)}</strong> {agreementWords[agreement]}
        </p>
      </Notice>
      <Disclosure summary="Ce que mesure ce nombre">
        <p>
          C’est l’alpha de Krippendorff, calculé sur toutes les notes qui se comparent. Il vaut 1 quand tout le monde
          note pareil, 0 quand l’accord ne dépasse pas le hasard. À partir de 0,80, on peut s’appuyer sur les notes ;
          entre 0,67 et 0,80, avec prudence ; en dessous, elles disent surtout qui a noté.
        </p>
      </Disclosure>
      {severities.length > 0 && (
        <Disclosure summary={`Sévérité de ${plural(severities.length, "évaluateur")}`}>
          <DataTable
            caption="Écart moyen de chacun avec les autres, sur les mêmes lignes des mêmes projets"
            rows={severities}
            rowKey={({ assessor }) => assessor}
            columns={[
              {
                key: "name",
                header: "Évaluateur",
                rowHeader: true,
                cell: ({ assessor }) => props.names.get(assessor) ?? "Ancien évaluateur",
              },
              { key: "lines", header: "Lignes comparées", numeric: true, cell: ({ lines }) => lines },
              { key: "mean", header: "Écart moyen", numeric: true, cell: ({ mean }) => saySeverity(mean) },
            ]}
          />
          <p class="es-hint">
            Au-dessus de zéro, la personne note plus haut que les autres. Cela ne dit pas qui a raison.
          </p>
        </Disclosure>
      )}
    </Section>
  );
}
