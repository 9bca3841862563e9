import type { JSX } from "preact";
import { Card, Grid, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { refusals, type Simulator } from "../simulator.ts";

/** What can still be done when the aid is not possible: said kindly, and never a dead end. */
export function WhatElse(props: { readonly simulator: Simulator }): JSX.Element {
  const { assessment } = props.simulator;
  const found = refusals(assessment);
  const inSome =
    found.some((criterion) => criterion.structure !== undefined) && assessment.funding.structures.length > 1;
  const advice = [...(inSome ? [withdrawal] : []), ...adviceFor(new Set(found.map((criterion) => criterion.id)))];
  return (
    <Section id="que-faire" title="Ce que vous pouvez faire">
      {advice.length > 0 && (
        <ul>
          {advice.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
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

/** What would change the answer, for the conditions that a person can act upon. */
const advices: readonly (readonly [id: string, sentence: string])[] = [
  ["CS-2", "Si un autre de vos établissements est en Normandie, refaites la simulation avec sa commune."],
  ["CS-5", "Un projet vers les personnes en recherche d’emploi suffit : si vous en avez un, changez cette réponse."],
  ["CS-6", "Plusieurs structures peuvent demander ensemble : choisissez la démarche collective."],
  ["CS-11", "Attendez que le prestataire ait l’âge demandé, ou choisissez-en un autre : le choix est libre."],
  ["CS-12", "Demandez à votre prestataire de proposer des intervenants plus expérimentés."],
  ["CS-13", "Un autre prestataire, avec les moyens nécessaires, peut être choisi."],
  ["CS-14", "Demandez à votre prestataire de préciser ses champs d’intervention."],
  [
    "CS-15",
    "Choisissez un prestataire qui réalise lui-même la prestation, ou signez d’abord le contrat avec le partenaire.",
  ],
  ["CS-16", "Demandez à votre prestataire de s’engager à participer aux comités de suivi."],
  ["CS-17", "Demandez à votre prestataire de s’engager à remettre les livrables."],
];

function adviceFor(ids: ReadonlySet<string>): readonly string[] {
  return advices.filter(([id]) => ids.has(id)).map(([, sentence]) => sentence);
}
