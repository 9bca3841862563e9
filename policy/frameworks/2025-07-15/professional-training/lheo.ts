/** The words of LHÉO 2.3 that a course chooses among, by the code that travels. */
export const pathways = {
  "1": "Collectif",
  "2": "Individualisé",
  "3": "Modularisé",
  "4": "Mixte",
} as const;

export const entryLevels = {
  "0": "Information non communiquée",
  "1": "Sans niveau spécifique",
  "2": "Niveau 1 (savoirs de base)",
  "3": "Niveau 2",
  "4": "Niveau 3 (CAP, BEP)",
  "5": "Niveau 4 (BP, BT, baccalauréat)",
  "6": "Niveau 5 (BTS, DUT)",
  "7": "Niveau 6 (licence, BUT)",
  "8": "Niveau 7 ou 8 (master, doctorat)",
} as const;

export const teachingModes = {
  "0": "En présence",
  "1": "À distance",
  "2": "En présence et à distance",
} as const;

/** How a course is coded; each is checked by its form, no list being within reach (LHÉO, ROME, NSF, FORMACODE). */
export const courseCodes = {
  formacode: { label: "FORMACODE", pattern: /^\d{5}$/, most: 5, example: "44586" },
  nsf: { label: "NSF", pattern: /^\d{3}[a-z]?$/, most: 3, example: "333" },
  rome: { label: "ROME", pattern: /^[A-N]\d{4}$/, most: 5, example: "K2111" },
} as const;
export type CourseCode = keyof typeof courseCodes;
