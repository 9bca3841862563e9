import type { Mail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";

/** A mail: a greeting, what is said, who writes. */
export function plainMail(
  world: Pick<World, "config">,
  to: string,
  subject: string,
  paragraphs: readonly string[],
): Mail {
  return { to, subject, body: ["Bonjour,", ...paragraphs, world.config.funder.name].join("\n\n") };
}
