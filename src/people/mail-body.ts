import type { World } from "#src/platform/world.ts";

/** A mail's text: a greeting, what is said, and who writes. */
export function mailBody(world: Pick<World, "config">, paragraphs: readonly string[]): string {
  const { service, name } = world.config.funder;
  return ["Bonjour,", ...paragraphs, `${service}\n${name}`].join("\n\n");
}
