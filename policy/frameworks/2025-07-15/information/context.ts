import type { Figure } from "../../../engine/framework/presented.ts";
import type { Told } from "../../../engine/framework/scheme.ts";

/** Part I of the text: why there is a strategy. */
export const reasons: readonly Told[] = [
  {
    title: "Des attentes nouvelles",
    text: "Les publics et les entreprises demandent des formations plus individualisées, plus modulaires, renouvelées dans leurs approches, et qui passent aussi par le numérique.",
    place: "I, 1er alinéa",
    provisions: ["CTX-01"],
  },
  {
    title: "Le rôle de la Région",
    text: "La Région coordonne et achète la formation professionnelle sur son territoire. Elle accompagne à ce titre les organismes normands dans l’évolution de leurs pratiques.",
    place: "I, 3e alinéa",
    provisions: ["CTX-07"],
  },
  {
    title: "Un programme de professionnalisation",
    text: "Le Carif-Oref de Normandie le porte pour l’État et la Région au jour du vote.",
    place: "I, 3e alinéa",
    provisions: ["CTX-09"],
  },
  {
    title: "Les mutations à accompagner",
    text: "Les métiers et les formations évoluent, les transitions numérique, écologique, démographique et sociétale avancent, les règles changent. La stratégie y répond ; elle a été écrite avec les principaux acteurs de la formation.",
    place: "I, 5e alinéa",
    provisions: ["CTX-13"],
  },
  {
    title: "Ce qu’elle prolonge",
    text: "Les ambitions de transformation du premier Pacte, et l’expérience de ses actions et de Communotic, lieu d’échange et de partage sur les technologies de la formation.",
    place: "I, 5e alinéa, 1er et 3e tirets",
    provisions: ["CTX-14", "CTX-17"],
  },
];

/** The dates that the text gives, by their first year. */
export const milestones: readonly Told[] = [
  {
    when: "2010",
    title: "Communotic",
    text: "La Région le crée pour faire entrer le numérique dans la formation professionnelle. Une évaluation menée en 2020 conduit à poursuivre ses missions.",
    place: "I, 3e alinéa, et 2.a",
    provisions: ["CTX-08", "AX2A-02"],
  },
  {
    when: "5 septembre 2018",
    title: "La loi « pour la liberté de choisir son avenir professionnel »",
    text: "Elle amène les acteurs de la formation à repenser leur modèle et à changer largement leurs pratiques.",
    place: "I, 1er alinéa, et 1",
    provisions: ["CTX-02"],
  },
  {
    when: "2019-2022 ou 2019-2023",
    title: "Le premier Pacte régional d’investissement dans les compétences",
    text: "L’État y ajoute ses fonds à ceux de la Région. Le texte lui donne deux périodes : 2019-2022 au 2e alinéa, 2019-2023 au 4e. Le service retient 2019-2023.",
    place: "I, 2e et 4e alinéas",
    provisions: ["CTX-04", "CTX-10", "D-04"],
  },
  {
    when: "2021-2027",
    title: "Le Fonds social européen plus (FSE+)",
    text: "La politique engagée se poursuit avec les moyens de cette programmation européenne.",
    place: "I, 4e alinéa",
    provisions: ["CTX-11"],
  },
  {
    when: "2024-2027",
    title: "Le nouveau Pacte avec l’État",
    text: "La Région et l’État en ont signé la convention le 30 mai 2024.",
    place: "I, 4e alinéa",
    provisions: ["CTX-12"],
  },
  {
    when: "2024-2027",
    title: "Le CPRDFOP, plan régional des formations et de l’orientation professionnelles",
    text: "La stratégie suit deux de ses engagements transverses : renouveler les offres par des approches innovantes et des expérimentations ; tenir compte des transitions dans chaque action et chaque accompagnement.",
    place: "I, 5e alinéa, 2e tiret",
    provisions: ["CTX-15", "CTX-16"],
  },
];

export const contextFigures: readonly Figure[] = [
  { label: "Budget régional de la formation professionnelle, par an", value: "environ 190 M€", provision: "GOV-5" },
  { label: "Stagiaires en recherche d’emploi en 2019", value: "près de 25 000", provision: "GOV-5" },
  { label: "Étudiants des formations sanitaires et sociales en 2019", value: "10 000", provision: "GOV-5" },
  { label: "Organismes et instituts partenaires en 2019", value: "150", provision: "GOV-5" },
];
