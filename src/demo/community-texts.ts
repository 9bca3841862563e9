import type { ActorKind } from "#src/community/actors/actor.ts";
import type { Label } from "#src/community/referrals/referral.ts";

/** What the fictional organisations say of themselves. */
export const profilesOf: readonly {
  readonly kind: ActorKind;
  readonly summary: string;
  readonly offers: string;
  readonly seeks: string;
}[] = [
  {
    kind: "training-body",
    summary: "Nous formons aux métiers du bois et de l’écoconstruction, en salle et sur chantier école.",
    offers: "Un atelier bois à partager deux jours par semaine.",
    seeks: "Un retour d’expérience sur le suivi à distance.",
  },
  {
    kind: "training-body",
    summary: "Centre de formation aux métiers de la mer et de la logistique portuaire.",
    offers: "Un simulateur de conduite ouvert aux partenaires.",
    seeks: "",
  },
  {
    kind: "network",
    summary: "Un réseau de structures d’insertion qui mutualisent leurs ingénieries.",
    offers: "Des visites entre pairs, une fois par trimestre.",
    seeks: "Des structures rurales pour un groupe de travail.",
  },
  {
    kind: "edtech",
    summary: "Nous fabriquons des parcours hybrides légers, qui marchent sur un téléphone ordinaire.",
    offers: "Une matinée de prise en main, gratuite, sur place.",
    seeks: "Trois structures pour essayer un nouvel outil de suivi.",
  },
  {
    kind: "prescriber",
    summary: "Nous orientons vers la formation les personnes en recherche d’emploi du bassin.",
    offers: "Une lecture de vos fiches de formation par nos conseillers.",
    seeks: "",
  },
  {
    kind: "research",
    summary: "Un laboratoire qui étudie ce que l’on apprend à distance, et comment.",
    offers: "Un protocole simple pour mesurer un essai.",
    seeks: "Des terrains pour une étude d’un an.",
  },
  {
    kind: "opco",
    summary: "Nous accompagnons les entreprises de la branche dans leurs plans de formation.",
    offers: "",
    seeks: "Des formateurs pour un groupe d’échanges.",
  },
  {
    kind: "training-body",
    summary: "Formations sanitaires et sociales, de l’aide à domicile à l’encadrement.",
    offers: "Une chambre de simulation.",
    seeks: "Des scénarios en réalité virtuelle.",
  },
  {
    kind: "employer",
    summary: "Une coopérative agricole qui accueille des apprentis toute l’année.",
    offers: "Des stages pour des formateurs.",
    seeks: "",
  },
  {
    kind: "training-body",
    summary: "Cours de français et compétences de base, au plus près des villages.",
    offers: "Notre méthode d’accueil des personnes peu à l’aise avec le numérique.",
    seeks: "Un lieu à Mortagne, un jour par semaine.",
  },
  {
    kind: "public-body",
    summary: "Un tiers-lieu communal, avec un atelier et une salle de visioconférence.",
    offers: "Deux salles, le matin.",
    seeks: "",
  },
  {
    kind: "training-body",
    summary: "Un organisme de formation à l’hôtellerie et à la restauration durable.",
    offers: "",
    seeks: "",
  },
];

