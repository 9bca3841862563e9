import type { ComponentChildren, JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import type { OpenScheme } from "#policy/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import {
  Columns,
  formatDateTime,
  formatDay,
  formatPercent,
  Icon,
  type IconName,
  NBSP,
  Notice,
  PageHeader,
  Prose,
  plural,
  Section,
  StateTag,
  TableOfContents,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type CallVersion, type PublishedCall, phaseOf, schemeOfCall } from "../call.ts";
import { readCall } from "../content.ts";
import { weighedLines } from "../form.ts";
import type { PublicAnswer } from "../questions.ts";
import { phaseLook, sayCalendar, sayStep } from "../words.ts";
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

const parts = [
  ["objet", "Ce que l’appel demande"],
  ["qui", "Qui peut répondre"],
  ["argent", "L’argent"],
  ["modalites", "Les modalités"],
  ["dossier", "Le dossier"],
  ["choix", "Comment les projets sont choisis"],
  ["apres", "Après le dépôt"],
  ["questions", "Questions et réponses"],
] as const;

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
        <FileSection scheme={scheme} content={content} slug={call.slug} />
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

type Content = ReturnType<typeof readCall>["content"];

function Fact(props: { readonly icon: IconName; readonly children: ComponentChildren }): JSX.Element {
  return (
    <li>
      <Icon name={props.icon} />
      <span>{props.children}</span>
    </li>
  );
}

function titleOf(id: (typeof parts)[number][0]): string {
  return parts.find(([one]) => one === id)?.[1] ?? "";
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

const regimes = {
  none: "L’aide n’est pas une aide d’État.",
  "de-minimis":
    "Aide de minimis : 300 000 € au plus sur trois ans, comptés de jour à jour, toutes aides de minimis et toutes entreprises liées ensemble.",
  sgei: "Aide de minimis à un service d’intérêt économique général : 750 000 € au plus sur trois ans, comptés de jour à jour, entreprises liées ensemble.",
} as const;

function AidRegime(props: Pick<Content, "aidRegime" | "aidRegimeName" | "heldUntilBalance">): JSX.Element {
  const { aidRegime, aidRegimeName, heldUntilBalance } = props;
  return (
    <>
      {aidRegime != null && (
        <p>{aidRegime === "other" ? `Régime d’aide${NBSP}: ${aidRegimeName ?? ""}` : regimes[aidRegime]}</p>
      )}
      {heldUntilBalance != null && heldUntilBalance > 0 && (
        <p>{`${formatPercent(Math.round(heldUntilBalance * 10_000))} de l’aide sont versés au solde, une fois le projet achevé.`}</p>
      )}
    </>
  );
}

function FileSection(props: {
  readonly scheme: OpenScheme;
  readonly content: Content;
  readonly slug: string;
}): JSX.Element {
  const funder = useFunder();
  const { questions = [], documents = [], note } = props.content;
  const { form, consortium } = props.scheme;
  const isCommon = consortium !== undefined;
  const parts = form.sections.map(({ title }) => title);
  return (
    <Section id="dossier" title={titleOf("dossier")}>
      <Prose>
        {note === true && (
          <p>
            Une courte <a href={urls.callNotes.href({ slug: props.slug })}>note d’intention</a> est demandée d’abord :
            {funder.the} vous oriente, rien n’est décidé.
          </p>
        )}
        <p>{`Il se remplit en ligne, en ${plural(parts.length, "partie")}${NBSP}: ${parts.join(" ; ")}.`}</p>
        {(questions ?? []).length > 0 && (
          <>
            <h3>Les questions propres à cet appel</h3>
            <ul>
              {questions?.map((one) => (
                <li key={one.label}>
                  {one.label}
                  {one.answeredBy === "everyone" && isCommon && " Chaque membre du consortium répond."}
                  {one.eliminatory === true && <strong> Éliminatoire.</strong>}
                  {one.quote != null && <div class="es-hint">{one.quote}</div>}
                </li>
              ))}
            </ul>
          </>
        )}
        {(documents ?? []).length > 0 && (
          <>
            <h3>Les pièces propres à cet appel</h3>
            <ul>
              {documents?.map((one) => (
                <li key={one.label}>
                  {one.label}
                  {one.mandatory !== true && " (facultatif)"}
                  {one.hint != null && <div class="es-hint">{one.hint}</div>}
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>Les pièces à joindre</h3>
        <ul>
          {form.documents.map(({ id, label, required }) => (
            <li key={id}>
              {label}
              {required !== "always" && (required === "optional" ? " (facultatif)" : " (selon les cas)")}
            </li>
          ))}
        </ul>
      </Prose>
    </Section>
  );
}

const ties = {
  spreading: "la meilleure note d’essaimage passe devant",
  cost: "le projet qui demande le moins passe devant",
  committee: "le comité tranche, et dit pourquoi",
} as const;

const bodyNames = {
  dreets: "la DREETS de Normandie",
  "managing-authority": "l’autorité de gestion du FSE+",
  opco: "l’OPCO",
} as const;

function Choosing(props: { readonly content: Content; readonly isMarked: boolean }): JSX.Element {
  const funder = useFunder();
  const { assessors, conflictLimit, threshold, completionDays, tieRule, bodies = [] } = props.content;
  const names = [funder.the, ...(bodies ?? []).map((one) => bodyNames[one])];
  return (
    <p>
      {`Les projets sont instruits par ${new Intl.ListFormat("fr-FR").format(names)}. `}
      {assessors != null &&
        (assessors === 1
          ? "Chacun est analysé une fois. "
          : `Chacun est analysé par ${assessors} personnes, chacune de son côté. `)}
      {conflictLimit != null &&
        `Deux analyses à plus de ${plural(conflictLimit, "point")} l’une de l’autre, sur 100, demandent une conciliation. `}
      {threshold != null && `Sous ${threshold} sur 100, un projet n’est pas retenu. `}
      {completionDays != null &&
        `Après la clôture, ce qui manque se demande à tous avec le même délai${NBSP}: ${plural(completionDays, "jour")}. `}
      {tieRule != null &&
        `${props.isMarked ? "À égalité de points" : "Aucune note n’est donnée ; entre ceux qui remplissent les critères, si l’enveloppe ne suffit pas"}, ${ties[tieRule]}.`}
    </p>
  );
}

/** Silence is a refusal after two months (CRPA L231-4), and a later decision stays possible. */
function AfterFiling(props: { readonly closesAt: Temporal.Instant }): JSX.Element {
  const funder = useFunder();
  const silence = legalDay(props.closesAt).add({ months: 2 }, { overflow: "constrain" });
  return (
    <Section id="apres" title={titleOf("apres")}>
      <p>
        {`Sans réponse deux mois après votre dépôt, votre demande est réputée refusée : au plus tard le ${formatDay(silence)} pour un dépôt du jour de la clôture. Une décision peut encore venir après ; ${funder.the} vous la notifiera.`}
      </p>
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
