import type { JSX } from "preact";
import type { Scheme } from "#policy/index.ts";
import { PageHeader, Prose, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

interface Link {
  readonly href: string;
  readonly label: string;
}

export function SiteMapPage(props: {
  readonly schemes: readonly Pick<Scheme, "slug" | "name" | "status">[];
  readonly demo: boolean;
  /** Whether what is written in the name of an organisation is for them: a stranger signs in first. */
  readonly mayWrite: boolean;
}): JSX.Element {
  const parts: readonly { readonly title: string; readonly links: readonly Link[] }[] = [
    {
      title: "Comprendre",
      links: [
        { href: urls.home.href(), label: "Accueil" },
        { href: urls.strategy.href(), label: "La stratégie en quatre axes" },
        { href: urls.aids.href(), label: "Quelle aide pour mon projet" },
        ...props.schemes.map(({ slug, name }) => ({ href: urls.scheme.href({ scheme: slug }), label: name })),
        { href: urls.statements.href(), label: "Le texte, point par point" },
        { href: urls.versions.href(), label: "Les versions du texte" },
        { href: urls.algorithm.href(), label: "Comment les règles sont calculées" },
      ],
    },
    {
      title: "Faire",
      links: [
        ...props.schemes
          .filter(({ status }) => status === "open")
          .map(({ slug, name }) => ({ href: urls.simulator.href({ scheme: slug }), label: `Simuler\u00a0: ${name}` })),
        { href: urls.calls.href(), label: "Voir les appels à projets" },
        { href: urls.newApplication.href(), label: "Commencer une demande" },
        { href: urls.dashboard.href(), label: "Suivre mes dossiers" },
        { href: urls.organisations.href(), label: "Mes organismes" },
        { href: urls.signIn.href(), label: "Se connecter" },
        { href: urls.account.href(), label: "Mon compte" },
      ],
    },
    {
      title: "L’agenda et les formations",
      links: [
        { href: urls.agenda.href(), label: "Agenda" },
        { href: urls.catalogue.href(), label: "Formations" },
        { href: urls.remainingCost.href(), label: "Ce qui reste à la charge de l’employeur" },
        ...(props.mayWrite ? [{ href: urls.trainingNeeds.href(), label: "Dire un besoin de formation" }] : []),
        { href: urls.myOccasions.href(), label: "Mes rendez-vous" },
        { href: urls.subscriptions.href(), label: "Être prévenu des nouvelles dates" },
      ],
    },
    {
      title: "La communauté",
      links: [
        { href: urls.community.href(), label: "Annuaire des acteurs" },
        { href: urls.listings.href(), label: "Je cherche, je propose" },
        { href: urls.practices.href(), label: "Pratiques partagées" },
        { href: urls.newsletter.href(), label: "La lettre de la communauté" },
        { href: urls.governance.href(), label: "La gouvernance" },
        { href: urls.digitalMaturity.href(), label: "Faire le point en numérique" },
        { href: urls.sustainability.href(), label: "Faire le point en développement durable" },
        { href: urls.referrals.href(), label: "Orientations vers E3D" },
      ],
    },
    {
      title: "Le service",
      links: [
        { href: urls.contact.href(), label: "Nous contacter" },
        { href: urls.api.href(), label: "Données ouvertes et API" },
        { href: urls.accessibility.href(), label: "Déclaration d’accessibilité" },
        { href: urls.ecodesign.href(), label: "Écoconception" },
        { href: urls.privacy.href(), label: "Données personnelles" },
        { href: urls.legal.href(), label: "Mentions légales" },
        ...(props.demo
          ? [
              { href: urls.demonstration.href(), label: "Entrer dans la démonstration" },
              { href: urls.gallery.href(), label: "Galerie des composants" },
            ]
          : []),
      ],
    },
  ];
  return (
    <>
      <PageHeader title="Plan du site" lead="Toutes les pages que l’on peut ouvrir, rangées par usage." />
      {parts.map(({ title, links }) => (
        <Section key={title} title={title}>
          <Prose>
            <ul>
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </Prose>
        </Section>
      ))}
    </>
  );
}
