import { type Dimension, instrument } from "../../../engine/questions/instrument.ts";

const referral = { to: "referral" } as const;

const steering: Dimension = {
  id: "steering",
  name: "Piloter la démarche",
  about: "Qui porte, avec qui, vers quoi.",
  strength: "Votre démarche est portée.",
  gap: "La démarche reste à lancer.",
  asks: [
    {
      id: "lead",
      label: "Quelqu’un porte-t-il le développement durable chez vous ?",
      says: [
        "Personne en particulier.",
        "Une personne motivée, sur son temps.",
        "Un référent, avec du temps prévu.",
        "Un groupe où siègent équipe, apprenants et partenaires.",
        "La gouvernance entière : chaque décision y est regardée.",
      ],
    },
    {
      id: "plan",
      label: "Avez-vous un plan d’action ?",
      says: [
        "Non.",
        "Quelques actions, sans plan.",
        "Un plan écrit, avec des dates.",
        "Un plan suivi et rendu public.",
        "Un plan construit avec le territoire, et révisé d’après ses effets.",
      ],
    },
    {
      id: "diagnosis",
      label: "Savez-vous d’où vous partez ?",
      says: [
        "Non.",
        "Nous en avons une idée.",
        "Un état des lieux a été fait.",
        "Il est refait régulièrement.",
        "Il compte aussi les effets chez nos partenaires et nos apprenants.",
      ],
    },
  ],
  advice: [
    {
      upTo: 3,
      title: "Être accompagné par le service E3D de la Région",
      text: "Il aide à lancer et à structurer une démarche. Ce n’est pas une subvention.",
      leadsTo: referral,
    },
  ],
};

const teaching: Dimension = {
  id: "teaching",
  name: "Former aux transitions",
  about: "Ce que les apprenants emportent.",
  strength: "Vos formations préparent aux transitions.",
  gap: "Les transitions restent à faire entrer dans les cours.",
  asks: [
    {
      id: "content",
      label: "Les transitions sont-elles dans vos formations ?",
      says: [
        "Non.",
        "Quand un formateur y pense.",
        "Un module y est consacré.",
        "Elles traversent toutes les formations.",
        "Nous préparons aux métiers qui viennent, avec les branches.",
      ],
    },
    {
      id: "projects",
      label: "Les apprenants mènent-ils des projets ?",
      says: [
        "Non.",
        "Une action dans l’année.",
        "Un projet par groupe, accompagné.",
        "Des projets avec des acteurs du territoire.",
        "Leurs projets durent et changent la structure.",
      ],
    },
    {
      id: "team",
      label: "L’équipe y est-elle formée ?",
      says: [
        "Non.",
        "Une ou deux personnes.",
        "Une sensibilisation pour tous.",
        "Des formations régulières, par métier.",
        "L’équipe forme d’autres équipes.",
      ],
    },
  ],
  advice: [
    {
      upTo: 3,
      title: "Former l’équipe aux transitions",
      text: "Le programme de professionnalisation propose des formations aux équipes pédagogiques.",
      leadsTo: { to: "scheme", slug: "professionnalisation" },
    },
    {
      upTo: 5,
      title: "Monter un projet pédagogique sur une transition",
      text: "Le dispositif « transitions » soutient l’expérimentation, en complément du FSE+.",
      leadsTo: { to: "scheme", slug: "transitions" },
    },
  ],
};

const resources: Dimension = {
  id: "resources",
  name: "Énergie, eau, déchets",
  about: "Les bâtiments et les plateaux techniques.",
  strength: "Vos bâtiments et vos plateaux sont bien tenus.",
  gap: "Les consommations restent à maîtriser.",
  asks: [
    {
      id: "energy",
      label: "Suivez-vous vos consommations d’énergie et d’eau ?",
      says: [
        "Non.",
        "Nous regardons les factures.",
        "Un suivi mensuel existe.",
        "Des travaux ou des réglages les ont fait baisser.",
        "Nous produisons, partageons ou stockons, et nous le mesurons.",
      ],
    },
    {
      id: "waste",
      label: "Que deviennent vos déchets ?",
      says: [
        "Tout va dans la même benne.",
        "Le papier est trié.",
        "Chaque plateau trie et pèse.",
        "Le réemploi passe avant le tri.",
        "Nos chutes servent de matière à d’autres.",
      ],
    },
    {
      id: "purchase",
      label: "Comment achetez-vous ?",
      says: [
        "Au moins cher.",
        "En regardant parfois la provenance.",
        "Avec des critères écrits.",
        "En groupant nos achats avec d’autres.",
        "En coût complet, de la fabrication à la fin de vie.",
      ],
    },
  ],
  advice: [
    {
      upTo: 3,
      title: "Repenser vos plateaux avec un conseil extérieur",
      text: "L’appui conseil peut financer un diagnostic, puis un accompagnement. Il faut plus de 5 salariés.",
      leadsTo: { to: "simulator", slug: "appui-conseil" },
    },
    {
      upTo: 4,
      title: "Chercher à qui vos chutes serviraient",
      text: "Une annonce « je propose » touche toute la communauté.",
      leadsTo: { to: "exchanges" },
    },
  ],
};

