import { openSealedWord, sealWord } from "#src/platform/sealed-id.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";

const PURPOSE = "mails of a person";

/** The page where a person chooses their mails, opened by whoever was sent one. */
export function mailChoicesHref(world: Pick<World, "config">, personId: string): string {
  return urls.mailChoices.href({ key: sealWord(world.config.secret, PURPOSE, personId) });
}

/** Whose choices a link opens; null where the seal is not ours. */
export function personOfChoices(world: Pick<World, "config">, key: string): string | null {
  return openSealedWord(world.config.secret, PURPOSE, key);
}

/** The last lines of a mail: why it came, and the way to change that. */
export function whyMailed(world: Pick<World, "config" | "origin">, personId: string, why: string): string {
  return `${why} Choisir vos courriels : ${world.origin}${mailChoicesHref(world, personId)}`;
}
