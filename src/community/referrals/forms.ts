import { calendarDay, choice, choices, text } from "#policy/index.ts";
import { plainForm } from "#src/ui/index.ts";
import { helpedWords } from "./referral.ts";

/** What the organisation asks, and what it agrees to pass. */
export const referralForm = plainForm(
  {
    need: text("long-text", "besoin", 2_000),
    name: text("text", "personne à joindre", 120),
    email: text("email", "adresse électronique", 200),
    phone: text("phone", "téléphone", 30),
    passes: choices("informations transmises", {
      levels: "Nos niveaux de l’auto-évaluation en développement durable",
      label: "Le label E3D que nous avons déclaré",
    }),
  },
  {
    need: {
      label: "Que voulez-vous changer, et de quelle aide avez-vous besoin ?",
      hint: "Quelques phrases suffisent : où vous en êtes, ce qui bloque, pour quand.",
    },
    name: { label: "Qui joindre ?" },
    email: { label: "Son adresse électronique" },
    phone: { label: "Son téléphone", required: "optional" },
    passes: {
      label: "Que transmettre de plus ?",
      hint: "Le nom de l’organisme, le besoin et la personne à joindre sont toujours transmis.",
      required: "optional",
    },
  },
);

export const answerForm = plainForm(
  { answer: text("long-text", "réponse", 4_000) },
  {
    answer: {
      label: "Votre réponse",
      hint: "Ce que vous proposez, avec qui et quand. L’organisme la lit dans son espace et la reçoit par courriel.",
    },
  },
);

export const closingForm = plainForm(
  { helped: choice("aide reçue", helpedWords), outcome: text("long-text", "suites", 1_000) },
  {
    helped: { label: "Cette orientation vous a-t-elle aidés ?" },
    outcome: {
      label: "Qu’en est-il sorti ?",
      hint: "Une action, un contact, rien : tout nous apprend.",
      required: "optional",
    },
  },
);

export const labelForm = plainForm(
  {
    level: choice("niveau", {
      "1": "Niveau 1, engagement",
      "2": "Niveau 2, approfondissement",
      "3": "Niveau 3, déploiement",
    }),
    obtainedOn: calendarDay("date d’obtention"),
    endsOn: calendarDay("fin de validité"),
  },
  {
    level: { label: "Niveau du label" },
    obtainedOn: { label: "Obtenu le" },
    endsOn: { label: "Valable jusqu’au" },
  },
);
