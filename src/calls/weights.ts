import type { ScoredGridLine } from "#policy/index.ts";

type Line = Pick<ScoredGridLine, "id" | "title" | "must">;

/**
 * What the text says of weights without giving any: several transitions count for something, and nothing counts more
 * than spreading. By line, what is to be mended.
 */
export function weightErrors(
  lines: readonly Line[],
  weights: Readonly<Record<string, number | null | undefined>>,
): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  for (const { id, title, must } of lines) {
    const weight = weights[id];
    if (weight == null) continue;
    if (must === "positive" && weight === 0) {
      errors.set(id, `Le texte valorise ce point : « ${title} » compte pour quelque chose.`);
    }
    const heavier = must === "highest" ? lines.find((other) => (weights[other.id] ?? 0) > weight) : undefined;
    if (heavier !== undefined) {
      errors.set(
        id,
        `Le texte dit ce point central : aucun autre ne pèse plus, et « ${heavier.title} » pèse ${weights[heavier.id]}.`,
      );
    }
  }
  return errors;
}

/** Where each weight comes from, as it is shown beside it. */
export function weightOrigin(
  line: Pick<ScoredGridLine, "weight">,
  weight: number,
  vote: { readonly on: string; readonly by: string } | null,
): "voted" | "proposed" | "changed" {
  if (vote !== null) return "voted";
  return weight === line.weight ? "proposed" : "changed";
}