const mobility: Dimension = {
  id: "mobility",
  name: "Se déplacer, se nourrir",
  about: "Le quotidien des apprenants et de l’équipe.",
  strength: "Le quotidien a déjà changé chez vous.",
  gap: "Les déplacements et les repas restent à repenser.",
  asks: [
    {
      id: "travel",
      label: "Comment vient-on chez vous ?",
      says: [
        "En voiture, seul.",
        "Nous donnons les horaires des transports.",
        "Covoiturage et vélo sont organisés.",
        "Les horaires et les lieux sont pensés pour.",
        "Nous avons obtenu une ligne ou un service avec le territoire.",
      ],
    },
    {
      id: "meals",
      label: "Que mange-t-on chez vous ?",
      says: [
        "Nous ne nous en occupons pas.",
        "Un choix végétal existe.",
        "Des produits de saison et d’ici, souvent.",
        "Le gaspillage est pesé et baisse.",
        "Les apprenants composent les menus avec des producteurs.",
      ],
    },
    {
      id: "remote",
      label: "Le numérique que vous employez est-il sobre ?",
      says: [
        "Nous n’y avons pas pensé.",
        "Nous gardons le matériel plus longtemps.",
        "Nous achetons reconditionné et allégeons les contenus.",
        "Nous mesurons ce que pèsent nos parcours en ligne.",
        "Nous concevons léger et nous partageons la méthode.",
      ],
    },
  ],
  advice: [
    {
      upTo: 3,
      title: "Voir comment d’autres font",
      text: "Covoiturage, horaires, cantine : des pratiques racontées par ceux qui les tiennent.",
      leadsTo: { to: "practices" },
    },
  ],
};

const inclusion: Dimension = {
  id: "inclusion",
  name: "N’oublier personne",
  about: "Égalité, santé, solidarité.",
  strength: "Personne n’est oublié chez vous.",
  gap: "L’égalité et la santé restent à travailler.",
  asks: [
    {
      id: "equality",
      label: "Agissez-vous pour l’égalité entre les personnes ?",
      says: [
        "Nous respectons la loi.",
        "Une action de sensibilisation.",
        "Des objectifs, par exemple la mixité des métiers.",
        "Des actions suivies avec des associations.",
        "Nos résultats sont publics et s’améliorent.",
      ],
    },
    {
      id: "health",
      label: "Prenez-vous soin de la santé de chacun ?",
      says: [
        "Nous respectons les obligations.",
        "Des affiches, une infirmerie.",
        "Une écoute est organisée.",
        "Des partenaires viennent régulièrement.",
        "Les conditions de travail et d’étude sont revues chaque année avec tous.",
      ],
    },
    {
      id: "territory",
      label: "Êtes-vous utile à votre voisinage ?",
      says: [
        "Nous avons peu de liens.",
        "Une porte ouverte par an.",
        "Des projets avec la commune ou des associations.",
        "Nos lieux et nos machines servent à d’autres.",
        "Nous portons des projets de territoire.",
      ],
    },
  ],
  advice: [
    {
      upTo: 3,
      title: "Trouver des partenaires près de chez vous",
      text: "L’annuaire de la communauté se lit par département et par métier.",
      leadsTo: { to: "actors" },
    },
  ],
};

/** E3D-1: the text sets no scale of sustainable development; this one is the service's own and is not the label's. */
export const sustainabilitySelfAssessment = instrument({
  id: "sustainability",
  slug: "developpement-durable",
  name: "Développement durable",
  invitation: "Faire le point en développement durable",
  summary: "Quinze questions, huit minutes : ce qui est en route chez vous, et qui peut vous aider.",
  provision: "E3D-1",
  scaleNotice: "Cette échelle est proposée par le service. Elle n’est pas celle du label E3D.",
  levels: ["Débuter", "Essayer", "Organiser", "Partager", "Innover"],
  dimensions: [steering, teaching, resources, mobility, inclusion],
});
