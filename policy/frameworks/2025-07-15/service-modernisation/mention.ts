/**
 * MO-7: the words that every tool of promotion bears, to the letter, in this version of the text. The Plan that they
 * cite has ended: the Region may publish others (D-07), in a version of its own.
 */
export const mention = {
  text: "Projet mis en œuvre avec le soutien de la Région Normandie et du Plan d’Investissement dans les compétences",
  provision: "MO-7",
  doubt: "D-07",
} as const;
