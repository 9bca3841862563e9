import { choice, choices, type Raw, text } from "#policy/index.ts";
import { type AnswersOf, plainForm } from "#src/ui/index.ts";
import { type Actor, type ActorProfile, actorKindWords, departmentWords, SHOWN } from "./actor.ts";

export const actorForm = plainForm(
  {
    kind: choice("nature", actorKindWords),
    summary: text("long-text", "présentation", 600),
    departments: choices("départements", departmentWords),
    offers: text("long-text", "ce que vous proposez", 1_000),
    seeks: text("long-text", "ce que vous cherchez", 1_000),
    website: text("url", "site", 200),
    email: text("email", "adresse électronique", 200),
    phone: text("phone", "téléphone", 30),
    shown: choices("ce que tout le monde voit", SHOWN),
  },
  {
    kind: { label: "Vous êtes" },
    summary: { label: "Votre présentation", hint: "Deux ou trois phrases, pour qui ne vous connaît pas." },
    departments: { label: "Où agissez-vous ?" },
    offers: {
      label: "Ce que vous proposez",
      hint: "Un savoir-faire, un lieu, du matériel, du temps.",
      required: "optional",
    },
    seeks: { label: "Ce que vous cherchez", required: "optional" },
    website: { label: "Votre site", required: "optional" },
    email: {
      label: "Adresse à écrire",
      hint: "Une adresse de service plutôt que celle d’une personne.",
      required: "optional",
    },
    phone: { label: "Téléphone", required: "optional" },
    shown: {
      label: "Que montrer à tout le monde ?",
      hint: "Le nom, la présentation et les départements se voient toujours. Le reste ne se voit que si vous le cochez.",
      required: "optional",
    },
  },
);

export function profileOf(answers: AnswersOf<typeof actorForm>): ActorProfile {
  return {
    kind: answers.kind ?? "other",
    summary: answers.summary ?? "",
    departments: answers.departments ?? [],
    offers: answers.offers ?? "",
    seeks: answers.seeks ?? "",
    website: answers.website ?? "",
    email: answers.email ?? "",
    phone: answers.phone ?? "",
    shown: answers.shown ?? [],
  };
}

/** A profile as it would have been typed. */
export function typedProfile(actor: Actor): Raw {
  const { kind, summary, departments, offers, seeks, website, email, phone, shown } = actor;
  return { kind, summary, departments, offers, seeks, website, email, phone, shown };
}
