import { activeSheets, type Candidate, type Feedback } from "../candidate.ts";

/**
 * What the assessors found strong and weak, line by line, without their names: for who is not retained. The
 * justification of each mark is what is weak; those of a consensus stand in their place.
 */
export function feedbackOf(candidate: Pick<Candidate, "sheets" | "consensus">): readonly Feedback[] {
  const lines = new Map<string, { strengths: string[]; weaknesses: string[] }>();
  const of = (line: string) => {
    const found = lines.get(line) ?? { strengths: [], weaknesses: [] };
    lines.set(line, found);
    return found;
  };
  for (const sheet of activeSheets(candidate)) {
    for (const { line, strength, reason } of sheet.lines) {
      if (strength !== "") of(line).strengths.push(strength);
      if (reason !== "") of(line).weaknesses.push(reason);
    }
  }
  for (const { line, reason } of candidate.consensus) of(line).weaknesses = [reason];
  return [...lines].map(([line, { strengths, weaknesses }]) => ({
    line,
    strength: once(strengths),
    weakness: once(weaknesses),
  }));
}

function once(words: readonly string[]): string {
  return [...new Set(words)].join("\n");
}
