import type { Question } from "../../../engine/questions/form.ts";

const agreement = [
  { value: "4", label: "Tout à fait" },
  { value: "3", label: "Plutôt" },
  { value: "2", label: "Peu" },
  { value: "1", label: "Pas du tout" },
] as const;

function scale(id: string, label: string): Question {
  return {
    type: "question",
    id,
    path: [id],
    label,
    control: { kind: "choice", options: agreement },
    required: "always",
  };
}

function words(id: string, label: string): Question {
  return {
    type: "question",
    id,
    path: [id],
    label,
    control: { kind: "long-text", maxLength: 1000 },
    required: "optional",
  };
}

/** Right after a session: reaction and learning. */
export const hotEvaluation: readonly Question[] = [
  scale("expectations", "La formation a répondu à ce que vous attendiez."),
  scale("level", "Le rythme et le niveau vous convenaient."),
  scale("learnt", "Vous savez faire quelque chose de nouveau."),
  scale("usable", "Vous pourrez vous en servir dans votre travail."),
  words("better", "Qu’est-ce qui peut être amélioré ?"),
];

/** Some months later: behaviour and results. */
export const coldEvaluation: readonly Question[] = [
  scale("used", "Vous vous êtes servi de ce que vous avez appris."),
  scale("changed", "Votre façon de travailler a changé."),
  scale("learners", "Vos apprenants ou vos collègues en voient l’effet."),
  scale("support", "Votre structure vous a aidé à l’appliquer."),
  words("needs", "De quoi auriez-vous besoin maintenant ?"),
];

/** After an event: what it was worth, and what one takes from it. */
export const eventSurvey: readonly Question[] = [
  scale("useful", "Cette rencontre vous a été utile."),
  scale("met", "Vous avez rencontré des personnes avec qui travailler."),
  scale("idea", "Vous repartez avec une idée à essayer."),
  words("next", "Que faudrait-il faire ensuite, et avec qui ?"),
];
