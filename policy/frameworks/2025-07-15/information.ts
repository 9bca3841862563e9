import type { InformationScheme } from "../../engine/scheme.ts";

/** The schemes of the framework that are shown for information: what its text says, in plain words. */
export const informationSchemes: readonly InformationScheme[] = [
  {
    slug: "e3d",
    name: "E3D : accompagnement au développement durable",
    axis: "support",
    status: "information",
    provision: "1.a",
    summary:
      "Le dispositif régional qui aide les établissements d’éducation et de formation à agir pour le développement durable.",
    passages: [
      {
        title: "De quoi s’agit-il ?",
        paragraphs: [
          "E3D est porté par la direction régionale chargée de l’énergie, de l’environnement et du développement durable (DEEDD). Il est mobilisé selon les besoins, au profit des structures de formation qui veulent faire évoluer leurs pratiques.",
          "Ce n’est pas une subvention de ce cadre : le service peut vous orienter vers la direction qui le porte.",
        ],
        provisions: ["E3D-1"],
      },
      {
        title: "Un enjeu pour tous les appuis",
        paragraphs: [
          "Le développement durable est pris en compte dans chaque appui apporté aux structures de formation.",
        ],
        provisions: ["E3D-2"],
      },
    ],
  },
  {
    slug: "communotic",
    name: "Communotic",
    axis: "innovate",
    status: "information",
    provision: "2.a",
    summary: "Le réseau normand qui rapproche le monde du numérique et celui de la formation.",
    passages: [
      {
        title: "De quoi s’agit-il ?",
        paragraphs: [
          "Communotic rassemble les acteurs du territoire : structures de formation, prescripteurs, OPCO, entreprises du numérique éducatif, monde de la recherche.",
          "Chacun y vient avec sa maturité numérique, d’un premier parcours en ligne à l’essai d’innovations de rupture.",
        ],
        provisions: ["COM-1", "COM-2", "COM-3"],
      },
      {
        title: "Qui décide ?",
        paragraphs: [
          "Sa gouvernance est partagée entre partenaires, dont les têtes de réseaux de la formation, de l’insertion et de l’emploi.",
        ],
        provisions: ["COM-4"],
      },
    ],
  },
  {
    slug: "evenements",
    name: "Événements",
    axis: "innovate",
    status: "information",
    provision: "2.b",
    summary: "Des rencontres pour réunir les acteurs de la formation autour d’un problème et faire naître des projets.",
    passages: [
      {
        title: "De quoi s’agit-il ?",
        paragraphs: [
          "La Région peut organiser sur son territoire des événements de formes diverses. Ils réunissent les acteurs autour de problèmes repérés, pour faire émerger des solutions adaptées.",
        ],
        provisions: ["EVT-1"],
      },
    ],
  },
  {
    slug: "transitions",
    name: "Transitions et transformation de l’appareil de formation",
    axis: "innovate",
    status: "information",
    provision: "2.c",
    summary: "Un soutien aux projets d’ingénierie pédagogique qui répondent aux transitions, en complément du FSE+.",
    passages: [
      {
        title: "Quels projets ?",
        paragraphs: [
          "Des projets d’ingénierie pédagogique menés en Normandie : modules expérimentaux sur un sujet qu’aucune formation ne traite déjà, nouvelles façons de former, outils pédagogiques innovants, recherche-action.",
          "Ils répondent à une ou plusieurs transitions (numérique, écologique, démographique, sociétale), et leurs résultats sont partagés gratuitement avec les apprenants et les acteurs de l’emploi et de la formation.",
        ],
        provisions: ["TR-1", "TR-2", "TR-3", "TR-4"],
      },
      {
        title: "Quelle aide ?",
        paragraphs: [
          "Quand le projet est sélectionné dans l’appel FSE+ du même nom, la Région paie 20 % des coûts éligibles et l’Union européenne 60 % au plus. Le soutien européen est d’au moins 15 000 €.",
          "Les coûts comptent du 1er janvier 2025 au 31 décembre 2027, et les opérations se terminent avant le 30 juin 2027.",
        ],
        provisions: ["TR-5", "TR-6", "TR-7", "EL-9"],
      },
      {
        title: "Pour qui ?",
        paragraphs: [
          "Organismes publics, établissements d’enseignement, associations et fondations, entreprises et groupements d’intérêt public qui travaillent avec des personnes en recherche d’emploi. Un projet commun est déposé par un chef de file, qui porte tous les coûts.",
        ],
        provisions: ["TR-14", "TR-15"],
      },
    ],
  },
  {
    slug: "modernisation",
    name: "Modernisation de l’offre de service",
    axis: "innovate",
    status: "information",
    provision: "2.d",
    summary: "Des appels à projets de la Région et de l’État (DREETS) pour transformer l’organisation, hors pédagogie.",
    passages: [
      {
        title: "Quels projets ?",
        paragraphs: [
          "Des projets qui changent l’organisation de la structure : son offre de service dans son ensemble, sa communication, ses processus. Un projet pédagogique relève du dispositif « transitions ».",
          "Ils sont menés en Normandie et s’adressent aux publics de la politique régionale de formation, ou peuvent leur être transposés.",
        ],
        provisions: ["MO-1", "MO-2", "MO-4", "MO-5"],
      },
      {
        title: "Quelle aide ?",
        paragraphs: [
          "Le taux, le plafond et les dates sont fixés par chaque appel à projets. Tant qu’aucun n’est publié, aucun montant ne peut être annoncé.",
        ],
        provisions: ["MO-3"],
      },
    ],
  },
  {
    slug: "professionnalisation",
    name: "Programme de professionnalisation",
    axis: "professionalise",
    status: "information",
    provision: "3",
    summary:
      "Un programme annuel de formation des équipes, proposé par la Région et l’État et mis en œuvre par le Carif-Oref.",
    passages: [
      {
        title: "De quoi s’agit-il ?",
        paragraphs: [
          "Chaque année, des formations sont proposées aux équipes des structures de formation. Elles sont construites avec les réseaux et complètent les plans de développement des compétences et l’action des OPCO de la branche.",
        ],
        provisions: ["PR-1", "PR-2"],
      },
      {
        title: "Un accès égal",
        paragraphs: [
          "Toutes les équipes doivent pouvoir y accéder sans trop peser sur leur activité. Au-delà des frais de formation, une part du reste à charge de l’employeur peut être couverte.",
        ],
        provisions: ["PR-3"],
      },
    ],
  },
];
