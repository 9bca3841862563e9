import type { JSX } from "preact";
import { urls } from "#src/urls.ts";
import { Button, ButtonBar, Confirm, CopyLink, LinkButton } from "../actions.tsx";
import { SummaryList } from "../data.tsx";
import { Icon, iconNames } from "../icons.tsx";
import { Notice } from "../notice.tsx";
import { Grid, PageHeader, Pager, Prose, Section } from "../page.tsx";
import { Deadline, Progress, StateTag, Steps, Timeline, VerdictTag } from "../states.tsx";
import { Card, Disclosure, EmptyState, Quote } from "../surfaces.tsx";

export function PartsGallery(): JSX.Element {
  return (
    <>
      <PageHeader
        variant="hero"
        eyebrow="Aides aux organismes de formation"
        title="Un projet pour vos formations ? Voyez ce que la Région peut financer"
        lead="Répondez à quelques questions, sans compte. En cinq minutes, vous savez si vous pouvez demander, combien, et quoi préparer."
        actions={
          <LinkButton href="#simuler" icon="arrow-right" iconAt="end" size="lg">
            Simuler une aide
          </LinkButton>
        }
      />
      <Section id="cartes" title="Cartes">
        <Grid>
          <Card
            href="#conseil"
            eyebrow="Axe 1"
            title="Un premier dispositif"
            mark={<StateTag tone="success" icon="check" label="Ouvert" />}
            footer="Voir le dispositif"
          >
            <p>
              Un consultant pour faire le point, puis vous accompagner dans une transition. Jusqu’à 25 jours par
              organisme.
            </p>
          </Card>
          <Card
            href="#second"
            eyebrow="Axe 1"
            title="Un second dispositif"
            mark={<StateTag tone="neutral" icon="info" label="Information" />}
            footer="Voir le dispositif"
          >
            <p>Des outils et des lieux mieux adaptés aux personnes en formation.</p>
          </Card>
          <Card variant="honey" title="À faire maintenant" level={3}>
            <p>Deux précisions vous sont demandées avant le 12 mars.</p>
            <p>
              <a href="#repondre">Répondre aux demandes</a>
            </p>
          </Card>
        </Grid>
      </Section>
      <Section title="Messages">
        <Notice tone="info">Vos réponses restent dans l’adresse de la page : gardez le lien pour y revenir.</Notice>
        <Notice tone="success" title="Votre demande est déposée.">
          Elle porte le numéro AC-2026-00042. Un accusé de réception vous a été envoyé.
        </Notice>
        <Notice tone="warning" title="Il reste 3 jours pour répondre.">
          Après le 12 mars, le dossier sera examiné en l’état.
        </Notice>
        <Notice tone="danger" title="Le fichier « devis.pdf » n’a pas pu être lu.">
          Il est abîmé ou protégé par un mot de passe. Rien d’autre n’est perdu.
        </Notice>
      </Section>
      <Section title="États et échéances">
        <p class="es-gallery-row">
          <StateTag tone="neutral" icon="pen" label="Brouillon" />
          <StateTag tone="info" icon="send" label="Déposé" />
          <StateTag tone="warning" icon="pause" label="Compléments demandés" />
          <StateTag tone="accent" icon="search" label="En instruction" />
          <StateTag tone="honey" icon="scale" label="À valider" />
          <StateTag tone="success" icon="check" label="Accordé" />
          <StateTag tone="danger" icon="cross" label="Refusé" />
        </p>
        <p class="es-gallery-row">
          <VerdictTag status="met" />
          <VerdictTag status="not-met" />
          <VerdictTag status="unknown" />
          <VerdictTag status="to-assess" />
        </p>
        <p class="es-gallery-row">
          <Deadline day="2026-04-20" today="2026-03-10" />
          <Deadline day="2026-03-13" today="2026-03-10" />
          <Deadline day="2026-03-08" today="2026-03-10" />
          <Deadline day="2026-03-08" today="2026-03-10" paused />
        </p>
      </Section>
      <Section title="Actions">
        <ButtonBar>
          <Button icon="send">Déposer la demande</Button>
          <Button variant="secondary" icon="print">
            Imprimer
          </Button>
          <Button variant="tertiary">Revenir au brouillon</Button>
          <Button variant="danger" icon="trash">
            Supprimer
          </Button>
          <Button disabled>Indisponible</Button>
        </ButtonBar>
        <CopyLink id="lien" url={urls.simulators.href()} />
        <Confirm
          id="retrait"
          action="#retrait"
          label="Retirer la demande"
          title="Retirer votre demande ?"
          confirmLabel="Oui, retirer la demande"
          danger
          icon="undo"
        >
          <p>Le dossier ne sera plus examiné. Vous pourrez en faire une copie pour une nouvelle demande.</p>
        </Confirm>
      </Section>
      <Section title="Étapes et histoire">
        <Steps label="Étapes du dossier" inline steps={life} />
        <Progress done={4} total={7} label="4 parties sur 7 sont prêtes" />
        <Timeline events={history} />
      </Section>
      <Section title="Textes à déplier">
        <Disclosure summary="Comment le montant est-il calculé ?" open>
          <p>La Région prend en charge 70 % du coût du conseil, dans la limite de 1 000 € par jour et de 25 jours.</p>
        </Disclosure>
        <Disclosure summary="Que devient ma demande ensuite ?">
          <p>Une personne l’instruit, puis la Commission permanente décide.</p>
        </Disclosure>
        <Quote provision="EX-7" source="Cadre d’intervention" open>
          Le texte voté apparaît ici, dans ses propres mots, quand on veut le lire.
        </Quote>
      </Section>
      <Section title="Réponses relues">
        <SummaryList
          items={[
            { label: "Organisme", value: "Formation Littoral (fictif)", action: <a href="#modifier">Modifier</a> },
            { label: "Effectif", value: "12 personnes", note: "Au 31 décembre de l’an passé." },
            { label: "Numéro de déclaration d’activité", value: "" },
          ]}
        />
      </Section>
      <Section title="Texte courant">
        <Prose>
          <h3>Qui peut demander ?</h3>
          <p>
            Les organismes de formation qui ont un établissement en Normandie.{" "}
            <a href="#liste">Voir la liste complète</a>.
          </p>
          <ul>
            <li>les associations ;</li>
            <li>les entreprises ;</li>
            <li>les organismes publics.</li>
          </ul>
        </Prose>
      </Section>
      <Section title="Rien pour l’instant">
        <EmptyState
          title="Vous n’avez pas encore de demande"
          level={3}
          action={
            <LinkButton href="#commencer" icon="plus">
              Commencer une demande
            </LinkButton>
          }
        >
          Vos demandes apparaîtront ici, avec ce qu’il reste à faire pour chacune.
        </EmptyState>
        <Pager previous="#avant" next="#apres" summary="Dossiers 51 à 100 sur 312" />
      </Section>
      <Section title="Icônes">
        <p class="es-gallery-row">
          {iconNames.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </p>
      </Section>
    </>
  );
}

const life = [
  { label: "Dépôt", state: "done", note: "3 mars 2026" },
  { label: "Instruction", state: "current", note: "depuis le 5 mars" },
  { label: "Décision", state: "todo" },
  { label: "Convention", state: "todo" },
] as const;

const history = [
  {
    at: "2026-03-09T14:12:00Z",
    title: "Compléments demandés",
    who: "Service formation",
    icon: "pause",
    tone: "warning",
    children: <p>Le devis doit indiquer le nombre de jours par phase.</p>,
  },
  { at: "2026-03-03T10:05:00Z", title: "Demande déposée", who: "Camille Exemple", icon: "send", tone: "info" },
  { at: "2026-02-27T08:30:00Z", title: "Brouillon commencé", who: "Camille Exemple", icon: "pen" },
] as const;
