import type { Axis } from "../../engine/framework/scheme.ts";

/** The four axes: a short name, and the title of the heading that deals with each. */
export const axes: readonly Axis[] = [
  {
    id: "support",
    label: "Accompagner",
    heading: "1. Accompagner la modernisation et la transformation des structures de formation",
    provision: "GOV-2",
    summary: "Aider les structures de formation à se moderniser et à se transformer.",
    observations: [
      {
        title: "Un modèle à faire évoluer",
        text: "Dans la suite de la loi de 2018, les structures de formation ont dû changer de modèle économique, social et environnemental : moderniser leurs pratiques, communiquer autrement, faire évoluer le travail des formateurs.",
        place: "1, 1er alinéa",
        provisions: ["AX1-01", "AX1-02"],
      },
      {
        title: "À l’initiative de l’entreprise",
        text: "La transformation part de l’entreprise, qui en reste maître. Mais les structures, surtout des petites et moyennes entreprises, la reportent souvent faute de temps, de moyens ou d’expertise.",
        place: "1, 2e alinéa",
        provisions: ["AX1-03", "AX1-04"],
      },
      {
        title: "Un soutien sur mesure",
        text: "La Région s’adapte aux besoins de chacune et tient compte partout du développement durable.",
        place: "1, 3e alinéa",
        provisions: ["AX1-05"],
      },
    ],
  },
  {
    id: "innovate",
    label: "Innover",
    heading: "2. Favoriser les innovations et transformer les modes de mise en œuvre de la formation",
    provision: "GOV-2",
    summary: "Favoriser les innovations et transformer les façons de former.",
    observations: [
      {
        title: "Des formations qui attirent peu",
        text: "Les formations proposées aux personnes en recherche d’emploi paraissent parfois trop scolaires ou trop contraignantes, et peinent à trouver leur public.",
        place: "2, 1er alinéa",
        provisions: ["AX2-01"],
      },
      {
        title: "Des entreprises à associer",
        text: "Les entreprises voient mal les intentions pédagogiques et la part qu’elles peuvent prendre à la formation.",
        place: "2, 1er alinéa",
        provisions: ["AX2-02"],
      },
      {
        title: "Former autrement",
        text: "La Région souhaite que l’on repense l’ingénierie : de nouveaux services, de nouvelles façons de former, d’apprendre, d’acquérir et de faire reconnaître des compétences.",
        place: "2, 2e alinéa",
        provisions: ["AX2-03"],
      },
    ],
  },
  {
    id: "professionalise",
    label: "Professionnaliser",
    heading: "3. Professionnaliser les acteurs de la formation et apporter les compétences nécessaires au secteur",
    provision: "GOV-2",
    summary: "Apporter aux équipes les compétences dont elles ont besoin.",
    observations: [
      {
        title: "Des compétences à renouveler",
        text: "Quand la formation évolue, ceux qui forment ont besoin de nouvelles compétences, et les financeurs ont de nouvelles attentes.",
        place: "3, 1er alinéa",
        provisions: ["AX3-01"],
      },
    ],
  },
  {
    id: "spread",
    label: "Évaluer, capitaliser, essaimer",
    heading: "4. Évaluer, capitaliser et essaimer",
    provision: "GOV-2",
    summary: "Mesurer les effets, garder ce qui marche et le partager.",
    instead: {
      text: "Capitaliser les expérimentations, mesurer leurs effets sur les publics, généraliser ce qui marche. Chaque action de la stratégie a sa propre évaluation, et le comité de pilotage suit l’ensemble.",
      provisions: ["AX4-10", "AX4-07"],
    },
    observations: [
      {
        title: "Toute la communauté de la formation",
        text: "La stratégie soutient tous les acteurs dans leurs changements d’organisation et de pédagogie.",
        place: "4, 1er alinéa",
        provisions: ["AX4-01"],
      },
      {
        title: "Du projet à la région",
        text: "Après l’expérimentation, les pratiques et les savoir-faire sont gardés et partagés à l’échelle de la région.",
        place: "4, 1er alinéa",
        provisions: ["AX4-02"],
      },
    ],
  },
];
