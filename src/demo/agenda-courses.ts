import type { NewNeed } from "#src/agenda/training/year/needs.ts";
import type { FormFields } from "#src/platform/http/forms.ts";

/** How the hours of a session fall: a day, two days that follow, two mornings at a week's distance. */
export type Pace = "day" | "two-days" | "mornings";

/** Its sessions: days from today, commune ("" at a distance), how many register. */
type DemoSession = readonly [days: number, commune: string, people: number];

export interface DemoCourse {
  readonly typed: FormFields;
  readonly pace: Pace;
  /** The transitions that its sessions help: a self-assessment leads to them. */
  readonly transitions: readonly string[];
  /** The need, said by a network, that it answers. */
  readonly need?: NewNeed;
  readonly sessions: readonly DemoSession[];
}

const paces: Readonly<Record<Pace, FormFields>> = {
  day: { heures: "7", rythme: "Une journée, de 9 h à 17 h." },
  "two-days": { heures: "14", rythme: "Deux journées qui se suivent, de 9 h à 17 h." },
  mornings: { heures: "7", rythme: "Deux matinées à une semaine d’écart : on essaie entre les deux." },
};

/** What a course of the programme says unless it says otherwise: for who works in a structure, at no charge. */
const usual: FormFields = {
  enseignement: "0",
  parcours: "1",
  niveau: "1",
  public: "83056",
  alternance: "Sans alternance",
  "prise-en-charge": "oui",
  formateur: "Cabinet Exemple 1 (fictif)",
};

function course(
  pace: Pace,
  transition: string,
  typed: FormFields,
  rest: Pick<DemoCourse, "need" | "sessions">,
): DemoCourse {
  return { pace, transitions: [transition], typed: { ...usual, ...paces[pace], ...typed }, ...rest };
}

