import type { JSX } from "preact";
import {
  type Followed,
  type Fork,
  type Framework,
  longest,
  type Oriented,
  type Scheme,
  type Way,
} from "#policy/index.ts";
import type { OpenCall } from "#src/eligibility/index.ts";
import {
  Answer,
  Button,
  ButtonBar,
  Card,
  ChoiceField,
  DataTable,
  Form,
  formatDateTime,
  Grid,
  HiddenField,
  LinkButton,
  NBSP,
  PageHeader,
  Prose,
  Section,
  StateTag,
  useFunder,
} from "#src/ui/index.ts";
import { queryString, urls } from "#src/urls.ts";
import { isByCall, OpenCallLine, openCallOf, simulatorOf } from "./open-call.tsx";

/** All the aids, and the way to the right one by three questions at most. Nothing is kept: the answers are the address. */
export function AidsPage(props: {
  readonly framework: Framework;
  readonly followed: Followed;
  /** A question was sent back without an answer. */
  readonly isUnanswered: boolean;
  readonly calls: readonly OpenCall[];
}): JSX.Element {
  const { framework, followed, calls } = props;
  const aids = framework.schemes.filter(isAid);
  const closed = aids.filter((one) => isByCall(one) && !calls.some(({ scheme }) => scheme.slug === one.slug));
  return (
    <>
      <PageHeader
        title="Quelle aide pour mon projet ?"
        lead="Trois ou quatre questions, une minute. La réponse dit ce qui convient et par où commencer."
      />
      {followed.here.kind === "fork" ? (
        <Question {...props} fork={followed.here} most={longest(framework.orientation)} />
      ) : (
        <Found framework={framework} followed={followed} oriented={followed.here} calls={calls} />
      )}
      <SideBySide aids={aids} calls={calls} />
      <Section
        id="appels"
        title="Les appels à projets"
        intro="Ces aides s’ouvrent par un appel, qui fixe ses dates et ce que le texte lui laisse."
      >
        {calls.length > 0 && (
          <Grid>
            {calls.map((call) => (
              <CallCard key={call.slug} call={call} />
            ))}
          </Grid>
        )}
        <Prose>
          {closed.length > 0 && (
            <p>
              Sans appel ouvert en ce moment{NBSP}:{" "}
              {closed.map((scheme, index) => (
                <>
                  {index > 0 && ", "}
                  <a href={urls.scheme.href({ scheme: scheme.slug })}>{scheme.name}</a>
                </>
              ))}
              .
            </p>
          )}
          <p>
            <a href={urls.calls.href()}>Les appels ouverts, à venir et clos</a> ·{" "}
            <a href={urls.subscriptions.href({}, { sujets: "calls" })}>Être prévenu des nouveaux appels</a>
          </p>
        </Prose>
      </Section>
      <Section title="Sans demander d’aide">
        <Grid min="small">
          {(["training", "agenda", "sustainability", "maturity", "community", "contact"] as const).map((part) => (
            <WayCard key={part} framework={framework} way={{ kind: "part", part }} />
          ))}
        </Grid>
      </Section>
    </>
  );
}

/** An open call: until when, and the two ways in. */
function CallCard(props: { readonly call: OpenCall }): JSX.Element {
  const { slug, title, summary, calendar, scheme } = props.call;
  return (
    <Card title={title} mark={<StateTag tone="success" icon="check" label="Ouvert" quiet />}>
      <p>
        <strong>{calendar}</strong>
      </p>
      <p>{summary}</p>
      <p>
        <a href={urls.call.href({ slug })}>
          Lire l’appel<span class="ds-sr-only"> : {title}</span>
        </a>{" "}
        ·{" "}
        <a href={urls.simulator.href({ scheme: scheme.slug }, { appel: slug })}>
          Simuler avec ses modalités<span class="ds-sr-only"> : {title}</span>
        </a>
      </p>
    </Card>
  );
}

/** The schemes whose money one can ask for: the others are ways to move on. */
function isAid(scheme: Scheme): boolean {
  return scheme.status === "open" || scheme.passages.some(({ title }) => title.startsWith("Quelle aide"));
}

