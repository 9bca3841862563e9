const firsts = [
  "Alix",
  "Basile",
  "Cora",
  "Dany",
  "Elio",
  "Fanny",
  "Gaspard",
  "Hélène",
  "Ismaël",
  "Jade",
  "Kim",
  "Léon",
] as const;
const lasts = ["Essai", "Exemple", "Modèle", "Fictif", "Gabarit", "Maquette", "Patron", "Spécimen", "Témoin"] as const;

/** A name that says it is fictional. */
export function fictionalName(n: number): string {
  return `${firsts[n % firsts.length]} ${lasts[Math.floor(n / firsts.length + n) % lasts.length]} (personne fictive)`;
}

/** Who teaches the sessions: a member of the consulting firm, who signs what they see. */
export const demoTrainer = { name: "Théo Formateur (personne fictive)", email: "formateur@formation.example" } as const;
