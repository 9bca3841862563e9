import { inTransaction } from "#src/platform/database/database.ts";
import { enqueue } from "#src/platform/jobs.ts";
import { type Mail, postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { FORGET_EXPIRED } from "../jobs.ts";
import { onceBecause } from "../why.ts";
import { keepReturn } from "./sign-in-return.ts";

export const SIGN_IN_LINK_MINUTES = 15;

/** The same mail for an address that is known here and for one that is not. */
export async function postSignInLink(world: World, email: string, token: string, back: unknown): Promise<void> {
  const link = world.origin + urls.signInLink.href({}, { jeton: token });
  await inTransaction(world.db, "system", async (tx) => {
    if (typeof back === "string") await keepReturn(tx, token, back, SIGN_IN_LINK_MINUTES);
    await postMail(world, tx, world.clock.now(), mailOf(world, email, link));
    // One waiting sweep at a time is enough.
    await enqueue(tx, FORGET_EXPIRED, {}, FORGET_EXPIRED);
  });
}

function mailOf(world: World, to: string, link: string): Mail {
  return {
    to,
    subject: "Votre lien de connexion à Essaim",
    paragraphs: [
      `Pour vous connecter à Essaim, le service d’aides aux structures de formation (${world.config.funder.name}), ouvrez ce lien :`,
      link,
      `Il sert une seule fois, pendant ${SIGN_IN_LINK_MINUTES} minutes, sur l’appareil de votre choix.`,
      "Vous n’avez rien demandé ? Ne faites rien : personne ne peut se connecter sans ce courriel.",
    ],
    why: onceBecause("cette adresse a été donnée pour se connecter"),
  };
}
