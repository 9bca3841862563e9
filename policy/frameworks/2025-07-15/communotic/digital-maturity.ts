import { type Dimension, instrument } from "../../../engine/questions/instrument.ts";

const consulting = { to: "simulator", slug: "appui-conseil" } as const;
const training = { to: "scheme", slug: "professionnalisation" } as const;

const courses: Dimension = {
  id: "courses",
  name: "Préparer ses cours",
  about: "En ligne et en salle.",
  strength: "Vous organisez bien vos cours.",
  gap: "La préparation des cours reste à construire.",
  asks: [
    {
      id: "online",
      label: "Vos cours existent-ils en ligne ?",
      says: [
        "Non, tout se passe en salle.",
        "Quelques documents sont mis en ligne.",
        "Plusieurs parcours mêlent la salle et le distant, suivant un plan.",
        "La plupart des parcours sont hybrides et partagés entre collègues.",
        "Nous en inventons de nouvelles formes, que d’autres reprennent.",
      ],
    },
    {
      id: "design",
      label: "Comment un cours numérique est-il conçu ?",
      says: [
        "Il n’y en a pas encore.",
        "Chacun fait comme il peut, avec ses outils.",
        "Une méthode commune existe : objectifs, activités, évaluation.",
        "Une équipe conçoit, relit et améliore ensemble.",
        "Nous concevons avec les apprenants et nous mesurons ce qui marche.",
      ],
    },
    {
      id: "reuse",
      label: "Vos ressources servent-elles plusieurs fois ?",
      says: [
        "Elles restent dans le cartable de chacun.",
        "Elles circulent par courriel.",
        "Elles sont rangées au même endroit et retrouvées facilement.",
        "Elles sont partagées avec d’autres structures.",
        "Elles sont publiées sous licence libre et reprises ailleurs.",
      ],
    },
  ],
  advice: [
    {
      upTo: 2,
      title: "Former deux personnes à la conception de parcours hybrides",
      text: "Le programme de professionnalisation s’adresse aux équipes qui débutent.",
      leadsTo: training,
    },
    {
      upTo: 4,
      title: "Voir comment d’autres font",
      text: "Des structures normandes racontent un parcours entier : ce qui a marché, ce qui a coincé.",
      leadsTo: { to: "practices" },
    },
  ],
};

const support: Dimension = {
  id: "support",
  name: "Accompagner à distance",
  about: "Suivre, encourager, évaluer.",
  strength: "Vous savez accompagner à distance.",
  gap: "Le suivi à distance reste à construire.",
  asks: [
    {
      id: "follow",
      label: "Comment suivez-vous quelqu’un qui apprend à distance ?",
      says: [
        "Nous ne le suivons pas encore.",
        "Nous appelons quand quelque chose ne va pas.",
        "Des points réguliers sont prévus et notés.",
        "L’équipe voit les progrès de chacun et se relaie.",
        "Les signes de décrochage alertent, et nous vérifions qu’ils disent vrai.",
      ],
    },
    {
      id: "encourage",
      label: "Comment les apprenants s’entraident-ils en ligne ?",
      says: [
        "Ils n’en ont pas l’occasion.",
        "Un groupe de messages s’est créé tout seul.",
        "Des travaux à plusieurs sont prévus dans le parcours.",
        "Une communauté animée dure au-delà de la formation.",
        "Les anciens accompagnent les nouveaux, et cela se voit dans les résultats.",
      ],
    },
    {
      id: "assess",
      label: "Comment évaluez-vous à distance ?",
      says: [
        "Nous n’évaluons qu’en salle.",
        "Quelques questionnaires en ligne.",
        "Des évaluations variées, avec un retour à chacun.",
        "Les compétences sont prouvées par des réalisations, relues à plusieurs.",
        "Les apprenants construisent leurs preuves et les font reconnaître (badges, portfolio).",
      ],
    },
  ],
  advice: [
    {
      upTo: 2,
      title: "Former deux personnes au suivi à distance",
      text: "Suivre, encourager, évaluer : des formations courtes pour les équipes.",
      leadsTo: training,
    },
    {
      upTo: 3,
      title: "Demander conseil à une structure voisine",
      text: "Dites ce que vous cherchez : une autre structure l’a peut-être déjà fait.",
      leadsTo: { to: "exchanges" },
    },
  ],
};

