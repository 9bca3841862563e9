/** The text's own words, by criterion. Not a rule: what people read beside the rule. */
export const quotations: Readonly<Record<string, readonly string[]>> = {
  "MO-2": [
    "Des projets de modernisation de l’offre de service des structures de formation « hors pédagogie » via un appel à projet lancé par la Région en étroite collaboration avec la DREETS.",
    "Ces projets correspondront à des projets de transformation de la structure requérante souhaitant expérimenter des évolutions innovantes de son organisation au regard des profonds enjeux de transformation qui animent actuellement le secteur de la formation.",
  ],
  "MO-4": ["Être mis en œuvre sur le territoire normand", "Se réaliser en Normandie"],
  "MO-5": [
    "S’adresser aux publics visés par les politiques publiques mises en œuvre par la Région Normandie sur le champ de la formation continue, de l’alternance, et du sanitaire et social ou a minima être transposable dans leur méthodologie à ces champs d’intervention",
  ],
  "MO-6": [
    "Les dépenses liées à la phase de développement de projet. Les prestations de communications nécessaires à la promotion du projet (site internet, kakemonos, bannières, affiches, flyers …).",
    "Les dépenses de fonctionnement inhérentes à la mise en œuvre du projet de modernisation, par exemple :",
  ],
  "MO-9-2": [
    "Viser l’amélioration de la réponse formation proposée au regard du besoin identifié pour s’adapter aux transitions",
  ],
  "MO-9-3": [
    "Présenter des éléments contextuels permettant d’apprécier la pertinence des évolutions / innovations proposées au regard de l’existant et des transitions visées",
  ],
  "MO-9-4": [
    "Proposer un descriptif des phases du projet intégrant un calendrier prévisionnel et un plan de financement de l’opération.",
  ],
};
