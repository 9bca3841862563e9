import type { JSX } from "preact";
import type { Config } from "#src/platform/config.ts";
import { Card, Grid, PageHeader, Prose, Section, SummaryList } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

export function ContactPage(props: { readonly funder: Config["funder"]; readonly demo: boolean }): JSX.Element {
  const { funder } = props;
  return (
    <>
      <PageHeader
        title="Nous contacter"
        lead="Une question sur une aide, un dossier ou une page de ce site : voici à qui parler."
      />
      <Section title="Le service instructeur">
        <SummaryList
          items={[
            { label: "Service", value: `${funder.name}, ${funder.service}` },
            { label: "Courriel", value: <a href={`mailto:${funder.email}`}>{funder.email}</a> },
            { label: "Téléphone", value: funder.phone },
            { label: "Adresse", value: funder.address },
          ]}
        />
        {props.demo && (
          <Prose>
            <p>Ces coordonnées sont celles de la démonstration : elles ne répondent pas.</p>
          </Prose>
        )}
      </Section>
      <Section title="Selon votre question">
        <Grid>
          <Card title="Votre dossier" href={urls.dashboard.href()}>
            <p>Écrivez depuis le dossier : le message arrive à la personne qui le suit, et reste avec lui.</p>
          </Card>
          <Card title="Une aide" href={urls.aids.href()}>
            <p>Le simulateur répond en cinq minutes aux questions les plus courantes.</p>
          </Card>
          <Card title="Une difficulté d’accès" href={urls.accessibility.href()}>
            <p>Une page vous résiste, avec un lecteur d’écran, au clavier ou autrement : dites-le-nous.</p>
          </Card>
          <Card title="Vos données" href={urls.privacy.href()}>
            <p>Voir, corriger ou effacer ce que le service sait de vous.</p>
          </Card>
        </Grid>
      </Section>
    </>
  );
}
