import type { JSX } from "preact";
import { type Framework, type Scheme, territory } from "#policy/index.ts";
import type { OpenCall } from "#src/eligibility/index.ts";
import { ButtonBar, Card, Grid, LinkButton, PageHeader, Prose, Section, StateTag, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { CallCard } from "./open-call.tsx";

interface HomePageProps {
  readonly framework: Framework;
  /** Those open now, the first to close first. */
  readonly calls: readonly OpenCall[];
  readonly demo: boolean;
}

export function HomePage(props: HomePageProps): JSX.Element {
  const funder = useFunder();
  const { framework, calls } = props;
  return (
    <>
      <PageHeader
        variant="hero"
        title="Un projet pour votre structure de formation ?"
        lead={`Répondez à quelques questions : vous saurez quelle aide ${funder.of} peut convenir, et ce qu’elle peut financer. Sans compte.`}
        actions={
          <>
            <LinkButton href={urls.aids.href()} size="lg" icon="arrow-right" iconAt="end">
              Trouver l’aide qui convient
            </LinkButton>
            <a href={urls.dashboard.href()}>Reprendre une demande commencée</a>
          </>
        }
      />
      <Grid>
        <Card title="Se former et se rencontrer" level={2} href={urls.agenda.href()}>
          <p>Les formations pour vos équipes et les événements, avec leurs dates.</p>
        </Card>
        <Card title="Reprendre ce qui marche" level={2} href={urls.practices.href()}>
          <p>{`Des pratiques déjà essayées ${territory.where}, et qui les a menées.`}</p>
        </Card>
        <Card title="Faire le point en dix minutes" level={2} href={urls.digitalMaturity.href()}>
          <p>Où en est votre structure, en numérique ou en développement durable.</p>
        </Card>
      </Grid>
      <Section title="Les aides" aside={<a href={urls.aids.href()}>Toutes, côte à côte</a>}>
        <Grid>
          {framework.schemes.filter(isOpen).map((scheme) => (
            <Card key={scheme.slug} title={scheme.name} href={urls.scheme.href({ scheme: scheme.slug })}>
              <p>{scheme.summary}</p>
            </Card>
          ))}
        </Grid>
      </Section>
      {calls.length > 0 && (
        <Section title="Appels à projets ouverts" aside={<a href={urls.calls.href()}>Tous les appels</a>}>
          <Grid>
            {calls.map((call) => (
              <CallCard key={call.slug} call={call} />
            ))}
          </Grid>
        </Section>
      )}
      <Section title="Pour qui ?">
        <Prose>
          <p>
            {`Pour les structures qui forment ${territory.where} : organismes de formation continue, centres de formation d’apprentis, groupements et réseaux, avec leurs consultants et leurs OPCO. Chaque dispositif a ses conditions ; le simulateur les vérifie avec vous.`}
          </p>
        </Prose>
      </Section>
      <Section
        title="Une stratégie en quatre axes"
        intro={`${framework.title}, votée par la ${framework.deliberation.assembly}.`}
        aside={<a href={urls.strategy.href()}>Lire la stratégie</a>}
      >
        <Grid min="small">
          {framework.axes.map((axis, index) => (
            <Card key={axis.id} title={axis.label} variant="tinted" eyebrow={`Axe ${index + 1}`}>
              <p>{axis.summary}</p>
            </Card>
          ))}
        </Grid>
      </Section>
      <Section title="Des règles que chacun peut lire">
        <Prose>
          <p>
            Le simulateur, le formulaire et l’instruction lisent les mêmes règles, écrites d’après le texte voté. Vous
            pouvez <a href={urls.algorithm.href()}>voir chacune d’elles</a>, ou les{" "}
            <a href={urls.api.href()}>interroger avec votre propre logiciel</a>. La machine ne refuse jamais personne :
            une personne lit chaque demande, et {funder.voter.the} décide.
          </p>
        </Prose>
      </Section>
      {props.demo && (
        <Card
          title="Ceci est une démonstration"
          variant="honey"
          level={2}
          mark={<StateTag tone="honey" icon="info" label="Fictif" />}
        >
          <p>Entrez comme un organisme ou comme un agent {funder.of}, avec des personnes et des dossiers fictifs.</p>
          <ButtonBar>
            <LinkButton href={urls.demonstration.href()} variant="secondary">
              Entrer dans la démonstration
            </LinkButton>
          </ButtonBar>
        </Card>
      )}
    </>
  );
}

function isOpen(scheme: Scheme): boolean {
  return scheme.status === "open";
}
