import type { Temporal } from "temporal-polyfill";
import type { Config } from "#src/platform/config.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import { type AwardLetter, awardLetter } from "./letters/award-letter.ts";
import { type RefusalLetter, refusalLetter } from "./letters/refusal-letter.ts";
import { awardLetterOf, type LetterApplication, refusalLetterOf } from "./letters-of.ts";
import type { RecordedAward } from "./store.ts";

/** The letter that tells a decision, with what it says. */
export async function decisionLetter(
  config: Pick<Config, "funder" | "demo">,
  file: LetterApplication,
  award: RecordedAward,
  favourable: boolean,
  at: Temporal.Instant,
  options: { readonly preview?: boolean } = {},
): Promise<{ readonly data: AwardLetter | RefusalLetter; readonly pdf: Uint8Array }> {
  if (favourable) {
    const data = awardLetterOf(config, file, award, at);
    return { data, pdf: (await funderPdf(config, awardLetter, data, options)).pdf };
  }
  const data = refusalLetterOf(config, file, award, at);
  return { data, pdf: (await funderPdf(config, refusalLetter, data, options)).pdf };
}
