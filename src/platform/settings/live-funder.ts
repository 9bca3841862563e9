import { type Clock, today } from "../clock.ts";
import type { Config } from "../config.ts";
import { type Funder, funderFrom } from "./funder.ts";
import type { LiveSettings } from "./live.ts";

/** Confirmed words, by their keys: the last whose day has come. */
function textsOn(settings: LiveSettings, day: string): Readonly<Record<string, string>> {
  const held = settings.about("").filter(({ key, effectiveOn }) => key.startsWith("text.") && effectiveOn <= day);
  return Object.fromEntries(held.map(({ key, value }) => [key, String(value)]));
}

/** The machine's configuration with the funder as it is set today: read once an edition and a day. */
export function withLiveFunder(config: Config, settings: LiveSettings, clock: Clock): Config {
  let kept: { readonly edition: number; readonly day: string; readonly funder: Funder } | null = null;
  return Object.defineProperty({ ...config }, "funder", {
    enumerable: true,
    get(): Funder {
      const day = today(clock).toString();
      const { edition } = settings;
      if (kept === null || kept.edition !== edition || kept.day !== day) {
        kept = { edition, day, funder: funderFrom((key) => settings.valueOn(day, key), textsOn(settings, day)) };
      }
      return kept.funder;
    },
  });
}
