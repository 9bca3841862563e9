import type { Tx } from "#src/platform/database/database.ts";
import { postMail, type Why } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { NBSP } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Occasion } from "../../occasions/occasion.ts";
import { registrationLink, ticketOf } from "../../registrations/links.ts";
import type { Registration } from "../../registrations/registration.ts";
import type { Moment } from "./evaluations.ts";

/** To whoever followed a session. */
const trained: Why = {
  because: "vous avez suivi cette session",
  always: "Deux courriels au plus la suivent : l’attestation, puis une question quelques mois après.",
};

/** Tells a trainee that the certificate is there, and asks what they think of the course. */
export function mailTrained(tx: Tx, world: World, occasion: Occasion, to: Registration): Promise<string> {
  const paragraphs = [
    `Votre attestation pour « ${occasion.title} » est prête, en PDF et en badge numérique${NBSP}:\n${registrationLink(world, to.id)}`,
    `Deux minutes pour dire ce que vous en pensez${NBSP}:\n${evaluationLink(world, to.id, "hot")}`,
  ];
  const subject = `Votre attestation : ${occasion.title}`;
  return postMail(world, tx, world.clock.now(), { to: to.email, name: to.name, subject, paragraphs, why: trained });
}

/** Some months later: what was done with what was learnt. */
export function mailColdEvaluation(tx: Tx, world: World, occasion: Occasion, to: Registration): Promise<string> {
  const paragraphs = [
    `Vous avez suivi « ${occasion.title} » il y a quelques mois. Qu’en avez-vous fait ? Deux minutes pour le dire${NBSP}:\n${evaluationLink(world, to.id, "cold")}`,
  ];
  const subject = `Qu’en avez-vous fait ? ${occasion.title}`;
  return postMail(world, tx, world.clock.now(), { to: to.email, name: to.name, subject, paragraphs, why: trained });
}

/** Where one says what one thinks. */
export function evaluationLink(world: World, registrationId: string, moment: Moment): string {
  const ticket = ticketOf(world, registrationId);
  return world.origin + urls.registrationEvaluation.href({ ticket, moment: momentPath[moment] });
}

/** How the address of an evaluation says its moment. */
export const momentPath: Readonly<Record<Moment, string>> = { hot: "a-chaud", cold: "a-froid" };
