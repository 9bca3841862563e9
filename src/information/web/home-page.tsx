import type { JSX } from "preact";
import type { Framework, OpenScheme } from "#policy/index.ts";
import { ButtonBar, Card, Figures, Grid, LinkButton, PageHeader, Prose, Section, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

export function HomePage(props: {
  readonly framework: Framework;
  readonly scheme: OpenScheme;
  readonly demo: boolean;
}): JSX.Element {
  const { framework, scheme } = props;
  const simulate = urls.simulator.href({ scheme: scheme.slug });
  return (
    <>
      <PageHeader
        variant="hero"
        title="Transformez votre structure de formation, avec l’aide de la Région"
        lead="Essaim vous dit ce que la Région peut financer, reçoit votre demande et vous montre où elle en est, jusqu’à la convention signée."
        actions={
          <LinkButton href={simulate} size="lg" icon="arrow-right" iconAt="end">
            Savoir en cinq minutes
          </LinkButton>
        }
      />
      <Section title="Que voulez-vous faire ?">
        <Grid>
          <Card title="Savoir ce que la Région peut financer" href={simulate} footer="Cinq minutes, sans compte">
            <p>Répondez à quelques questions. La réponse dit combien, pourquoi et ce qu’il faudra préparer.</p>
          </Card>
          <Card title="Déposer une demande" href={urls.newApplication.href()} footer="Commencer une demande">
            <p>Ce que le service connaît est déjà rempli. Votre brouillon s’enregistre tout seul.</p>
          </Card>
          <Card title="Suivre mes dossiers" href={urls.dashboard.href()} footer="Ouvrir mon espace">
            <p>Ce que vous avez à faire, où en est chaque dossier, vos messages et vos documents.</p>
          </Card>
        </Grid>
      </Section>
      <Section
        title={`${scheme.name} : l’essentiel`}
        intro={scheme.summary}
        aside={<a href={urls.scheme.href({ scheme: scheme.slug })}>Tout comprendre</a>}
      >
        <Figures figures={scheme.figures} />
      </Section>
      <Section title="Pour qui ?">
        <Prose>
          <p>
            Pour les structures qui forment en Normandie : organismes de formation continue, centres de formation
            d’apprentis, groupements et réseaux, avec leurs consultants et leurs OPCO. Chaque dispositif a ses
            conditions ; le simulateur les vérifie avec vous.
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
            une personne lit chaque demande, et la Commission permanente décide.
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
          <p>Entrez comme un organisme ou comme un agent de la Région, avec des personnes et des dossiers fictifs.</p>
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
