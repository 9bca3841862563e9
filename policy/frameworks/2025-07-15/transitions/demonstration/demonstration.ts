import type { Demonstration } from "../../../../demonstration/declared.ts";
import { transitionsCall } from "./call.ts";
import { consortium } from "./consortium.ts";
import { ideas, transitionsProject } from "./project.ts";

const interested = "Marin Modèle (personne fictive)";

export const demonstration: Demonstration = {
  scheme: "transitions",
  consortium,
  selection: {
    last: "2027-02-01",
    call: transitionsCall,
    projects: ideas.map((idea) => ({
      title: idea.title,
      summary: idea.need,
      answers: (of, year) => transitionsProject(of, idea, year),
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
