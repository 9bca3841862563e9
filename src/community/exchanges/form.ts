import { calendarDay, choice, choices, text } from "#policy/index.ts";
import { plainForm } from "#src/ui/index.ts";
import { departmentWords } from "../actors/actor.ts";
import { listingKindWords, OPEN_DAYS } from "./listing.ts";

export const listingForm = plainForm(
  {
    kind: choice("nature", listingKindWords),
    title: text("text", "titre", 120),
    body: text("long-text", "texte", 2_000),
    departments: choices("départements", departmentWords),
    closesOn: calendarDay("dernier jour"),
  },
  {
    kind: { label: "Votre annonce" },
    title: { label: "En une phrase", hint: "« Un retour d’expérience sur un atelier en réalité virtuelle »." },
    body: {
      label: "Précisez",
      hint: "Pour quoi, pour qui, pour quand. N’écrivez ni adresse ni téléphone : on vous répondra par message.",
    },
    departments: { label: "Où ?" },
    closesOn: {
      label: "Ouverte jusqu’au",
      hint: `Elle se ferme toute seule. Sans date : dans ${OPEN_DAYS} jours.`,
      required: "optional",
    },
  },
);

export const messageForm = plainForm(
  { body: text("long-text", "message", 2_000) },
  { body: { label: "Votre message", hint: "Votre nom et votre organisme sont dits ; votre adresse ne l’est pas." } },
);
