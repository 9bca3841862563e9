import type { JSX } from "preact";
import type { Followed, Fork, Framework, Oriented, Way } from "#policy/index.ts";
import type { OpenCall } from "#src/eligibility/index.ts";
import {
  Answer,
  Button,
  ButtonBar,
  Card,
  ChoiceField,
  Form,
  Grid,
  HiddenField,
  LinkButton,
  Section,
} from "#src/ui/index.ts";
import { queryString, urls } from "#src/urls.ts";
import { OpenCallLine, openCallOf, simulatorOf } from "./open-call.tsx";

/** Name under which a question says that it was asked. */
export const ASKED = "question";

export function Question(props: {
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

export function Found(props: {
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

export function WayCard(props: { readonly framework: Framework; readonly way: Way }): JSX.Element {
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
