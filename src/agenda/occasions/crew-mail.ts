import type { Tx } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { NBSP } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { doorAddress } from "../door/links.ts";
import { type Crew, crewWords } from "./crew.ts";
import type { Occasion } from "./occasion.ts";
import { sayWhen, sayWhere } from "./words.ts";

/** Tells somebody of their part in an occasion, with the page that is theirs. */
export async function tellCrew(tx: Tx, world: World, occasion: Occasion, to: Omit<Crew, "id">): Promise<void> {
  const page =
    to.part === "keeper"
      ? `Votre page, à ouvrir sur un téléphone le jour même, sans compte${NBSP}:\n${doorAddress(world, occasion.id)}`
      : `Votre page${NBSP}: ${world.origin}${urls.runOccasion.href({ id: occasion.id })}\nConnectez-vous avec cette adresse électronique.`;
  const paragraphs = [
    `Votre rôle dans ce rendez-vous${NBSP}: ${crewWords[to.part].toLowerCase()}.`,
    `${occasion.title}\n${sayWhen(occasion)}\n${sayWhere(occasion)}`.trim(),
    page,
  ];
  const subject = `Votre rôle : ${occasion.title}`;
  const why = {
    because: "l’organisateur de ce rendez-vous vous a donné un rôle",
    always: "Si c’est une erreur, dites-le-lui : il peut vous le retirer.",
  };
  await postMail(world, tx, world.clock.now(), { to: to.email, name: to.name, subject, paragraphs, why });
}
