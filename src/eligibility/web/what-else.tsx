import type { JSX } from "preact";
import { frameworkByVersion } from "#policy/index.ts";
import { Card, Grid, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { refusals, type Simulator } from "../simulator.ts";

/** What can still be done when the aid is not possible: said kindly, and never a dead end. */
export function WhatElse(props: { readonly simulator: Simulator }): JSX.Element {
  const { assessment } = props.simulator;
  const otherWays = frameworkByVersion(assessment.framework)?.otherWays ?? [];
  const found = refusals(assessment);
  const inSome = found.some((criterion) => criterion.party !== undefined) && assessment.funding.parties.length > 1;
  return (
    <Section id="que-faire" title="Ce que vous pouvez faire">
      {inSome && <p>{withdrawal}</p>}
      <Grid min="small">
        {otherWays.map(({ slug, title, text }) => (
          <Card key={slug} title={title} href={urls.scheme.href({ scheme: slug })}>
            <p>{text}</p>
          </Card>
        ))}
        <Card title="En parler avec nous" href={urls.contact.href()}>
          <p>Le service peut vous dire ce qui conviendrait à votre situation.</p>
        </Card>
      </Grid>
    </Section>
  );
}

const withdrawal =
  "Retirez de la demande les structures qui ne remplissent pas les conditions : les autres restent possibles.";
