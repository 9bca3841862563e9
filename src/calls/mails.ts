import type { Temporal } from "temporal-polyfill";
import { onceBecause } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { formatDateTime, NBSP } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { PublishedCall } from "./call.ts";

export function callLink(world: Pick<World, "origin">, call: Pick<PublishedCall, "slug">): string {
  return world.origin + urls.call.href({ slug: call.slug });
}

/** To who holds a draft: the new closing, the same for all, and why. */
export function mailExtension(
  tx: Tx,
  world: World,
  call: PublishedCall,
  to: string,
  closesAt: Temporal.Instant,
  reason: string,
): Promise<string> {
  return postMail(world, tx, world.clock.now(), {
    to,
    subject: `Prolongé jusqu’au ${formatDateTime(closesAt)}${NBSP}: ${call.title}`,
    paragraphs: [
      `L’appel « ${call.title} », qui devait se clore le ${formatDateTime(call.closesAt)}, est prolongé pour tous jusqu’au ${formatDateTime(closesAt)} (heure de Paris).`,
      `La raison${NBSP}: ${reason}`,
      `Votre brouillon vous attend. La page de l’appel${NBSP}: ${callLink(world, call)}`,
    ],
    why: onceBecause("vous avez un brouillon pour cet appel"),
  });
}

/** To who asked a question: the answer that everyone now reads, and where. */
export function mailAnswer(
  tx: Tx,
  world: World,
  call: Pick<PublishedCall, "slug" | "title">,
  to: string,
  { question, answer }: { readonly question: string; readonly answer: string },
): Promise<string> {
  return postMail(world, tx, world.clock.now(), {
    to,
    subject: `Réponse à votre question${NBSP}: ${call.title}`,
    paragraphs: [
      `${world.config.funder.words.capital} répond à la question que vous avez posée sur l’appel « ${call.title} ». Votre nom ne paraît pas.`,
      question,
      answer,
      `Toutes les questions et leurs réponses${NBSP}: ${callLink(world, call)}#questions`,
    ],
    why: onceBecause("vous avez posé cette question"),
  });
}
