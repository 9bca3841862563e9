import type { Why } from "#src/platform/mail.ts";
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

/** Why a mail came to somebody who may choose among their mails. */
export function whyMailed(world: Pick<World, "config" | "origin">, personId: string, because: string): Why {
  return { because, change: "Choisir vos courriels", at: world.origin + mailChoicesHref(world, personId) };
}
