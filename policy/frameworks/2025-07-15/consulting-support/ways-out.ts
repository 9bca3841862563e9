/** What can change the answer, for the conditions that a person can act upon. */
export const waysOut: Readonly<Record<string, readonly string[]>> = {
  "CS-1": ["Ajoutez la phase qui manque : un diagnostic partagé et un accompagnement."],
  "CS-2": ["Si vous formez aussi en Normandie, indiquez la commune et le SIRET de ce lieu."],
  "CS-3": ["Si former est votre activité principale sous un autre numéro SIRET, demandez l’aide avec ce numéro."],
  "CS-4": [
    "Une embauche avant le dépôt : revenez alors.",
    "Un doute sur qui compte (apprentis, temps partiel, contrats courts) : demandez à la Région.",
  ],
  "CS-5": ["Un projet vers les personnes en recherche d’emploi suffit : si vous en avez un, changez cette réponse."],
  "CS-6": ["Plusieurs structures peuvent demander ensemble : choisissez la démarche collective."],
  "CS-10": ["Si la prestation n’a pas commencé, corrigez les dates ou cette réponse."],
  "CS-11": ["Attendez que le prestataire ait l’âge demandé, ou choisissez-en un autre : le choix est libre."],
  "CS-12": ["Demandez à votre prestataire de proposer des intervenants plus expérimentés."],
  "CS-13": ["Un autre prestataire, avec les moyens nécessaires, peut être choisi."],
  "CS-14": ["Demandez à votre prestataire de préciser ses champs d’intervention."],
  "CS-15": [
    "Choisissez un prestataire qui réalise lui-même la prestation.",
    "S’il travaille avec un organisme partenaire, signez d’abord le contrat qui lie ce dernier, votre structure et la Région.",
  ],
  "CS-16": ["Demandez à votre prestataire de s’engager à participer aux comités de suivi."],
  "CS-17": ["Demandez à votre prestataire de s’engager à remettre les livrables."],
};