const team: Dimension = {
  id: "team",
  name: "Compétences de l’équipe",
  about: "À l’aise, formée, entraidée.",
  strength: "Votre équipe avance ensemble.",
  gap: "Les compétences de l’équipe restent à renforcer.",
  asks: [
    {
      id: "ease",
      label: "L’équipe est-elle à l’aise avec ses outils ?",
      says: [
        "Une personne s’y connaît, les autres évitent.",
        "La plupart font l’essentiel.",
        "Chacun est autonome et sait à qui demander.",
        "L’équipe aide les apprenants et les partenaires.",
        "Elle essaie, documente et forme au-delà de la structure.",
      ],
    },
    {
      id: "training",
      label: "Comment l’équipe se forme-t-elle au numérique ?",
      says: [
        "Elle ne s’y forme pas.",
        "Au gré des occasions.",
        "Un plan de formation le prévoit chaque année.",
        "Des temps réguliers, entre collègues et avec d’autres structures.",
        "La recherche et les essais font partie du métier.",
      ],
    },
    {
      id: "time",
      label: "Du temps est-il prévu pour préparer et essayer ?",
      says: [
        "Non.",
        "Parfois, pour un projet.",
        "Oui, il est compté dans les plannings.",
        "Oui, avec un référent qui anime.",
        "Oui, et ce temps produit des ressources que d’autres reprennent.",
      ],
    },
  ],
  advice: [
    {
      upTo: 3,
      title: "Construire un plan avec un conseil extérieur",
      text: "L’appui conseil peut financer un diagnostic, puis un accompagnement. Il faut plus de 5 salariés.",
      leadsTo: consulting,
    },
    {
      upTo: 5,
      title: "Proposer votre aide",
      text: "Vos savoir-faire manquent à d’autres : dites ce que vous proposez.",
      leadsTo: { to: "exchanges" },
    },
  ],
};

const tools: Dimension = {
  id: "tools",
  name: "Outils et données",
  about: "Choisis, sûrs, bien rangés.",
  strength: "Vos outils sont choisis et sûrs.",
  gap: "Les outils et les données restent à mettre en ordre.",
  asks: [
    {
      id: "choice",
      label: "Comment choisissez-vous vos outils ?",
      says: [
        "Chacun prend ce qu’il trouve.",
        "Par habitude, ou parce que c’est gratuit.",
        "D’après des besoins écrits et des essais.",
        "Avec d’autres structures, pour partager les coûts et l’expérience.",
        "Nous contribuons à des outils libres.",
      ],
    },
    {
      id: "safety",
      label: "Vos données sont-elles protégées ?",
      says: [
        "Nous ne savons pas où elles sont.",
        "Il y a des mots de passe et quelques sauvegardes.",
        "Les sauvegardes sont essayées, les accès sont tenus à jour.",
        "Les règles sur les données personnelles sont connues et suivies.",
        "Nous nous exerçons à une attaque et nous aidons d’autres à s’y préparer.",
      ],
    },
    {
      id: "use",
      label: "Vos données vous aident-elles à décider ?",
      says: [
        "Non.",
        "Nous comptons pour remplir des bilans.",
        "Un tableau suit l’essentiel chaque mois.",
        "L’équipe en parle et change ses pratiques.",
        "Nous les rapprochons de celles du territoire, en respectant la vie privée.",
      ],
    },
  ],
  advice: [
    {
      upTo: 2,
      title: "Faire l’état des lieux avec un conseil extérieur",
      text: "L’appui conseil peut financer un diagnostic de quelques jours. Il faut plus de 5 salariés.",
      leadsTo: consulting,
    },
    {
      upTo: 4,
      title: "Rencontrer des entreprises du numérique éducatif",
      text: "L’annuaire dit qui propose quoi près de chez vous.",
      leadsTo: { to: "actors" },
    },
  ],
};