/** This year's programme, as its operator types it. */
export const demoCourses: readonly DemoCourse[] = [
  course(
    "day",
    "digital",
    {
      titre: "Accueillir un public éloigné du numérique",
      objectif:
        "Savoir accueillir une personne que l’écran arrête : repérer ce qui la gêne sans la mettre en défaut, l’aider à faire elle-même, et lui offrir une autre voie quand il le faut.",
      resultats:
        "Mener un premier échange de dix minutes sans ordinateur, remplir un formulaire avec la personne, et l’orienter vers un lieu d’aide près de chez elle.",
      contenu:
        "Ce qui se cache derrière « je n’ai pas mes lunettes ».\nTrois jeux de rôle filmés, puis relus ensemble.\nLa fiche d’accueil en facile à lire, écrite pour sa propre structure.\nLa carte des lieux d’aide du département.",
      metiers: ["reception", "guidance"],
      conditions: "Recevoir du public, même à temps partiel.",
      formacode: "44586, 44542",
      nsf: "332, 333",
      rome: "M1601, K1801",
      complements:
        "Les plans de compétences des OPCO forment à l’outil bureautique ; ici, on forme à la relation avec qui ne s’en sert pas.",
    },
    {
      need: {
        title: "Accueillir ceux que l’écran éloigne",
        said: "À l’accueil, une personne sur cinq n’ose pas dire qu’elle ne sait pas remplir un formulaire en ligne.",
        audience: ["reception", "guidance"],
        persons: 60,
      },
      sessions: [
        [-120, "Alençon", 8],
        [4, "Alençon", 10],
        [52, "Cherbourg-en-Cotentin", 3],
      ],
    },
  ),
  course(
    "day",
    "digital",
    {
      titre: "Concevoir un module hybride",
      objectif:
        "Savoir bâtir un module qui alterne présence et distance, et choisir ce qui se fait mieux ensemble, seul, ou à plusieurs à distance.",
      resultats:
        "Un module de deux heures écrit pendant la journée, son déroulé minuté, et la grille qui dit comment on saura qu’il marche.",
      contenu:
        "Le déroulé d’un module que l’on donne déjà, découpé en gestes d’apprendre.\nCe que la distance change : le rythme, la consigne, la trace.\nUne activité écrite, essayée par un voisin, puis corrigée.\nLe suivi de qui décroche.",
      metiers: ["trainer"],
      enseignement: "2",
      conditions: "Venir avec un module que l’on donne déjà.",
      formacode: "44586",
      nsf: "333",
      rome: "K2111",
      complements:
        "Les OPCO financent la prise en main des plateformes ; ce cours porte sur l’écriture du module, quelle que soit la plateforme.",
    },
    {
      sessions: [
        [-75, "Rouen", 9],
        [10, "Rouen", 8],
        [40, "Caen", 2],
      ],
    },
  ),
  course(
    "two-days",
    "societal",
    {
      titre: "Handicap : adapter sa formation",
      objectif:
        "Savoir adapter un parcours à une personne en situation de handicap, avec elle, sans attendre un équipement ni un diagnostic.",
      resultats:
        "Conduire l’entretien qui cherche l’aménagement, en écrire le plan avec la personne, et revoir un support pour qu’un lecteur d’écran le lise.",
      contenu:
        "Le cadre : ce que la loi demande à l’organisme, le rôle du référent.\nÉcouter ce qui gêne avant de proposer.\nDouze aménagements qui ne coûtent rien.\nUn support de cours repris : titres, contrastes, images décrites, sous-titres.",
      conditions: "Ouvert à tous les métiers ; un binôme formateur et référent handicap est bienvenu.",
      formacode: "44586, 44542",
      nsf: "333, 332",
      rome: "K2111, K2101",
      complements: "Complète les modules de sensibilisation d’une heure que plusieurs OPCO proposent en ligne.",
    },
    {
      need: {
        title: "Adapter un parcours sans attendre",
        said: "Les formateurs demandent des gestes simples, à essayer dès le lendemain.",
        audience: [],
        persons: 120,
      },
      sessions: [
        [-160, "Évreux", 10],
        [14, "Saint-Lô", 14],
      ],
    },
  ),
  course(
    "mornings",
    "digital",
    {
      titre: "L’intelligence artificielle pour préparer ses cours",
      objectif:
        "Savoir s’en servir pour préparer une séance, savoir quand s’en passer, et savoir le dire aux apprenants.",
      resultats:
        "Une séance préparée avec un assistant, relue et corrigée ; une règle d’usage écrite pour sa structure ; ce que l’on ne lui confie jamais.",
      contenu:
        "Ce que fait un modèle de langue, sans formule.\nPréparer : exercices à trois niveaux, consignes, corrigés à vérifier.\nLes erreurs qu’il faut savoir voir.\nDonnées personnelles, droits d’auteur, consommation : les limites.",
      metiers: ["trainer", "engineering"],
      enseignement: "1",
      conditions: "Un ordinateur, une connexion ; aucun compte payant.",
      formacode: "44586",
      nsf: "333, 326t",
      rome: "K2111, K2102",
      complements: "Les plans de compétences des OPCO forment à l’outil ; ici, on forme à la façon de s’en servir.",
    },
    {
      sessions: [
        [-45, "", 11],
        [17, "", 6],
      ],
    },
  ),
  course(
    "day",
    "ecological",
    {
      titre: "Sobriété : mesurer et réduire l’énergie d’un plateau technique",
      objectif: "Savoir lire ce que consomme un atelier de formation, et décider de ce que l’on change d’abord.",
      resultats:
        "Un relevé fait sur un vrai plateau, les trois postes qui pèsent le plus, et un plan de six mois avec ce qu’il rapporte.",
      contenu:
        "Lire une facture et une courbe de charge.\nLe tour du plateau : machines, air comprimé, chauffage, veille.\nFaire participer les apprenants aux relevés.\nCe qui se finance, et par qui.",
      metiers: ["management", "technical"],
      conditions: "Venir avec une année de factures d’énergie.",
      formacode: "44586",
      nsf: "227, 230",
      rome: "K2111, M1402",
    },
    {
      sessions: [
        [-210, "Le Havre", 7],
        [24, "Argentan", 5],
      ],
    },
  ),
  course(
    "day",
    "societal",
    {
      titre: "Tenir ses preuves : la qualité au quotidien",
      objectif:
        "Savoir garder, au fil des jours, les preuves qu’un audit de certification demande, sans y passer ses soirées.",
      resultats:
        "Un classement par indicateur prêt à l’emploi, et les quatre preuves à saisir au moment où elles naissent.",
      contenu:
        "Les indicateurs, dits en gestes de travail.\nQui garde quoi, où, combien de temps.\nLes données personnelles dans les preuves.\nUne heure d’audit blanc, à deux.",
      metiers: ["administration", "management"],
      formacode: "44586",
      nsf: "310, 324",
      rome: "M1402, M1607",
      complements:
        "Les OPCO financent la préparation de l’audit ; ce cours porte sur ce qui se fait entre deux audits.",
    },
    {
      sessions: [
        [-95, "Caen", 9],
        [31, "Rouen", 4],
      ],
    },
  ),
  course(
    "mornings",
    "demographic",
    {
      titre: "Prévenir les ruptures de parcours",
      objectif: "Savoir reconnaître les signes d’un départ, en parler à temps, et agir avec les autres acteurs.",
      resultats:
        "Une grille de veille courte, deux façons d’ouvrir la discussion, et le réseau à appeler, avec ses délais.",
      contenu:
        "Vingt départs relus : ce que l’on aurait pu voir.\nL’entretien qui écoute.\nTransport, logement, garde d’enfants, argent : à qui s’adresser.\nCe que l’on écrit, et ce que l’on n’écrit pas.",
      metiers: ["guidance", "trainer"],
      enseignement: "2",
      formacode: "44586, 44542",
      nsf: "332",
      rome: "K1801, K2112",
    },
    {
      sessions: [
        [-25, "Lisieux", 8],
        [45, "Dieppe", 3],
      ],
    },
  ),
];

/** What last year's programme held: it is closed, its figures stand beside this year's. */
export const lastYearsCourses: readonly DemoCourse[] = [
  course(
    "day",
    "digital",
    {
      titre: "Faire vivre une classe à distance",
      objectif: "Savoir animer une heure à distance où chacun parle, écrit ou montre au moins une fois.",
      resultats: "Une heure préparée, donnée devant les autres, puis reprise avec leurs retours.",
      contenu:
        "Ouvrir, relancer, conclure.\nLa caméra éteinte n’est pas une absence.\nLes outils libres qui suffisent.",
      metiers: ["trainer"],
      enseignement: "2",
      formacode: "44586",
      nsf: "333",
      rome: "K2111",
    },
    {
      sessions: [
        [-362, "Caen", 7],
        [-348, "Rouen", 6],
      ],
    },
  ),
];
