/** The text's own words, by criterion. Not a rule: what people read beside the rule. */
export const quotations: Readonly<Record<string, readonly string[]>> = {
  "CS-1": [
    "Un diagnostic partagé des besoins de la structure de formation et la définition d’un plan d’action prenant en compte l’ensemble des acteurs interagissant avec la structure,",
    "Un accompagnement à la démarche de transformation comprenant une «\u00a0évaluation prospective\u00a0» des impacts territoriaux conduits par cette transformation.",
  ],
  "CS-2": [
    "Il s’agira de l’ensemble des structures mettant en œuvre de la formation\u00a0:",
    "Sur le territoire normand,",
  ],
  "CS-3": ["Dont l’activité principale est la formation continue et en alternance,"],
  "CS-4": ["De plus de 5 salariés,"],
  "CS-5": [
    "Ayant pour public les personnes en recherche d’emploi ou ayant le projet de développer leur activité à destination de ce public.",
  ],
  "CS-6": [
    "Les structures de formation visées pourront solliciter l’appui de la Région soit\u00a0:",
    "Pour elles-mêmes,",
    "Dans le cadre d’une démarche collective portée par un groupement ou un réseau de structures de formation,",
    "Par le biais d’un OPCO.",
  ],
  "CS-7": [
    "Un maximum de 1000\u00a0€ HT par journée d’accompagnement en phase diagnostic et en phase d’accompagnement,",
  ],
  "CS-8": [
    "Un taux d’intervention de 70\u00a0% maximum de l’enveloppe financière totale mobilisée par le bénéficiaire",
  ],
  "CS-9": [
    "Selon un maximum de 25 jours pour une même structure de formation soit un montant maximal de 17 500\u00a0€ par structure.",
  ],
  "CS-10": [
    "Dans le cadre de leur sollicitation à la Région, les structures de formation présenteront la démarche d’accompagnement mise en œuvre (calendrier, prestataire choisi).",
  ],
  "CS-11": ["Avoir une durée d’existence d’au moins 3 ans,"],
  "CS-12": [
    "Recourir à des intervenants ayant une expérience d’au moins 2 ans dans le conseil ou l’accompagnement des entreprises de formation et instituts de formation et/ou dans leur domaine d’intervention,",
  ],
  "CS-13": [
    "Être en mesure sur le plan humain et matériel d’organiser et de mener un appui individuel et collectif d’entreprises,",
  ],
  "CS-14": [
    "Préciser son champ d’intervention (digitalisation, gestion des ressources humaines, développement durable …),",
  ],
  "CS-15": [
    "Ne pas sous-traiter la prestation à un organisme tiers (lorsque nécessaire, les consultants proposés pourront toutefois s’appuyer sur un organisme partenaire faisant preuve d’une expertise sur un champ précis au regard des objectifs visés. Leur intervention fera alors l’objet d’une contractualisation préalable avec la structure bénéficiaire et la Région),",
  ],
  "CS-16": [
    "S’engager à participer aux comités de suivi du dispositif, si nécessaire, afin de restituer les actions menées au sein des entreprises de formation,",
  ],
  "CS-17": ["Fournir les livrables attendus dans le cadre de la prestation appui-conseil."],
};
