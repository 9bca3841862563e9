/** All the staff of the structures (PR-3), not trainers alone. */
export const jobFamilies: Readonly<Record<string, string>> = {
  trainer: "Formateurs",
  management: "Direction",
  administration: "Administratif",
  reception: "Accueil",
  guidance: "Accompagnement et conseil",
  engineering: "Ingénierie de formation",
  technical: "Technique et numérique",
};
