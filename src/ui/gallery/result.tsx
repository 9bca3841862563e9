import type { JSX } from "preact";
import { urls } from "#src/urls.ts";
import { Button, ButtonBar, CopyLink, LinkButton } from "../actions.tsx";
import { Money } from "../data.tsx";
import { ProvisionId } from "../fields/wiring.tsx";
import { FundingBar, FundingSteps } from "../funding-bar.tsx";
import { Columns, PageHeader, Section } from "../page.tsx";
import { VerdictList } from "../states.tsx";
import { Answer, Card, Disclosure, Quote } from "../surfaces.tsx";

export function ResultGallery(): JSX.Element {
  return (
    <>
      <PageHeader
        eyebrow="Dispositif d’exemple · simulation du 10 mars 2026"
        title="Ce que la Région peut financer pour vous"
      />
      <Answer
        tone="success"
        icon="check"
        title={
          <>
            Oui, vous pouvez demander jusqu’à <Money cents={910000} />
          </>
        }
      >
        <p>Vous remplissez les conditions vérifiables. Une personne de la Région appréciera ensuite votre projet.</p>
      </Answer>
      <Columns
        sideAt="end"
        side={
          <>
            <Card title="Et maintenant ?" level={2}>
              <p>Vos réponses rempliront votre demande. Vous pourrez tout corriger.</p>
              <ButtonBar>
                <LinkButton href="#demande" icon="arrow-right" iconAt="end">
                  Commencer ma demande
                </LinkButton>
                <Button variant="secondary" icon="print">
                  Imprimer
                </Button>
              </ButtonBar>
            </Card>
            <Card variant="tinted" title="Garder cette simulation" level={2}>
              <CopyLink id="lien-simulation" url={urls.simulators.href()} />
            </Card>
          </>
        }
      >
        <Section id="pourquoi" title="Pourquoi">
          <VerdictList
            items={[
              {
                id: "c1",
                status: "met",
                title: "Votre établissement est en Normandie",
                reason: "Caen est dans le Calvados.",
                provision: <ProvisionId id="EX-2" />,
              },
              {
                id: "c2",
                status: "met",
                title: "Votre organisme compte moins de 250 personnes",
                reason: "Vous en avez indiqué 12.",
                provision: <ProvisionId id="EX-4" />,
              },
              {
                id: "c3",
                status: "to-assess",
                title: "Le projet sert une transition",
                reason: "Une personne de la Région le lira : rien n’est joué d’avance.",
                provision: <ProvisionId id="EX-1" />,
              },
              {
                id: "c4",
                status: "unknown",
                title: "L’expérience du consultant",
                reason: "Vous ne l’avez pas encore indiquée. Trois ans sont demandés.",
                provision: <ProvisionId id="EX-11" />,
              },
              {
                id: "c5",
                status: "not-met",
                title: "Une condition qui manque",
                reason: "Exemple d’une condition non remplie, avec ce qui la ferait remplir.",
                provision: <ProvisionId id="EX-13" />,
              },
            ]}
          />
        </Section>
        <Section id="combien" title="Combien">
          <FundingBar
            title="Qui paie quoi"
            shares={[
              { part: "funder", label: "Région", amount: 546000 },
              { part: "co-funder", label: "Fonds social européen", amount: 364000 },
              { part: "other", label: "Autres aides publiques", amount: 100000 },
              { part: "own", label: "Votre part", amount: 390000 },
            ]}
          />
          <Disclosure summary="Le calcul, ligne par ligne" open>
            <FundingSteps
              steps={[
                { label: "13 jours retenus sur 14 demandés", value: "13 jours", provision: "EX-8" },
                { label: "Reste à charge", value: "non calculé : il manque des réponses" },
                { label: "à 1 000 € par jour au plus", value: 1300000, provision: "EX-7" },
                { label: "pris en charge à 70 %", value: 910000, provision: "EX-7" },
                { label: "Aide possible", value: 910000, total: true },
              ]}
            />
          </Disclosure>
          <Quote provision="EX-7" source="Cadre d’intervention">
            Le texte voté apparaît ici, dans ses propres mots.
          </Quote>
        </Section>
        <Section id="preparer" title="À préparer">
          <ul>
            <li>le devis du prestataire ;</li>
            <li>le CV de chaque consultant.</li>
          </ul>
        </Section>
      </Columns>
    </>
  );
}
