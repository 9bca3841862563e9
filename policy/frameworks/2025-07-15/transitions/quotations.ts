/** The text's own words, by criterion. Not a rule: what people read beside the rule. */
export const quotations: Readonly<Record<string, readonly string[]>> = {
  "TR-1": [
    "Des projets d’ingénierie pédagogique (développement d’ingénierie et d’outils pédagogiques, mise en œuvre expérimentale de modalités de formation innovantes, complémentaires aux parcours existants sur le territoire).",
    "Les projets proposés pourront à ce titre relever notamment de\u00a0:",
  ],
  "TR-2": ["Le projet présenté doit se situer en Normandie."],
  "TR-4": [
    "Ces projets devront répondre à une ou des problématiques posées par les transitions et être mis à disposition gratuitement aux acteurs emploi-formation.",
    "Les projets permettant d’adresser plusieurs types de transitions seront valorisés.",
  ],
  "TR-5": [
    "Ainsi, lorsqu’un projet est éligible et sélectionné dans le cadre de cet appel à projets FSE+, la Région Normandie intervient à hauteur de 20\u00a0% des dépenses éligibles et les fonds européens interviennent à hauteur maximale de 60\u00a0% des dépenses éligibles.",
  ],
  "TR-6": [
    "Les dépenses éligibles seront prises en compte à partir du 1er janvier 2025 et jusqu’au 31 décembre 2027 pour des opérations qui devront être réalisées avant le 30 juin 2027.",
  ],
  "TR-8": [
    "Ce sont les personnes dont les temps consacrés au projet sont supérieurs à 10\u00a0% de leur temps de travail et dont la rémunération est prise en charge par le porteur. Les personnes ayant consacré moins de 10\u00a0% de leur temps de travail sur le projet ne sont pas éligibles.",
    "Seul le temps de travail d’ingénierie et de diffusion auprès des acteurs emploi-formation est éligible\u00a0: le temps de travail, en face à face auprès des apprenants, des personnels valorisés en dépenses directes de personnel n’est pas éligible.",
  ],
  "TR-9": [
    "Les dépenses externalisées doivent respecter les règles de la commande publique pour les porteurs de projets qui y sont soumis. Une attention particulière sera portée sur les structures privées répondant à un besoin d’intérêt général, qui de fait, devront, elles aussi, respecter la règlementation en la matière.",
    "Attention\u00a0: les prestations liées à la maintenance des outils hors période de réalisation de l’action ne sont pas éligibles au dispositif.",
  ],
  "TR-10": [
    "Exemples\u00a0: communication, impressions, location de salle, petit équipement, matériel pédagogique, frais de mission des personnels dont les rémunérations ont été portées dans le poste de dépenses de personnel.",
  ],
  "TR-11": [
    "Achat d’équipements pédagogiques uniquement si cet achat est nécessaire à la réalisation de l’objectif de l’opération, ou si ces biens sont totalement amortis au cours de l’opération, ou si l’achat de ces biens est la solution la plus économique. Les dépenses autres (exemple\u00a0: achat de meubles, de véhicules, matériel informatique…) ne sont pas éligibles dans le cadre de ce dispositif.",
  ],
  "TR-12": [
    "Exemples\u00a0: frais de gestion, d’impression, de nettoyage, les frais de téléphone, d’eau et d’électricité déterminés à l’appui d’une clé de répartition ou OCS appliqué.",
  ],
  "TR-7": [
    "Les dépenses éligibles seront prises en compte à partir du 1er janvier 2025 et jusqu’au 31 décembre 2027 pour des opérations qui devront être réalisées avant le 30 juin 2027.",
  ],
  "TR-14": [
    "Structures intervenant auprès des demandeurs d’emploi et dont le projet est sélectionné dans le cadre de l’AAP FSE+ «\u202fTransitions et transformation de l’appareil de formation normand\u202f»\u00a0:",
    "Etablissements publics",
    "Etablissements d’enseignement",
    "Associations & fondations",
    "Entreprises",
    "Groupements d’intérêt public",
  ],
  "TR-15": [
    "Plusieurs acteurs peuvent élaborer et déposer un projet commun. Dans ce cas, chacun des partenaires bénéficiaires (le chef de file, comme les autres partenaires) devra relever d’une des catégories de bénéficiaires éligibles.",
    "Une convention de partenariat devra être effective en amont du dépôt d’un projet collaboratif effectué uniquement par le chef de file qui supporte l’ensemble des dépenses du projet.",
  ],
  "EL-2": ["Le projet doit contribuer à l’atteinte des objectifs fixés dans le programme pour l’objectif 4.5."],
  "EL-3": ["Le porteur de projet doit justifier de son implication dans la formation des demandeurs d’emploi."],
  "EL-4": ["Le porteur doit démontrer sa capacité financière à mener le projet, en particulier à le préfinancer."],
  "EL-5": ["Le projet ne doit pas être terminé au moment du dépôt de la demande."],
  "EL-6": [
    "Le projet doit respecter les principes horizontaux suivants\u00a0:",
    "L’égalité entre les hommes et les femmes et l’intégration de la dimension de genre, depuis l’élaboration jusqu’à la mise en œuvre, le suivi et l’évaluation de l’opération,",
    "La prévention de toute discrimination fondée sur le sexe, l’origine raciale ou ethnique, la religion ou les convictions, le handicap, l’âge ou l’orientation sexuelle depuis l’élaboration jusqu’à la mise en œuvre, le suivi et l’évaluation de l’opération,",
    "La promotion du développement durable et du principe consistant à «\u202fne pas causer de préjudice important\u202f».",
  ],
  "EL-7": [
    "Le projet doit être en cohérence avec la stratégie régionale de transformation et de modernisation des structures de formation.",
    "Le projet doit être complémentaire aux actions existantes sur le territoire.",
  ],
  "EL-8": [
    "Le projet doit prévoir la mise à disposition et la gratuité des services ou produits développés pour tous les publics\u00a0: bénéficiaires, les partenaires mobilisés, autres acteurs emploi-formation.",
  ],
  "EL-9": ["Le projet doit faire l’objet d’un soutien d’un montant minimum de FSE+ de 15\u202f000\u00a0€."],
};
