import type { Demonstration } from "../../../../demonstration/declared.ts";
import { sessions, transitionsCall } from "./call.ts";
import { LAST_TO_BEGIN } from "./carried.ts";
import { consortium } from "./consortium.ts";
import { answeringProject, ideas, transitionsProject } from "./project.ts";

const interested = "Marin Modèle (personne fictive)";

export const demonstration: Demonstration = {
  scheme: "transitions",
  consortium,
  reviewing: {
    lacks: [{ path: "project.need", message: "Joignez les résultats de l’enquête citée, ou dites où les lire." }],
  },
  calls: {
    last: LAST_TO_BEGIN,
    calls: sessions,
    project: answeringProject,
    answered: [
      { by: 35, to: "submitted", begun: 8 },
      { by: 36, to: "withdrawn", begun: 16, departs: { title: "Des vidéos pour les métiers de bouche" } },
      { by: 37, to: "completion-requested", begun: 17, departs: { title: "Former aux gestes sobres en énergie" } },
      { by: 38, to: "draft", begun: 4, departs: { title: "Un jeu pour parler du littoral", cashPlan: "" } },
    ],
    questions: [
      {
        by: 35,
        body: "Bonjour, je suis directrice d’un centre : peut-on compter le temps passé devant les stagiaires ?",
        told: {
          question: "Peut-on compter le temps passé devant les stagiaires ?",
          answer:
            "Non : le temps en face à face n’est pas compté pour les personnes valorisées en personnel. L’ingénierie et la diffusion le sont.",
        },
      },
      {
        by: 36,
        body: "Notre réponse du FSE+ n’arrivera qu’en février. Pouvons-nous déposer avant ?",
        told: {
          question: "Peut-on déposer avant la réponse du FSE+ ?",
          answer: "Oui. La décision de la Région attendra celle du FSE+ ; rien d’autre ne l’attend.",
        },
      },
      { by: 38, body: "L’accord de partenariat peut-il être signé le jour du dépôt ?" },
    ],
  },
  selection: {
    last: LAST_TO_BEGIN,
    call: transitionsCall,
    projects: ideas.map((idea) => ({
      title: idea.title,
      summary: idea.need,
      // Filed before the other funder answers: that condition is unknown, and only the decision waits for it.
      answers: (of, year) => ({ ...transitionsProject(of, idea, year), selectedForEsf: "" }),
    })),
    specialities: ["societal"],
    experts: [
      { name: "Elias Xpert (personne fictive)", email: "elias@experts.example", specialities: ["digital"] },
      {
        name: "Paule Avis (personne fictive)",
        email: "paule@experts.example",
        specialities: ["ecological", "demographic"],
      },
    ],
    opinion: {
      body: "managing-authority",
      words: "Le projet répond à l’objectif du programme.",
      reserve: "Le coût du prestataire reste à justifier.",
    },
    committee: {
      slug: "comite-de-selection-transitions",
      name: "Comité de sélection, transitions",
      purpose: "Classer les projets des appels « Transitions » et dire ceux qui sont retenus.",
      seats: [
        {
          name: "Gaëlle Gestion (personne fictive)",
          email: "gestion@fse.example",
          body: "Service gestionnaire du FSE+",
        },
        { name: interested, email: "", body: "Réseau des ateliers normands (fictif)" },
        { name: "Salomé Spécimen (personne fictive)", email: "", body: "Université Exemple (fictive)" },
      ],
      interested: { name: interested, reason: "Mon réseau accompagne cette structure." },
    },
  },
};