/** Name under which a question says that it was asked. */
export const ASKED = "question";

function Question(props: {
  readonly followed: Followed;
  readonly isUnanswered: boolean;
  readonly fork: Fork;
  readonly most: number;
}): JSX.Element {
  const { followed, fork, most } = props;
  const rank = followed.answered.length + 1;
  return (
    <Card variant="tinted" id="question">
      <Form method="get" action={`${urls.aids.href()}#question`}>
        {followed.answered.map(({ id, value }) => (
          <HiddenField key={id} name={id} value={value} />
        ))}
        <HiddenField name={ASKED} value={fork.id} />
        <p class="es-eyebrow">
          Question {rank} sur {most} au plus
        </p>
        <ChoiceField
          name={fork.id}
          label={fork.question}
          as="radios"
          error={props.isUnanswered ? "Choisissez une réponse pour continuer." : undefined}
          options={fork.choices.map(({ value, label, hint }) => ({
            value,
            label,
            ...(hint === undefined ? null : { hint }),
          }))}
        />
        <ButtonBar>
          <Button icon="arrow-right" iconAt="end">
            Continuer
          </Button>
          {rank > 1 && (
            <LinkButton href={backFrom(followed)} variant="secondary" icon="arrow-left">
              Question précédente
            </LinkButton>
          )}
        </ButtonBar>
        <p class="es-hint">Rien n’est gardé.</p>
      </Form>
    </Card>
  );
}

function Found(props: {
  readonly framework: Framework;
  readonly followed: Followed;
  readonly oriented: Oriented;
  readonly calls: readonly OpenCall[];
}): JSX.Element {
  const { framework, followed, oriented, calls } = props;
  const first = shownWay(framework, oriented.first, calls);
  const { first: way } = oriented;
  const call = way.kind === "scheme" ? openCallOf(way, calls) : undefined;
  return (
    <div id="question">
      <Answer tone="info" icon="check" title={oriented.title}>
        <p>{oriented.because}</p>
        {call !== undefined && (
          <p>
            Un appel est ouvert : <OpenCallLine call={call} />
          </p>
        )}
        <ButtonBar>
          {first.simulate !== undefined && (
            <LinkButton href={first.simulate} icon="arrow-right" iconAt="end">
              Vérifier en cinq minutes
            </LinkButton>
          )}
          <LinkButton href={first.href} variant={first.simulate === undefined ? "primary" : "secondary"}>
            {first.simulate === undefined ? first.title : `Comprendre : ${first.title}`}
          </LinkButton>
        </ButtonBar>
        <p>
          Vos réponses : {followed.answered.map(({ label }) => `« ${label} »`).join(", ")}.{" "}
          <a href={backFrom(followed)}>Changer la dernière</a> · <a href={urls.aids.href()}>Recommencer</a>
        </p>
      </Answer>
      {oriented.others.length > 0 && (
        <Section title="Aussi utile">
          <Grid min="small">
            {oriented.others.map((way) => (
              <WayCard key={way.kind === "scheme" ? way.slug : way.part} framework={framework} way={way} />
            ))}
          </Grid>
        </Section>
      )}
    </div>
  );
}

function backFrom({ answered }: Followed): string {
  const kept = Object.fromEntries(answered.slice(0, -1).map(({ id, value }) => [id, value]));
  return `${urls.aids.href()}${queryString(kept)}#question`;
}

function WayCard(props: { readonly framework: Framework; readonly way: Way }): JSX.Element {
  const { title, text, href } = shownWay(props.framework, props.way, []);
  return (
    <Card title={title} href={href}>
      <p>{text}</p>
    </Card>
  );
}

interface Shown {
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly simulate?: string;
}

function shownWay(framework: Framework, way: Way, calls: readonly OpenCall[]): Shown {
  if (way.kind === "part") return parts[way.part];
  const scheme = framework.scheme(way.slug);
  if (scheme === null) throw new Error(`no scheme ${way.slug}`);
  const { name, summary, slug, status } = scheme;
  const shown = { title: name, text: summary, href: urls.scheme.href({ scheme: slug }) };
  return status === "open" ? { ...shown, simulate: simulatorOf(scheme, calls) } : shown;
}

