import { awardLetter, awardTexts, refusalLetter } from "#src/awards/index.ts";
import { noticeTexts } from "#src/life/index.ts";
import type { DocumentTemplate } from "#src/platform/documents/index.ts";
import type { DeclaredText } from "#src/platform/settings/texts.ts";

/** Everything that people may write themselves, letters first. */
export const declaredTexts: readonly DeclaredText[] = [...Object.values(awardTexts), ...noticeTexts];

export function declaredText(key: string): DeclaredText | null {
  return declaredTexts.find((one) => one.key === key) ?? null;
}

/** The letter that a text is part of: the last one issued shows it. */
interface InLetter {
  /** Kind of the document issued. */
  readonly kind: string;
  readonly template: DocumentTemplate<never>;
  /** Where the paragraphs stand in its data. */
  readonly part: string;
}

const letters: Readonly<Record<string, InLetter>> = {
  [awardTexts.conditions.key]: { kind: "award-letter", template: awardLetter, part: "conditions" },
  [awardTexts.nextSteps.key]: { kind: "award-letter", template: awardLetter, part: "nextSteps" },
  [awardTexts.otherWays.key]: { kind: "refusal-letter", template: refusalLetter, part: "otherWays" },
};

/** Null for the words of a mail. */
export function letterOf(key: string): InLetter | null {
  return letters[key] ?? null;
}
