import type { DeclaredText } from "#src/platform/settings/texts.ts";

/** Words of the letters of a decision that people may set. */
export const awardTexts = {
  conditions: {
    key: "text.award-letter.conditions",
    title: "Conditions du versement",
    where: "Notification de l’aide",
    initial: [
      "Signer la convention avant le premier versement.",
      "{versement}",
      "Déclarer toute autre aide publique obtenue pour les mêmes dépenses.",
    ],
  },
  nextSteps: {
    key: "text.award-letter.next-steps",
    title: "Prochaines étapes",
    where: "Notification de l’aide",
    initial: [
      "Le service prépare la convention et vous prévient par courriel.",
      "Vous la téléchargez depuis votre espace, vous la signez et vous y déposez l’exemplaire signé.",
      "Le service la signe à son tour : l’exemplaire complet vous est remis.",
    ],
  },
  otherWays: {
    key: "text.refusal-letter.other-ways",
    title: "Ce qui peut se faire après un refus",
    where: "Notification du refus",
    initial: [
      "Vous pouvez déposer une nouvelle demande dès que la condition est remplie : celle-ci se reprend depuis votre espace.",
      "Le simulateur dit en cinq minutes ce que {lefinanceur} peut financer, et à quelles conditions.",
    ],
  },
} as const satisfies Readonly<Record<string, DeclaredText>>;