const parts: Readonly<Record<Extract<Way, { kind: "part" }>["part"], Shown>> = {
  training: {
    title: "Former son équipe",
    text: "Des formations pour tous les métiers de la structure, avec leurs dates.",
    href: urls.catalogue.href(),
  },
  agenda: { title: "Se rencontrer", text: "Les événements et les ateliers à venir.", href: urls.agenda.href() },
  sustainability: {
    title: "Agir pour le développement durable",
    text: "Faire le point, puis en parler avec le service E3D.",
    href: urls.sustainability.href(),
  },
  maturity: {
    title: "Faire le point en numérique",
    text: "Où en est votre structure, et par quoi continuer.",
    href: urls.digitalMaturity.href(),
  },
  community: {
    title: "Trouver un partenaire",
    text: "L’annuaire, les annonces et les pratiques déjà essayées.",
    href: urls.community.href(),
  },
  contact: {
    title: "Parler à quelqu’un",
    text: "Le service peut dire ce qui conviendrait à votre situation.",
    href: urls.contact.href(),
  },
};

function SideBySide(props: { readonly aids: readonly Scheme[]; readonly calls: readonly OpenCall[] }): JSX.Element {
  const funder = useFunder();
  return (
    <Section id="aides" title="Les aides, côte à côte">
      <DataTable
        caption="Ce que chaque aide paie, et quand la demander"
        captionHidden
        columns={[
          {
            key: "name",
            header: "Aide",
            rowHeader: true,
            cell: (scheme) => <a href={urls.scheme.href({ scheme: scheme.slug })}>{scheme.name}</a>,
          },
          { key: "what", header: "De quoi s’agit-il ?", cell: (scheme) => scheme.summary },
          { key: "much", header: "Combien ?", cell: (scheme) => <HowMuch scheme={scheme} calls={props.calls} /> },
          {
            key: "when",
            header: "Quand ?",
            cell: (scheme) => (isByCall(scheme) ? <OpenNow calls={props.calls} scheme={scheme} /> : "Toute l’année"),
          },
          {
            key: "check",
            header: "Vérifier",
            cell: (scheme) =>
              scheme.status === "open" ? (
                <a href={simulatorOf(scheme, props.calls)}>
                  Simuler<span class="ds-sr-only"> : {scheme.name}</span>
                </a>
              ) : (
                "Pas encore ici"
              ),
          },
        ]}
        rows={props.aids}
        rowKey={(scheme) => scheme.slug}
      />
      <Prose>
        <p>
          {funder.capital} <em>peut</em> accorder ces aides : une personne lit chaque demande et {funder.voter.the}{" "}
          décide. <a href={urls.algorithm.href()}>Toutes les conditions, avec le texte voté</a>
        </p>
      </Prose>
    </Section>
  );
}

/** The figures of the text, or of the call that is open; what only a call gives is said so, never guessed. */
function HowMuch(props: { readonly scheme: Scheme; readonly calls: readonly OpenCall[] }): JSX.Element {
  const scheme = openCallOf(props.scheme, props.calls)?.scheme ?? props.scheme;
  if (scheme.status !== "open") {
    return <>{scheme.passages.find(({ title }) => title.startsWith("Quelle aide"))?.paragraphs[0] ?? ""}</>;
  }
  return (
    <span>
      {scheme.figures.map(({ label, value }, index) => (
        <>
          {index > 0 && <br />}
          <strong>{value}</strong> : {label.charAt(0).toLowerCase() + label.slice(1)}
        </>
      ))}
    </span>
  );
}

/** By call: until when the one that is open can be answered, where there is one. */
function OpenNow(props: { readonly calls: readonly OpenCall[]; readonly scheme: Scheme }): JSX.Element {
  const call = props.calls.find(({ scheme }) => scheme.slug === props.scheme.slug);
  return call === undefined ? (
    <>Par appel à projets</>
  ) : (
    <>
      Par appel à projets, ouvert{" "}
      <a href={urls.call.href({ slug: call.slug })}>jusqu’au {formatDateTime(call.closesAt)}</a>
    </>
  );
}
