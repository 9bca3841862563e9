import type { FormFields } from "#src/platform/http/forms.ts";

/** An event of the demonstration, as an organiser types it, and what becomes of it. */
export interface DemoEvent {
  /** Days from today; before, when negative. */
  readonly days: number;
  readonly typed: FormFields;
  readonly people: number;
  readonly state?: "draft" | "moved";
  readonly ideas?: readonly string[];
  /** How many requests for aid are born there. */
  readonly born?: number;
  /** Who speaks there and who keeps its door, by the address of their account. */
  readonly crew?: readonly { readonly part: "speaker" | "keeper"; readonly name: string; readonly email: string }[];
  /** Comes after the last event that had ideas. */
  readonly follows?: true;
}

const common: FormFields = {
  contact: "agenda@region.example",
  organisateur: "Réseau des ateliers normands (fictif), avec la Région",
  acces:
    "La salle est de plain-pied, une boucle magnétique est installée. Dites ce qu’il vous faut en vous inscrivant.",
  "seance.0.debut": "9 h 30",
  "seance.0.fin": "16 h 30",
};

const repair: FormFields = {
  ...common,
  titre: "Réparer, réemployer, former",
  genre: "conference",
  resume:
    "Une journée pour que les structures de formation, les ateliers de réparation et les entreprises qui recrutent trouvent ensemble les modules qui manquent.",
  probleme: "Les ateliers de réparation cherchent des personnes formées ; peu de modules existent.",
  axe: "innovate",
  transitions: ["ecological"],
  "public.0.nom": "Structures de formation",
  "public.0.places": "18",
  "public.1.nom": "Entreprises et prescripteurs",
  "public.1.places": "12",
  "programme.0.heure": "9 h 30",
  "programme.0.titre": "Ce que disent les ateliers",
  "programme.0.intervenants": "Ines Imaginaire, Octave Exemple (personnes fictives)",
  "programme.1.heure": "10 h 45",
  "programme.1.salle": "Salle 1",
  "programme.1.titre": "Former à la réparation du vélo, retour de douze séances",
  "programme.2.heure": "10 h 45",
  "programme.2.salle": "Salle 2",
  "programme.2.titre": "Le réemploi dans le bâtiment, quels métiers ?",
  "programme.3.heure": "14 h",
  "programme.3.titre": "Tables des idées : chacun dit ce qu’il cherche ou propose",
  "programme.4.heure": "16 h",
  "programme.4.titre": "Ce que l’on fait ensuite, et avec qui",
};

const ideas = [
  "Un module court sur la réparation du vélo",
  "Une banque de pièces partagée entre plateaux techniques",
  "Cherche une entreprise du bâtiment pour un chantier école",
  "Filmer les gestes pour les revoir à distance",
  "Des badges pour dire les savoir-faire du réemploi",
  "Cherche un formateur en soudure pour deux jours",
];

/** In the order of time: a year behind, three months ahead. */
export const demoEvents: readonly DemoEvent[] = [
  {
    days: -300,
    people: 14,
    ideas: ["Accueillir autrement les publics éloignés du numérique", "Un prêt de matériel entre structures"],
    born: 1,
    typed: {
      ...common,
      titre: "Le numérique pour tous les apprenants",
      genre: "meeting",
      resume: "Partager ce qui marche pour les apprenants loin du numérique.",
      probleme: "Un apprenant sur cinq abandonne devant la plateforme.",
      transitions: ["digital"],
      lieu: "Espace des deux rives (lieu fictif)",
      commune: "Rouen",
      "public.0.places": "30",
    },
  },
  {
    days: -170,
    people: 20,
    ideas,
    born: 3,
    typed: {
      ...repair,
      titre: "Réparer, réemployer, former : première édition",
      lieu: "Quai des savoirs (lieu fictif)",
      commune: "Le Havre",
    },
  },
  {
    days: -60,
    people: 9,
    typed: {
      ...common,
      titre: "Demander une aide, pas à pas : l’été",
      genre: "workshop",
      resume: "Une heure en ligne pour préparer sa première demande.",
      distance: "oui",
      lien: "https://visio.example/atelier",
      "seance.0.debut": "11 h",
      "seance.0.fin": "12 h",
    },
  },
  {
    days: 6,
    people: 24,
    follows: true,
    crew: [
      { part: "speaker", name: "Agathe Réseau (personne fictive)", email: "network@formation.example" },
      { part: "keeper", name: "Lise Lecture (personne fictive)", email: "lecture.0@formation.example" },
    ],
    typed: {
      ...repair,
      lieu: "Maison des métiers (lieu fictif)",
      adresse: "12 rue de la Marée",
      commune: "Caen",
      distance: "oui",
      lien: "https://visio.example/matin",
    },
  },
  {
    days: 9,
    people: 5,
    typed: {
      ...common,
      titre: "Questions et réponses sur l’appel Transitions",
      genre: "questions",
      resume: "Une heure pour poser vos questions avant de déposer.",
      distance: "oui",
      lien: "https://visio.example/questions",
      "seance.0.debut": "14 h",
      "seance.0.fin": "15 h",
    },
  },
  {
    days: 13,
    people: 3,
    typed: {
      ...common,
      titre: "Demander une aide, pas à pas",
      genre: "workshop",
      resume: "Une heure en ligne pour préparer sa première demande.",
      distance: "oui",
      lien: "https://visio.example/atelier",
      "seance.0.debut": "11 h",
      "seance.0.fin": "12 h",
    },
  },
  {
    days: 15,
    people: 4,
    typed: {
      ...common,
      titre: "Petit déjeuner des formateurs de l’Orne",
      genre: "meeting",
      resume: "Ce que chacun fait du suivi à distance, ce qu’il cherche, et une idée à emporter.",
      transitions: ["digital"],
      metiers: ["trainer"],
      lieu: "Café des forges (lieu fictif)",
      commune: "Argentan",
      "public.0.places": "22",
      "seance.0.debut": "8 h 30",
      "seance.0.fin": "10 h",
    },
  },
  {
    days: 20,
    people: 6,
    state: "moved",
    typed: {
      ...common,
      titre: "Visite d’un plateau technique qui économise l’énergie",
      genre: "visit",
      resume: "Voir comment un atelier a réduit d’un tiers sa consommation.",
      transitions: ["ecological"],
      lieu: "Plateau du Perche (lieu fictif)",
      commune: "Mortagne-au-Perche",
      "public.0.places": "15",
    },
  },
  {
    days: 75,
    people: 0,
    state: "draft",
    typed: {
      ...common,
      titre: "Défi d’idées : apprendre près de chez soi",
      genre: "challenge",
      resume: "Deux jours, douze équipes, des idées pour former loin des villes.",
      transitions: ["societal", "demographic"],
      lieu: "Halle aux grains (lieu fictif)",
      commune: "27300 Bernay",
    },
  },
];