const access: Dimension = {
  id: "access",
  name: "Accessibilité",
  about: "Tous peuvent suivre.",
  strength: "Chacun peut suivre chez vous.",
  gap: "L’accès de tous reste à assurer.",
  asks: [
    {
      id: "disability",
      label: "Une personne handicapée peut-elle suivre vos parcours en ligne ?",
      says: [
        "Nous ne l’avons pas vérifié.",
        "Nous adaptons quand quelqu’un le demande.",
        "Les contenus suivent des règles : titres, sous-titres, contrastes.",
        "Ils sont essayés par les personnes concernées.",
        "L’accessibilité guide la conception, et nous partageons nos modèles.",
      ],
    },
    {
      id: "equipment",
      label: "Et une personne sans ordinateur, ou mal connectée ?",
      says: [
        "Elle ne peut pas suivre.",
        "Elle vient dans nos locaux.",
        "Nous prêtons du matériel et des contenus légers existent.",
        "Des lieux proches sont prévus avec des partenaires.",
        "Les parcours marchent sur un téléphone ordinaire, même hors connexion.",
      ],
    },
    {
      id: "ease",
      label: "Et une personne peu à l’aise avec le numérique ?",
      says: [
        "Elle se débrouille.",
        "Un formateur l’aide s’il a le temps.",
        "Un premier temps lui apprend à se servir des outils.",
        "Un suivi dure tout le parcours.",
        "Les outils eux-mêmes sont refaits avec ces personnes.",
      ],
    },
  ],
  advice: [
    {
      upTo: 2,
      title: "Chercher qui a déjà adapté un parcours",
      text: "Une annonce « je cherche » touche toute la communauté, sans montrer votre adresse.",
      leadsTo: { to: "exchanges" },
    },
    {
      upTo: 4,
      title: "Former l’équipe à l’accessibilité",
      text: "Le programme de professionnalisation couvre l’accueil de tous les publics.",
      leadsTo: training,
    },
  ],
};

const research: Dimension = {
  id: "research",
  name: "Chercher et essayer",
  about: "Intelligence artificielle, réalité virtuelle, preuve numérique.",
  strength: "Vous essayez ce qui vient.",
  gap: "La recherche et les essais restent à lancer.",
  asks: [
    {
      id: "watch",
      label: "Suivez-vous ce qui se fait ailleurs ?",
      says: [
        "Non, le temps manque.",
        "Quelqu’un lit et raconte.",
        "Une veille partagée existe.",
        "Nous visitons, invitons et comparons.",
        "Nous publions ce que nous apprenons.",
      ],
    },
    {
      id: "try",
      label: "Essayez-vous des techniques nouvelles (intelligence artificielle, réalité virtuelle, chaîne de blocs) ?",
      says: [
        "Non.",
        "Une personne a essayé de son côté.",
        "Un essai a été mené, avec un bilan.",
        "Plusieurs essais, avec des règles d’usage écrites.",
        "Des projets de recherche avec des partenaires.",
      ],
    },
    {
      id: "measure",
      label: "Savez-vous si un essai a servi ?",
      says: [
        "Il n’y a pas eu d’essai.",
        "On en parle entre nous.",
        "Un bilan dit ce que les apprenants en pensent.",
        "On mesure ce qu’ils ont appris.",
        "On mesure ce qui change dans leur parcours, et on le fait savoir.",
      ],
    },
  ],
  advice: [
    {
      upTo: 2,
      title: "Voir ce que d’autres ont essayé",
      text: "Des pratiques racontées simplement, avec ce qu’elles ont coûté en temps.",
      leadsTo: { to: "practices" },
    },
    {
      upTo: 5,
      title: "Monter un projet de transformation",
      text: "Le dispositif « transitions » soutient l’expérimentation pédagogique, en complément du FSE+.",
      leadsTo: { to: "scheme", slug: "transitions" },
    },
  ],
};

/** COM-3, D-26: the text asks to fit each one's maturity and sets no scale; this one is the service's own. */
export const digitalMaturity = instrument({
  id: "digital-maturity",
  slug: "maturite",
  name: "Maturité numérique",
  invitation: "Faire le point en numérique",
  summary: "Dix-huit questions, dix minutes : où en est votre structure, et par où continuer.",
  provision: "COM-3",
  scaleNotice: "Cette échelle est proposée par le service : le texte voté n’en fixe aucune.",
  levels: ["Débuter", "Essayer", "Organiser", "Partager", "Innover"],
  dimensions: [courses, support, team, tools, access, research],
});
