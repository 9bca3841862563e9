import type { JSX } from "preact";
import { documentsOf, pointerOf } from "#policy/index.ts";
import {
  Answer,
  ButtonBar,
  Card,
  Columns,
  CopyLink,
  formatDay,
  Grid,
  Icon,
  LinkButton,
  Notice,
  PageHeader,
  Prose,
  Section,
  useFunder,
  VerdictTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { partyTitle } from "../parties.ts";
import { gaps, type Simulator } from "../simulator.ts";
import { stepFor, stepLabel } from "../steps.ts";
import { keyReasons, verdictOf } from "../verdict.ts";
import { applicationUrl, pdfUrl, resultUrl, stepUrl, wholePageUrl } from "./addresses.ts";
import { Amounts, Supposed } from "./amounts.tsx";
import { GivenAnswers } from "./given-answers.tsx";
import { namedErrors } from "./named-errors.ts";
import { Conditions, Doubts } from "./reasons.tsx";
import { verdictFaces } from "./so-far.tsx";
import { TermsOf } from "./terms-of.tsx";
import { TextPlace, UnmetCondition } from "./unmet.tsx";
import { WhatElse } from "./what-else.tsx";

export interface ResultPageProps {
  readonly simulator: Simulator;
  /** The service's public address: the link to keep is whole. */
  readonly origin: string;
  readonly communeName: (code: string) => string;
}

/** The result reads as an adviser's letter: the answer, the reasons that matter, the amount, what to prepare, the doubts. */
export function ResultPage(props: ResultPageProps): JSX.Element {
  const funder = useFunder();
  const { simulator } = props;
  const { assessment, scheme } = simulator;
  const verdict = verdictOf(assessment, gaps(simulator).length, simulator.scheme.words, funder);
  const face = verdictFaces[verdict.status];
  return (
    <>
      <PageHeader
        eyebrow={`${scheme.name} · simulation du ${formatDay(simulator.today)}`}
        title={`Ce que ${funder.the} peut financer pour vous`}
        lead={simulator.call === null ? undefined : <TermsOf call={simulator.call} />}
      />
      <Answer tone={face.tone} icon={face.icon} title={verdict.headline}>
        <p>{verdict.summary}</p>
      </Answer>
      <Columns sideAt="end" side={<Side {...props} />}>
        <Unread simulator={simulator} />
        {assessment.eligibility === "not-eligible" ? (
          <>
            <Unmet simulator={simulator} />
            <WhatElse simulator={simulator} />
            <Gaps simulator={simulator} />
            <Conditions assessment={assessment} scheme={simulator.scheme} />
            <Supposed assessment={assessment} scheme={simulator.scheme} />
          </>
        ) : (
          <>
            <Gaps simulator={simulator} />
            <KeyReasons simulator={simulator} />
            <Amounts assessment={assessment} scheme={simulator.scheme} />
            <Papers simulator={simulator} />
            <Doubts assessment={assessment} />
            <Conditions assessment={assessment} scheme={simulator.scheme} />
          </>
        )}
        <GivenAnswers simulator={simulator} communeName={props.communeName} />
        <Prose>
          <p class="es-hint">
            Cette simulation applique la version du {formatDay(assessment.framework)} du cadre d’intervention. Elle
            informe et ne décide pas : une personne instruit chaque demande, et {funder.voter.the} attribue l’aide.
          </p>
        </Prose>
      </Columns>
    </>
  );
}

function KeyReasons(props: { readonly simulator: Simulator }): JSX.Element | null {
  const { assessment, scheme } = props.simulator;
  const reasons = keyReasons(assessment, scheme.words);
  if (reasons.length === 0) return null;
  return (
    <Section
      id="pourquoi"
      title={assessment.eligibility === "incomplete" ? "Ce que l’on sait déjà" : "Les raisons qui comptent"}
    >
      <Grid min="small">
        {reasons.map((reason) => (
          <Card
            key={`${reason.title}-${reason.party ?? ""}`}
            level={3}
            title={partyTitle(props.simulator.scheme, reason.title, reason.party, assessment)}
            mark={reason.about === "condition" ? <VerdictTag status={reason.status} /> : undefined}
          >
            <p>{reason.reason}</p>
            <TextPlace criterion={reason} framework={assessment.framework} />
          </Card>
        ))}
      </Grid>
    </Section>
  );
}

/** Every condition not met, none left out, each with its way out. */
function Unmet(props: { readonly simulator: Simulator }): JSX.Element {
  const { assessment, unmet } = props.simulator;
  return (
    <Section id="pourquoi" title="Pourquoi ce n’est pas possible">
      {unmet.map(({ criterion }) => (
        <UnmetCondition
          key={`${criterion.id}-${criterion.party ?? ""}`}
          criterion={criterion}
          framework={assessment.framework}
          about={partyTitle(props.simulator.scheme, criterion.title, criterion.party, assessment)}
        />
      ))}
    </Section>
  );
}

function Side(props: ResultPageProps): JSX.Element {
  const { simulator } = props;
  const { scheme, raw, assessment, call } = simulator;
  const refused = assessment.eligibility === "not-eligible";
  return (
    <>
      <Card title="Et maintenant ?" level={2}>
        <p>
          {refused
            ? "Vos réponses peuvent être corrigées. Si votre situation change, la simulation se refait en cinq minutes."
            : scheme.opening === "by-call" && call === null
              ? "La demande se fait quand un appel à projets est ouvert. Gardez le lien de cette simulation\u00a0: il garde vos réponses."
              : "Vos réponses rempliront le début de votre demande. Vous pourrez tout corriger avant de la déposer."}
        </p>
        <ButtonBar>
          {!refused && scheme.opening === "by-call" && call === null && (
            <LinkButton href={urls.calls.href()} icon="calendar">
              Voir les appels à projets
            </LinkButton>
          )}
          {!refused && (scheme.opening === "always" || call !== null) && (
            <LinkButton href={applicationUrl(scheme, raw)} icon="arrow-right" iconAt="end">
              Commencer ma demande avec ces réponses
            </LinkButton>
          )}
          <LinkButton href={wholePageUrl(scheme, raw)} variant={refused ? "primary" : "secondary"} icon="pen">
            Changer mes réponses
          </LinkButton>
        </ButtonBar>
      </Card>
      <Card title="Garder cette simulation" level={2} variant="tinted">
        <CopyLink id="lien-simulation" label="Ce lien garde vos réponses" url={props.origin + resultUrl(scheme, raw)} />
        <ButtonBar>
          <LinkButton href={pdfUrl(scheme, raw)} variant="secondary" size="sm" icon="download">
            Télécharger en PDF
          </LinkButton>
          <button class="ds-button" data-variant="tertiary" data-size="sm" type="button" data-print hidden>
            <Icon name="print" />
            Imprimer
          </button>
        </ButtonBar>
        <p class="es-hint">Le service n’en enregistre rien. Qui a le lien voit vos réponses.</p>
      </Card>
    </>
  );
}

/** Answers that could not be read: nothing was guessed from them. */
function Unread(props: { readonly simulator: Simulator }): JSX.Element | null {
  const { simulator } = props;
  if (simulator.errors.size === 0) return null;
  return (
    <Notice tone="warning" title="Des réponses n’ont pas pu être lues">
      <ul>
        {namedErrors(simulator, simulator.errors).map(({ name, message }) => (
          <li key={name}>
            <a href={stepUrl(simulator.scheme, simulator.raw, stepFor(pointerOf(name), simulator.steps)?.id ?? null)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What is missing, each with the way to the very question. */
function Gaps(props: { readonly simulator: Simulator }): JSX.Element | null {
  const { simulator } = props;
  const steps = gaps(simulator);
  if (steps.length === 0) return null;
  return (
    <Section id="manque" title="Ce qui manque" intro="Répondez à ces questions pour avoir une réponse complète.">
      <Prose>
        <ul>
          {steps.map((step) => (
            <li key={step.id}>
              <a href={stepUrl(simulator.scheme, simulator.raw, step.id)}>{stepLabel(step, simulator.steps)}</a>
            </li>
          ))}
        </ul>
      </Prose>
    </Section>
  );
}

function Papers(props: { readonly simulator: Simulator }): JSX.Element {
  const { simulator } = props;
  const papers = documentsOf(simulator.scheme.form, simulator.answers).filter((paper) => paper.required);
  return (
    <Section
      id="preparer"
      title="Ce qu’il faudra préparer"
      intro="Le texte voté ne fixe pas cette liste : c’est celle du service, et elle reste courte."
    >
      <Prose>
        <ul>
          {papers.map(({ key, document, label, situation }) => (
            <li key={key}>
              {situation === "" ? label : `${label} (${situation.toLowerCase()})`}
              {document.hint !== undefined && (
                <>
                  <br />
                  <span class="es-hint">{document.hint}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      </Prose>
    </Section>
  );
}
