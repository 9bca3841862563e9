/** How overheads are reckoned: one method for a whole file (D-41). */
export const costOptions = {
  key: "Coûts réels, par une clé de répartition",
  "7-direct": "Forfait de 7\u00a0% des dépenses directes",
  "15-staff": "Forfait de 15\u00a0% des dépenses directes de personnel",
  "40-staff": "Forfait de 40\u00a0% des dépenses directes de personnel, pour toutes les autres dépenses",
  "20-direct": "Personnel au forfait, 20\u00a0% des autres dépenses directes",
} as const;

export type CostOption = keyof typeof costOptions;
