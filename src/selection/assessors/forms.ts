import { calendarDay, choices, text, yesNo } from "#policy/index.ts";
import { plainForm } from "#src/ui/index.ts";
import { specialitiesOf } from "./topics.ts";

/** The invitation of an assessor; its specialities are those of the version of the text. */
export function invitationForm(framework: string) {
  const specialities = Object.fromEntries(specialitiesOf(framework).map(({ id, label }) => [id, label]));
  return plainForm(
    {
      name: text("text", "nom", 120),
      email: text("email", "adresse électronique", 200),
      isOutside: yesNo("extérieur"),
      specialities: choices("spécialités", specialities),
      untilOn: calendarDay("fin d’accès"),
    },
    {
      name: { label: "Qui invitez-vous\u00a0?" },
      email: {
        label: "Son adresse électronique",
        hint: "Un accès est créé s’il n’existe pas. La personne est prévenue.",
      },
      isOutside: { label: "Est-ce une personne extérieure au financeur\u00a0?" },
      specialities: { label: "Ce qu’elle connaît le mieux", required: "optional" },
      untilOn: { label: "Son accès finit le", hint: "Ensuite, elle ne lit plus rien." },
    },
  );
}
