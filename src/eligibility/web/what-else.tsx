import type { JSX } from "preact";
import { Card, Grid, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { refusals, type Simulator } from "../simulator.ts";

/** What can still be done when the aid is not possible: said kindly, and never a dead end. */
export function WhatElse(props: { readonly simulator: Simulator }): JSX.Element {
  const { assessment } = props.simulator;
  const found = refusals(assessment);
  const inSome = found.some((criterion) => criterion.party !== undefined) && assessment.funding.parties.length > 1;
  return (
    <Section id="que-faire" title="Ce que vous pouvez faire">
      {inSome && <p>{withdrawal}</p>}
      <Grid min="small">
        <Card title="Agir pour le développement durable" href={urls.scheme.href({ scheme: "e3d" })}>
          <p>Le dispositif E3D aide les structures de formation à faire évoluer leurs pratiques.</p>
        </Card>
        <Card title="Avancer avec le numérique" href={urls.scheme.href({ scheme: "communotic" })}>
          <p>Le réseau Communotic rassemble les acteurs du territoire, quelle que soit leur maturité numérique.</p>
        </Card>
        <Card title="En parler avec nous" href={urls.contact.href()}>
          <p>Le service peut vous dire ce qui conviendrait à votre situation.</p>
        </Card>
      </Grid>
    </Section>
  );
}

const withdrawal =
  "Retirez de la demande les structures qui ne remplissent pas les conditions : les autres restent possibles.";