export const listingsOf: readonly {
  readonly kind: "seek" | "offer";
  readonly title: string;
  readonly body: string;
  readonly daysAgo: number;
  readonly closed: boolean;
  readonly exchange: readonly string[];
}[] = [
  {
    kind: "seek",
    title: "Un retour d’expérience sur un atelier de soudure en réalité virtuelle",
    body: "Nous hésitons à nous équiper. Qu’est-ce qui a marché, qu’est-ce qui n’a servi à rien ?",
    daysAgo: 12,
    closed: false,
    exchange: [
      "Nous avons deux casques depuis un an, venez les essayer.",
      "Avec plaisir. Un mardi matin vous irait-il ?",
      "Mardi en huit, à neuf heures.",
    ],
  },
  {
    kind: "offer",
    title: "Un plateau technique libre le lundi",
    body: "Notre atelier d’électricité est vide le lundi. Nous le prêtons contre l’énergie consommée.",
    daysAgo: 6,
    closed: false,
    exchange: [],
  },
  {
    kind: "seek",
    title: "Une structure avec qui écrire un module sur l’intelligence artificielle",
    body: "Six heures, pour des publics en insertion. Nous avons une trame et un formateur.",
    daysAgo: 15,
    closed: false,
    exchange: [],
  },
  {
    kind: "offer",
    title: "Nos supports pour accueillir des personnes peu lectrices",
    body: "Pictogrammes, consignes audio, déroulé de la première journée. À reprendre librement.",
    daysAgo: 24,
    closed: false,
    exchange: ["Merci ! Pouvons-nous les traduire ?", "Bien sûr, renvoyez-nous la traduction."],
  },
  {
    kind: "seek",
    title: "Du mobilier de récupération pour un espace de pause",
    body: "Tables, chaises, étagères : nous venons les chercher.",
    daysAgo: 80,
    closed: true,
    exchange: ["Nous changeons nos tables en mai.", "Parfait, nous passerons."],
  },
  {
    kind: "seek",
    title: "Quelqu’un qui a déjà équipé un bus de formation",
    body: "Pour aller dans les communes sans transport. Quels coûts, quelles autorisations ?",
    daysAgo: 9,
    closed: false,
    exchange: [],
  },
];

interface ToldPractice {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly themes: readonly string[];
  /** Whether a film shows it. */
  readonly filmed?: true;
  readonly daysAgo: number;
  readonly stage: "draft" | "submitted" | "appealed" | "published";
  readonly comments: readonly string[];
  readonly refusal: string;
  readonly appeal: string;
}

const published = { stage: "published", comments: [], refusal: "", appeal: "" } as const;

export const practicesOf: readonly ToldPractice[] = [
  {
    ...published,
    title: "Un point de dix minutes, chaque lundi, avec chaque stagiaire à distance",
    summary:
      "Nous avons remplacé les relances par un rendez-vous court et régulier. Deux fois moins d’abandons en six mois.",
    body: "Les stagiaires à distance disparaissaient sans rien dire.\n\nChaque formateur appelle maintenant ses stagiaires le lundi, dix minutes, toujours à la même heure. On note trois choses : ce qui est fait, ce qui bloque, ce qui vient.\n\nCela prend une demi-journée par semaine pour douze personnes. Le plus difficile a été de tenir l’heure.",
    themes: ["hybrid", "support"],
    daysAgo: 200,
    comments: [
      "Nous avons repris l’idée avec un créneau le jeudi : même effet.",
      "Comment faites-vous pendant les vacances ?",
    ],
  },
  {
    ...published,
    title: "Des sous-titres pour toutes nos vidéos, faits par les stagiaires",
    summary: "Chaque groupe relit les sous-titres d’une vidéo. L’accessibilité devient un exercice de français.",
    body: "Nos vidéos n’étaient pas sous-titrées, faute de temps.\n\nUn outil libre fait un premier jet ; les stagiaires le corrigent par deux, un quart d’heure par semaine.\n\nTrente vidéos en un trimestre, et des stagiaires qui relisent mieux.",
    themes: ["access"],
    filmed: true,
    daysAgo: 150,
    comments: ["Très belle idée."],
  },
  {
    ...published,
    title: "Peser les chutes de l’atelier bois",
    summary: "Une balance et un tableau au mur : les chutes ont baissé d’un tiers, et le reste part en marqueterie.",
    body: "Nous jetions sans savoir combien.\n\nChaque équipe pèse ses chutes en fin de journée et l’écrit au tableau. Les plus grandes sont gardées pour la marqueterie, les autres chauffent l’atelier voisin.\n\nCoût : une balance. Temps : deux minutes.",
    themes: ["sustainability"],
    daysAgo: 110,
    comments: [],
  },
  {
    ...published,
    title: "Un module commun écrit à trois structures",
    summary:
      "Trois organismes ont écrit un seul module sur les gestes numériques de base, et l’améliorent chaque année.",
    body: "Chacun avait le sien, aucun n’était à jour.\n\nNous nous sommes vus quatre matinées. Le module est sous licence libre ; une structure en garde la version de référence, à tour de rôle.\n\nLe plus utile : avoir décidé ensemble ce que l’on n’y mettrait pas.",
    themes: ["partnership", "hybrid"],
    daysAgo: 70,
    comments: ["Où peut-on le lire ?"],
  },
  {
    ...published,
    title: "Ce que nous demandons, et ne demandons pas, à l’intelligence artificielle",
    summary: "Une page de règles écrites avec les stagiaires, affichée en salle et relue tous les six mois.",
    body: "Chacun s’en servait en cachette.\n\nNous avons écrit une page avec les stagiaires : ce qui est permis, ce qui ne l’est pas, ce que l’on dit quand on s’en est servi.\n\nElle tient en neuf lignes.",
    themes: ["artificial-intelligence"],
    daysAgo: 35,
    comments: [],
  },
  {
    ...published,
    title: "Former nos tuteurs d’entreprise en quatre messages",
    summary: "Quatre courts messages audio, un par semaine, avant l’arrivée de l’apprenti.",
    body: "Les tuteurs n’ont pas le temps de venir.\n\nNous leur envoyons quatre messages de trois minutes. Ils répondent par la voix.\n\nHuit sur dix les écoutent jusqu’au bout.",
    themes: ["support", "partnership"],
    daysAgo: 4,
    stage: "submitted",
  },
  {
    ...published,
    title: "Notre nouvelle salle",
    summary: "Nous avons une nouvelle salle, équipée d’écrans.",
    body: "La salle est belle et tout le monde en est content.",
    themes: ["organisation"],
    daysAgo: 10,
    stage: "appealed",
    refusal:
      "On ne voit pas encore ce que d’autres pourraient en reprendre : racontez ce qui a changé dans la façon d’apprendre.",
    appeal: "La salle a été dessinée avec les stagiaires, ce que le texte ne disait pas assez. Nous pouvons l’ajouter.",
  },
  {
    ...published,
    title: "Un accueil du soir",
    summary: "Un essai d’ouverture en soirée, une fois par mois.",
    body: "À écrire avec l’équipe.",
    themes: ["organisation"],
    daysAgo: 2,
    stage: "draft",
  },
];

export const referralsOf: readonly {
  readonly need: string;
  readonly daysAgo: number;
  readonly stage: "received" | "taken-up" | "answered" | "closed" | "withdrawn";
  readonly answer: string;
  readonly outcome: string;
  readonly label: Label | null;
}[] = [
  {
    need: "Nous voulons baisser la consommation de nos plateaux et y associer les stagiaires. Par où commencer ?",
    daysAgo: 210,
    stage: "closed",
    answer: "Une visite est prévue avec un conseiller, puis un atelier d’une demi-journée avec l’équipe.",
    outcome: "Un plan d’action de huit mesures, dont trois menées par les stagiaires.",
    label: null,
  },
  {
    need: "Notre équipe voudrait un regard extérieur sur la cantine et les déplacements.",
    daysAgo: 25,
    stage: "answered",
    answer: "Deux structures voisines ont mené cette démarche : je vous mets en relation, et je viens en juin.",
    outcome: "",
    label: { level: 1, obtainedOn: "2024-09-01", endsOn: "2029-08-31" },
  },
  {
    need: "Comment préparer le renouvellement de notre label ?",
    daysAgo: 12,
    stage: "taken-up",
    answer: "",
    outcome: "",
    label: { level: 2, obtainedOn: "2022-02-01", endsOn: "2027-01-31" },
  },
  {
    need: "Nous ouvrons un jardin pédagogique et cherchons des partenaires.",
    daysAgo: 19,
    stage: "received",
    answer: "",
    outcome: "",
    label: null,
  },
  {
    need: "Une première rencontre, pour comprendre ce que le service propose.",
    daysAgo: 3,
    stage: "received",
    answer: "",
    outcome: "",
    label: null,
  },
  { need: "Un audit énergétique.", daysAgo: 60, stage: "withdrawn", answer: "", outcome: "", label: null },
];

export const lettersOf = {
  title: "Six mois de communauté : ce qui s’y est raconté",
  introduction: "Des pratiques à reprendre, des annonces à lire, et de nouveaux visages. Bonne lecture.",
};
